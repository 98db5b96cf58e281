import { createContext, useContext } from 'react'

/** The nonce of this response's scripts. The browser hides it from the page, so it is there while rendering on the server only. */
export const NonceContext = createContext<string | undefined>(undefined)

export function useNonce(): string | undefined {
	return useContext(NonceContext)
}

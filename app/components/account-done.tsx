import { useLocation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'

/** That something was done, above the page that follows it. It takes the focus, so that whoever listens hears it first. */
export function AccountDone({ children }: { children: ReactNode }) {
	const notice = useRef<HTMLParagraphElement>(null)
	const { key } = useLocation()
	useEffect(() => {
		notice.current?.focus()
	}, [key])
	return (
		<p className="notice" role="status" tabIndex={-1} ref={notice}>
			{children}
		</p>
	)
}

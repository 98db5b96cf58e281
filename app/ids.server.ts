import { createHash } from 'node:crypto'
import { customAlphabet } from 'nanoid'

/** Letters and digits that are not mistaken for one another when read aloud or from print. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/** A new id: 12 characters, some 59 bits of chance. Safe in addresses, ids and file names. */
export const newId: () => string = customAlphabet(alphabet, 12)

/** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
export function sha256(text: string | Uint8Array): string {
	return createHash('sha256').update(text).digest('hex')
}

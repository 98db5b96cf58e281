import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { LedgerHead, LedgerKey } from './ledger.ts'

/** What heads call the ledger and its key by (the origin of a checkpoint). */
const origin = 'tadqiq-ledger'

/** What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')

type UnsignedHead = Omit<LedgerHead, 'keyId' | 'signature'>

/**
 * What is signed: a checkpoint as the C2SP's tlog-checkpoint has it, with the end of the chain and the time in lines
 * of their own.
 */
export function headText({ size, root, chain, at }: UnsignedHead): string {
	const lines = [
		origin,
		String(size),
		Buffer.from(root, 'hex').toString('base64'),
		`chain ${chain}`,
		`time ${at}`,
	]
	return lines.map((line) => `${line}\n`).join('')
}

/** A head as a signed note, which tools for transparency logs read. */
export function signedNote(head: LedgerHead): string {
	const mark = Buffer.concat([
		Buffer.from(head.keyId.slice(0, 8), 'hex'),
		Buffer.from(head.signature, 'base64'),
	])
	return `${headText(head)}\n— ${origin} ${mark.toString('base64')}\n`
}

/** The public key as signed notes name it. */
export function noteKey({ id, publicKey }: LedgerKey): string {
	const typed = Buffer.concat([Buffer.of(0x01), Buffer.from(publicKey, 'base64')])
	return `${origin}+${id.slice(0, 8)}+${typed.toString('base64')}`
}

/** What a key is called by: 16 bytes, of which a signed note shows the first four, as hexadecimal. */
function keyIdOf(publicKey: Buffer): string {
	return createHash('sha256').update(`${origin}\n\u0001`).update(publicKey).digest('hex').slice(0, 32)
}

/** The public half of a key, private or public. @throws TypeError unless it is an Ed25519 key */
export function describeKey(key: KeyObject): LedgerKey {
	if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('This is no Ed25519 key')
	const half = key.type === 'private' ? createPublicKey(key) : key
	const publicKey = half.export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length)
	return { id: keyIdOf(publicKey), publicKey: publicKey.toString('base64') }
}

/** A published key made ready, or `null` when it is none, or goes under a name that is not its own. */
export function readKey({ id, publicKey }: LedgerKey): KeyObject | null {
	const bytes = Buffer.from(publicKey, 'base64')
	if (bytes.length !== 32 || bytes.toString('base64') !== publicKey || keyIdOf(bytes) !== id) return null
	return createPublicKey({ key: Buffer.concat([spkiPrefix, bytes]), format: 'der', type: 'spki' })
}

export function signHead(head: UnsignedHead, key: KeyObject): LedgerHead {
	const signature = sign(null, Buffer.from(headText(head)), key).toString('base64')
	return { ...head, keyId: describeKey(key).id, signature }
}

export function isSignedBy(head: LedgerHead, key: KeyObject): boolean {
	const signature = Buffer.from(head.signature, 'base64')
	// One signature has one spelling: a head that is spelt otherwise was touched.
	if (signature.toString('base64') !== head.signature) return false
	return verify(null, Buffer.from(headText(head)), key, signature)
}

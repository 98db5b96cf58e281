import { z } from 'zod'
import { ledgerFormat, ledgerKinds, type LedgerEntry, type LedgerHead, type LedgerKey } from './ledger.ts'

/*
 * The ledger as a file: JSON lines, UTF-8. The first line says what it is and names the keys; then come the entries in
 * order, and each signed head behind the last entry it covers.
 */

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)

export const keySchema: z.ZodType<LedgerKey> = z.strictObject({ id: z.string(), publicKey: z.string() })
const headFields = {
	size: count.min(1),
	root: hash,
	chain: hash,
	at: time,
	keyId: z.string(),
	signature: z.string(),
}
/** A head that was kept or sent by itself: the page gives it with its key and as a note. */
export const savedHeadSchema = z.object({ ...headFields, publicKey: z.string().optional() })

const line = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('ledger'), format: z.literal(ledgerFormat), keys: z.array(keySchema) }),
	z.strictObject({
		type: z.literal('entry'),
		seq: count.min(1),
		prev: hash,
		hash,
		at: time,
		kind: z.enum(ledgerKinds),
		slug: z.string(),
		verdict: count.min(1),
		correction: count.min(1).nullable(),
		body: z.string(),
	}),
	z.strictObject({ type: z.literal('head'), ...headFields }),
])
export type LedgerLine =
	| { type: 'ledger'; format: typeof ledgerFormat; keys: LedgerKey[] }
	| ({ type: 'entry' } & LedgerEntry)
	| ({ type: 'head' } & LedgerHead)

/** A line of the file without its end; `null` when it is none. */
export function readLedgerLine(text: string): LedgerLine | null {
	let json: unknown
	try {
		json = JSON.parse(text)
	} catch {
		return null
	}
	const read = line.safeParse(json)
	return read.success ? read.data : null
}

export function writeLedgerLine(value: LedgerLine): string {
	return `${JSON.stringify(value)}\n`
}

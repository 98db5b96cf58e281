import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { type LedgerBody, type LedgerEntry, type LedgerHead, ledgerFormat } from '#app/domain/ledger.ts'
import { type LedgerLine, readLedgerLine, writeLedgerLine } from '#app/domain/ledger-export.ts'
import { hashEntry } from '#app/domain/ledger-hash.ts'
import { describeKey, signedNote, signHead } from '#app/domain/ledger-head.ts'
import type { LedgerFaultCode, Trust } from '#app/domain/ledger-verification.ts'
import {
	bodyOf,
	chainAnew,
	check,
	correctionOf,
	exportOf,
	keyFrom,
	minute,
	type Told,
	writeEntries,
} from '#tests/support/ledgers.ts'

const key = keyFrom('the newsroom')
const stranger = keyFrom('a stranger')
const { id: keyId } = describeKey(key)

const told: Told[] = [
	{ slug: 'harbour-depth', verdict: 1 },
	{ slug: 'bridge-cost', verdict: 1 },
	{ slug: 'harbour-depth', verdict: 2, correction: correctionOf(1) },
	{ slug: 'wheat-price', verdict: 1 },
	{
		slug: 'bridge-cost',
		verdict: 1,
		correction: correctionOf(1, { beforePublication: true }),
		content: null,
	},
	{ slug: 'bridge-cost', verdict: 2, correction: correctionOf(2, { kind: 'retraction', ratingAfter: null }) },
	{ slug: 'school-count', verdict: 1 },
	{ slug: 'river-length', verdict: 1 },
]
const entries = writeEntries(told)
const whole: readonly LedgerLine[] = exportOf(entries, key)

/** Lines with `count` of them, from `at` on, taken out and others put there. */
const splice = (
	at: number,
	count: number,
	...others: (LedgerLine | null | undefined)[]
): (LedgerLine | null)[] => [
	...whole.slice(0, at),
	...others.map((line) => line ?? null),
	...whole.slice(at + count),
]

/** The place of entry `seq` among the lines, and of the head behind it. */
const entryAt = (seq: number) => 2 * seq - 1
const headAt = (size: number) => 2 * size

type Alter<Kept> = (kept: Kept) => Partial<Kept>
const withEntry = (seq: number, alter: Alter<LedgerEntry>) =>
	whole.map((line) => (line.type === 'entry' && line.seq === seq ? { ...line, ...alter(line) } : line))
const withHead = (size: number, alter: Alter<LedgerHead>) =>
	whole.map((line) => (line.type === 'head' && line.size === size ? { ...line, ...alter(line) } : line))
/** An entry with another body, and the hash that goes with it. */
const reworded = (entry: LedgerEntry, body: string): LedgerEntry => ({
	...entry,
	body,
	hash: hashEntry({ ...entry, body }),
})
const withBody = (seq: number, alter: (body: string) => string) =>
	withEntry(seq, (entry) => reworded(entry, alter(entry.body)))
/** All entries with one changed, chained anew: what whoever owns the database can do. */
const rewritten = (seq: number, alter: Alter<LedgerEntry>) =>
	chainAnew(entries.map((entry) => (entry.seq === seq ? { ...entry, ...alter(entry) } : entry)))
const alterBody = (entry: LedgerEntry, alter: (body: LedgerBody) => object) =>
	canonicalJson({ ...(JSON.parse(entry.body) as LedgerBody), ...alter(JSON.parse(entry.body) as LedgerBody) })
/** The rewritten entries under the heads that were really signed. */
const underOldHeads = (changed: LedgerEntry[]): LedgerLine[] =>
	whole.map((line) => {
		const entry = line.type === 'entry' ? changed[line.seq - 1] : undefined
		return entry ? { type: 'entry', ...entry } : line
	})
const betterRating = (entry: LedgerEntry) => ({
	body: entry.body.replace('"rating":4.5', '"rating":1'),
})
const headOf = (lines: readonly LedgerLine[], size: number): LedgerHead => {
	const found = lines.find((line) => line.type === 'head' && line.size === size)
	if (found?.type !== 'head') throw new Error(`No head of ${size}`)
	const { type: _, ...head } = found
	return head
}
const resigned = (lines: readonly LedgerLine[], size: number, alter: Alter<LedgerHead>) =>
	lines.map((line) =>
		line.type === 'head' && line.size === size
			? { type: 'head' as const, ...signHead({ ...line, ...alter(line) }, key) }
			: line,
	)

type Row = [
	name: string,
	lines: () => (LedgerLine | null)[],
	entry: number,
	code: LedgerFaultCode,
	trust?: Trust,
]

const rows: Row[] = [
	[
		'a word of a verdict is changed',
		() => withEntry(3, (e) => ({ body: e.body.replace('نص', 'نصّ') })),
		3,
		'hash',
	],
	[
		'a rating is changed and the entry hashed again',
		() => withBody(3, (b) => b.replace('4.5', '1')),
		3,
		'head-chain',
	],
	[
		'a Latin letter is put for its Cyrillic twin',
		() => withEntry(4, (e) => ({ body: e.body.replace('correction', 'сorrection') })),
		4,
		'hash',
	],
	[
		'a letter is put for its presentation form',
		() => withEntry(4, (e) => ({ body: e.body.replace('الحكم', 'الحكﻢ') })),
		4,
		'hash',
	],
	[
		'an invisible sign is put between two letters',
		() => withEntry(2, (e) => ({ body: e.body.replace('نص', 'ن\u200bص') })),
		2,
		'hash',
	],
	['an entry is deleted', () => splice(entryAt(4), 2), 4, 'missing'],
	[
		'an entry is deleted and the rest numbered and chained anew',
		() => underOldHeads(chainAnew(entries.toSpliced(3, 1))).slice(0, -2),
		4,
		'head-chain',
	],
	['the first entry is deleted', () => splice(entryAt(1), 2), 1, 'missing'],
	[
		'an entry is put in between',
		() =>
			splice(entryAt(4), 0, {
				type: 'entry',
				...(writeEntries([{ slug: 'new', verdict: 1 }], entries[2]?.hash, 4)[0] as LedgerEntry),
			}),
		4,
		'repeated',
	],
	[
		'an entry is put in between, in place of the number',
		() =>
			splice(entryAt(4), 1, {
				type: 'entry',
				...(writeEntries([{ slug: 'new', verdict: 1 }], entries[2]?.hash, 4)[0] as LedgerEntry),
			}),
		4,
		'head-chain',
	],
	[
		'two entries change places',
		() => splice(entryAt(4), 3, whole[entryAt(5)], whole[headAt(4)], whole[entryAt(4)]),
		4,
		'missing',
	],
	[
		'two entries change their numbers as well',
		() => underOldHeads(chainAnew([0, 1, 2, 4, 3, 5, 6, 7].map((at) => entries[at] as LedgerEntry))),
		4,
		'head-chain',
	],
	['a number is there twice', () => splice(entryAt(5), 0, whole[entryAt(4)]), 4, 'repeated'],
	[
		'a number is left out',
		() => underOldHeads(entries.map((e) => (e.seq < 5 ? e : { ...e, seq: e.seq + 1 }))),
		5,
		'missing',
	],
	['an entry names another before it', () => withEntry(5, () => ({ prev: entries[2]?.hash })), 5, 'chain'],
	[
		'an entry is changed and all after it chained anew',
		() => underOldHeads(rewritten(3, betterRating)),
		3,
		'head-chain',
	],
	[
		'an entry is changed, all after it chained anew and the heads told',
		() =>
			underOldHeads(rewritten(3, betterRating)).map((line) =>
				line.type === 'head'
					? { ...line, chain: rewritten(3, betterRating)[line.size - 1]?.hash ?? '' }
					: line,
			),
		3,
		'head-root',
	],
	[
		'everything is chained anew under heads without the key',
		() =>
			exportOf(rewritten(3, betterRating), stranger).map((line) =>
				line.type === 'head'
					? { ...line, keyId }
					: line.type === 'ledger'
						? { ...line, keys: [describeKey(key)] }
						: line,
			),
		1,
		'head-signature',
	],
	[
		'everything is written anew with another key',
		() => exportOf(rewritten(3, betterRating), stranger),
		1,
		'head-key',
		{ keyId },
	],
	[
		'from the middle on another key signs',
		() =>
			[
				...whole.slice(0, entryAt(5)),
				...exportOf(rewritten(5, betterRating), stranger).slice(entryAt(5)),
			].map((line) =>
				line.type === 'ledger' ? { ...line, keys: [describeKey(key), describeKey(stranger)] } : line,
			),
		5,
		'head-key',
		{ keyId },
	],
	[
		'a key goes under the name of another',
		() =>
			whole.map((line) =>
				line.type === 'ledger' ? { ...line, keys: [{ ...describeKey(stranger), id: keyId }] } : line,
			),
		1,
		'head-key',
	],
	[
		'the key is not named',
		() => whole.map((line) => (line.type === 'ledger' ? { ...line, keys: [] } : line)),
		1,
		'head-key',
	],
	[
		'the tail is cut off, and somebody kept a head',
		() => whole.slice(0, entryAt(6)),
		6,
		'shorter',
		{ saved: headOf(whole, 8) },
	],
	['the last head is cut off', () => whole.slice(0, -1), 8, 'unsigned'],
	[
		'all heads but the first are left out',
		() => whole.filter((line) => line.type !== 'head' || line.size === 1),
		2,
		'unsigned',
	],
	[
		'history is written anew with the very key, and somebody kept a head',
		() => exportOf(rewritten(3, betterRating), key),
		5,
		'fork',
		{ saved: headOf(whole, 5) },
	],
	[
		'a fork that grew longer, and somebody kept a head',
		() =>
			exportOf(
				chainAnew([
					...rewritten(8, betterRating),
					...writeEntries([{ slug: 'later', verdict: 1 }], undefined, 9),
				]),
				key,
			),
		8,
		'fork',
		{ saved: headOf(whole, 8) },
	],
	['the root of a head is changed', () => withHead(4, () => ({ root: 'a'.repeat(64) })), 4, 'head-root'],
	[
		'the end of the chain in a head is changed',
		() => withHead(4, () => ({ chain: 'a'.repeat(64) })),
		4,
		'head-chain',
	],
	['the time of a head is changed', () => withHead(4, () => ({ at: minute(5) })), 4, 'head-signature'],
	[
		'a signature is changed',
		() =>
			withHead(4, ({ signature }) => ({
				signature: `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
			})),
		4,
		'head-signature',
	],
	[
		'a signature is spelt otherwise',
		() => withHead(4, ({ signature }) => ({ signature: signature.replace('==', '') })),
		4,
		'head-signature',
	],
	[
		'a head is signed for earlier than its entry',
		() => resigned(whole, 4, () => ({ at: minute(1) })),
		4,
		'time',
	],
	['an old head is shown again', () => splice(headAt(5), 1, whole[headAt(3)]), 3, 'head-place'],
	['a head is there twice', () => splice(headAt(5), 0, whole[headAt(5)]), 5, 'head-place'],
	['a head stands before what it covers', () => splice(entryAt(5), 0, whole[headAt(5)]), 5, 'head-place'],
	['a body is written with spaces', () => withBody(3, (b) => b.replace(':', ': ')), 3, 'canonical'],
	[
		'the names of a body are in another order',
		() => withBody(3, (b) => `{"verdict":2,${b.slice(1).replace(',"verdict":2}', '}')}`),
		3,
		'canonical',
	],
	['a name is there twice', () => withBody(3, (b) => b.replace('{', '{"late":true,')), 3, 'canonical'],
	['a number is spelt otherwise', () => withBody(3, (b) => b.replace('4.5', '4.50')), 3, 'canonical'],
	['a letter is spelt as an escape', () => withBody(3, (b) => b.replace('نص', '\\u0646ص')), 3, 'canonical'],
	['a body is no JSON', () => withBody(3, (b) => b.slice(0, -1)), 3, 'canonical'],
	['a correction is called a verdict', () => withEntry(3, () => ({ kind: 'verdict' })), 3, 'body'],
	['an entry stands under another verdict', () => withEntry(4, () => ({ slug: 'bridge-cost' })), 4, 'body'],
	['an entry stands under another version', () => withEntry(4, () => ({ verdict: 2 })), 4, 'body'],
	[
		'a retraction hides in a body as a correction',
		() =>
			withEntry(6, (e) =>
				reworded(
					e,
					alterBody(e, () => ({ kind: 'correction' })),
				),
			),
		6,
		'body',
	],
	[
		'a format is claimed that there is not',
		() =>
			withEntry(3, (e) =>
				reworded(
					e,
					alterBody(e, () => ({ format: 'tadqiq-ledger/9' })),
				),
			),
		3,
		'body',
	],
	[
		'a version is published twice',
		() =>
			exportOf(
				writeEntries([...told, { slug: 'harbour-depth', verdict: 2, correction: correctionOf(2) }]),
				key,
			),
		9,
		'version',
	],
	[
		'a version is left out',
		() => exportOf(writeEntries([...told, { slug: 'harbour-depth', verdict: 4 }]), key),
		9,
		'version',
	],
	[
		'a correction is left out',
		() =>
			exportOf(
				writeEntries([...told, { slug: 'harbour-depth', verdict: 3, correction: correctionOf(3) }]),
				key,
			),
		9,
		'version',
	],
	[
		'the clock goes back',
		() => exportOf(chainAnew(entries.map((e) => (e.seq === 6 ? { ...e, at: minute(2) } : e))), key),
		6,
		'time',
	],
	['a time is none', () => withEntry(6, () => ({ at: '2026-11-31T08:06:00.000Z' })), 6, 'time'],
	['a time is changed', () => withEntry(6, () => ({ at: minute(6.5) })), 6, 'hash'],
	['a line is no line', () => splice(entryAt(4), 1, null), 4, 'line'],
	['the file begins anew in the middle', () => splice(entryAt(4), 0, whole[0]), 4, 'line'],
	['there is nothing', () => [], 1, 'line'],
]

test('a ledger that nobody touched is whole', () => {
	expect(check(whole, { keyId, saved: headOf(whole, 5) })).toEqual({
		entries: 8,
		heads: 8,
		head: headOf(whole, 8),
		fault: null,
	})
	expect(check(whole.slice(0, 1))).toMatchObject({ entries: 0, fault: null })
})

test('its lines are read as they were written', () => {
	expect(whole.map((line) => readLedgerLine(writeLedgerLine(line).trimEnd()))).toEqual(whole)
})

describe('tampering is found, and the first bad entry is named, when', () => {
	test.each(rows)('%s', (_name, lines, entry, code, trust) => {
		expect(check(lines(), trust).fault).toMatchObject({ entry, code })
	})

	test('there are many ways, each with a name of its own', () => {
		expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length)
		expect(rows.length).toBeGreaterThan(30)
	})
})

test.each([
	['{"type":"entry"}', 'too little'],
	['{"type":"ledger","format":"tadqiq-ledger/1","keys":[],"more":1}', 'too much'],
	[`{"type":"ledger","format":"${ledgerFormat}2","keys":[]}`, 'another format'],
	['[', 'no JSON'],
])('%s is no line: %s', (text) => {
	expect(readLedgerLine(text)).toBeNull()
})

test('a head is a note that tools for transparency logs read', () => {
	const note = signedNote(headOf(whole, 3))
	expect(note).toMatch(
		/^tadqiq-ledger\n3\n[A-Za-z0-9+/]{43}=\nchain [0-9a-f]{64}\ntime 2026-11-25T08:03:00\.000Z\n\n— tadqiq-ledger [A-Za-z0-9+/]{91}=\n$/,
	)
})

test('an entry says what it is about', () => {
	expect(entries.map(({ kind }) => kind)).toEqual([
		'verdict',
		'verdict',
		'correction',
		'verdict',
		'correction',
		'retraction',
		'verdict',
		'verdict',
	])
	expect(JSON.parse(entries[3]?.body ?? '')).toEqual(bodyOf({ slug: 'wheat-price', verdict: 1 }))
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findDeceptiveBidi } from '#app/domain/bidi.ts'
import { languages } from '#app/domain/language.ts'
import { parseForm } from '#app/forms/incoming-form.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { hostileJson, hostileMarkdown, hostileMarkup } from '#tests/support/hostile-texts.ts'

/*
 * Every schema of a form, whichever colleague wrote it, is found by asking the modules for it. Chance here has a seed,
 * so that every run tries the same.
 */
const runs = { seed: 20260302, numRuns: 200 }

const modules = import.meta.glob<Record<string, unknown>>('../../app/forms/*.ts', { eager: true })
const schemas = Object.entries(modules).flatMap(([path, exported]) =>
	Object.entries(exported).flatMap(([name, value]): [string, z.ZodType][] => {
		const called = `${path.split('/').at(-1)} ${name}`
		if (value instanceof z.ZodType) return [[called, value]]
		if (name !== 'proposalSchema' || typeof value !== 'function') return []
		const make = value as (claim: { language: 'ar' | 'en'; replaces: boolean; evidence: number }) => z.ZodType
		return languages.flatMap((language) =>
			[true, false].map((replaces): [string, z.ZodType] => [
				`${called} ${language} ${replaces}`,
				make({ language, replaces, evidence: replaces ? 2 : 0 }),
			]),
		)
	}),
)

/** Bits of which odd texts are made: scripts, marks, controls, halves, blanks, fillers. */
const oddities = [
	...[
		'a',
		'ا',
		'ה',
		'я',
		'漢',
		'😀',
		'١',
		'۲',
		'3',
		'٫',
		'%',
		'\u0301',
		'\u064b',
		'\u0640',
		'ﷲ',
		'\u1e9b\u0323',
	],
	...[
		'\u200c',
		'\u200d',
		'\u200b',
		'\u200e',
		'\u200f',
		'\u061c',
		'\u202a',
		'\u202b',
		'\u202c',
		'\u202d',
		'\u202e',
	],
	...['\u2066', '\u2067', '\u2068', '\u2069', '\ufeff', '\u00ad', '\u3164', '\u2800', '\u180e', '\ufffe'],
	...[
		'\0',
		'\u0007',
		'\u001b',
		'\u007f',
		'\u0085',
		'\u009f',
		'\ud83d',
		'\ude00',
		'\r',
		'\n',
		'\r\n',
		'\t',
		'\u2028',
	],
	...[
		' ',
		'\u00a0',
		'\u3000',
		'-',
		'.',
		',',
		'"',
		"'",
		'<',
		'>',
		'&',
		'{',
		'}',
		'[',
		']',
		'=',
		'@',
		'\\',
		'/',
	],
]
const odd = fc.array(fc.constantFrom(...oddities), { maxLength: 40 }).map((bits) => bits.join(''))
const text = fc.oneof(
	{ weight: 4, arbitrary: odd },
	{ weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
	{ weight: 2, arbitrary: fc.constantFrom(...hostileMarkup, ...hostileMarkdown, ...hostileJson) },
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			'',
			' ',
			'true',
			'person',
			'ar',
			'HN',
			'2026-03-02',
			'https://a.example/',
			'another',
		),
	},
	{ weight: 1, arbitrary: fc.integer({ min: 200, max: 24_000 }).map((length) => 'نَص '.repeat(length / 4)) },
)

/** A form holds no half characters: browsers and `FormData` write the sign for what is unknown instead. */
const asFormsHoldIt = (value: string) => value.replace(/\p{Surrogate}/gu, '\ufffd')

/** The names that a schema's fields have in a form; those of a row of a list with a number. */
function fieldNames(schema: z.ZodType): string[] {
	const shape = shapeOf(schema)
	return Object.entries(shape).flatMap(([name, field]) => {
		const row = rowOf(field)
		return row ? Object.keys(row).flatMap((part) => [`${name}[0].${part}`, `${name}[1].${part}`]) : [name]
	})
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
	const inner = unwrap(schema)
	return inner instanceof z.ZodObject ? inner.shape : {}
}

function rowOf(field: z.ZodType): Record<string, z.ZodType> | null {
	const inner = unwrap(field)
	if (!(inner instanceof z.ZodArray)) return null
	const shape = shapeOf(inner.element as z.ZodType)
	return Object.keys(shape).length > 0 ? shape : null
}

/** What a form's text is first read by, beneath what is then made of it. */
function unwrap(schema: z.ZodType): z.ZodType {
	if (schema instanceof z.ZodPipe) return unwrap(schema.in as z.ZodType)
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
		return unwrap(schema.unwrap() as z.ZodType)
	return schema
}

const words = languages.map((language) => wordsFor(language).fieldErrors as Record<string, string>)
const hasSentence = (message: string) => words.every((sentences) => Boolean(sentences[message]))

/** Every text in what a schema made, however deep. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value]
	return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

/** What is kept as it was sent, because it is looked up in a stored text, or is compared and never shown. */
const asSent = new Set([
	...['exact', 'prefix', 'suffix', 'text', 'versionId', 'claimantAsked', 'claimantDecision'],
	...['password', 'current', 'code', 'credential', 'session', 'token'],
])

test('there are schemas to try, and they have fields', () => {
	expect(schemas.length).toBeGreaterThanOrEqual(12)
	expect(schemas.filter(([, schema]) => fieldNames(schema).length > 0).length).toBeGreaterThanOrEqual(11)
})

describe.for(schemas)('%s', ([called, schema]) => {
	const names = fieldNames(schema)
	const form = fc.array(fc.tuple(fc.constantFrom(...names, 'intent', 'unknown'), text.map(asFormsHoldIt)), {
		maxLength: 14,
	})

	test('never throws, and says what is wrong in words that both languages have', () => {
		fc.assert(
			fc.property(form, (fields) => {
				const sent = new FormData()
				for (const [name, value] of fields) sent.append(name, value)
				const submission = parseForm(sent, schema as z.ZodType<unknown, Record<string, unknown>>)
				if (!submission) throw new Error('A form of ours was not read')
				const reply = submission.reply()
				for (const message of Object.values(reply.error ?? {}).flatMap((messages) => messages ?? [])) {
					if (!hasSentence(message)) throw new Error(`No sentence for ${message}`)
				}
				// What was typed is there to be shown again.
				if (submission.status === 'error') {
					for (const typed of textsIn(reply.initialValue)) {
						expect(fields.map(([, value]) => value)).toContain(typed)
					}
				}
			}),
			runs,
		)
	})

	test('takes values that no form sends, without throwing', () => {
		fc.assert(
			fc.property(fc.object({ key: fc.constantFrom(...names, 'x'), maxDepth: 2 }), (value) => {
				const result = schema.safeParse(value)
				expect(typeof result.success).toBe('boolean')
			}),
			runs,
		)
	})

	test('keeps only what can be stored and shown', () => {
		fc.assert(
			fc.property(fc.tuple(...names.map(() => text)), (values) => {
				for (const [index, name] of names.entries()) {
					const field = shapeOf(schema)[name]
					// Who wants in is looked for as they wrote it, and nothing of it is kept.
					if (!field || asSent.has(name) || called === 'sign-in.ts signInForm') continue
					const result = field.safeParse(values[index])
					for (const kept of result.success ? textsIn(result.data) : []) {
						expect(kept).toBe(kept.normalize('NFC'))
						expect(kept).not.toMatch(/\p{Surrogate}|\0/u)
						expect(findDeceptiveBidi(kept)).toBeNull()
					}
				}
			}),
			runs,
		)
	})
})

test('a form with names that no page of ours sends is none', () => {
	const schema = z.object({ x: z.string() })
	for (const name of ['x[9999]', '__proto__', 'a.prototype', '__state__', 'y'.repeat(101)]) {
		const sent = new FormData()
		sent.append(name, '1')
		expect(parseForm(sent, schema)).toBeNull()
	}
})

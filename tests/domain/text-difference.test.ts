import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOf, type ParagraphDifference } from '#app/domain/text-difference.ts'

const opening = 'افتتح المجلس البلدي سوق السمك في الميناء القديم يوم الاثنين.'
const cost = 'وبلغت كلفة السوق 3.4 ملايين دولار بحسب البلدية.'
const costNow = 'وبلغت كلفة السوق 3.9 ملايين دولار بحسب وزارة الصيد.'
const women = 'وتشكل النساء 40.27% من الباعة.'

/** The text that one side of a difference tells. */
const sideOf = (difference: ParagraphDifference[], without: 'added' | 'removed') =>
	difference
		.map(({ parts }) =>
			parts
				.filter(({ kind }) => kind !== without)
				.map(({ text }) => text)
				.join(' '),
		)
		.filter(Boolean)
		.join('\n\n')

const kindsOf = (before: string[], after: string[]) =>
	differenceOf(before.join('\n\n'), after.join('\n\n')).map(({ kind }) => kind)

describe('the difference of two texts', () => {
	test('shows the words of a reworded paragraph that went and that came', () => {
		expect(differenceOf(`${opening}\n\n${cost}`, `${opening}\n\n${costNow}`)).toEqual([
			{ kind: 'kept', parts: [{ kind: 'kept', text: opening }] },
			{
				kind: 'changed',
				parts: [
					{ kind: 'kept', text: 'وبلغت كلفة السوق' },
					{ kind: 'removed', text: '3.4' },
					{ kind: 'added', text: '3.9' },
					{ kind: 'kept', text: 'ملايين دولار بحسب' },
					{ kind: 'removed', text: 'البلدية.' },
					{ kind: 'added', text: 'وزارة الصيد.' },
				],
			},
		])
	})

	test.each([
		['a paragraph that went', [opening, cost, women], [opening, women], ['kept', 'removed', 'kept']],
		['a paragraph that came', [opening, women], [opening, cost, women], ['kept', 'added', 'kept']],
		['one put in the place of another', [opening, cost], [opening, women], ['kept', 'removed', 'added']],
		['one reworded and one before it new', [cost], [women, costNow], ['added', 'changed']],
		['nothing', [opening, cost], [opening, cost], ['kept', 'kept']],
		['everything', [], [opening], ['added']],
	])('knows %s', (_name, before, after, kinds) => {
		expect(kindsOf(before, after)).toEqual(kinds)
	})

	test('does not take other line ends or blanks for a change', () => {
		const wrapped = `${opening.replace('السمك ', 'السمك  ')}\r\n\r\n\r\n${cost}\r\n`
		expect(differenceOf(`${opening}\n\n${cost}`, wrapped).map(({ kind }) => kind)).toEqual(['kept', 'kept'])
	})

	test('tells each of the two texts whole', () => {
		const paragraph = fc.constantFrom(opening, cost, costNow, women, 'قال المتحدث إن العمل مستمر.')
		const text = fc.array(paragraph, { maxLength: 6 }).map((list) => list.join('\n\n'))
		fc.assert(
			fc.property(text, text, (before, after) => {
				const difference = differenceOf(before, after)
				expect(sideOf(difference, 'added')).toBe(before)
				expect(sideOf(difference, 'removed')).toBe(after)
			}),
			{ seed: 7, numRuns: 200 },
		)
	})

	test('of a long paragraph with nothing but changes is still found', () => {
		const words = (from: number) => Array.from({ length: 4_000 }, (_, index) => `كلمة${from + index}`)
		const [change] = differenceOf(
			words(0).join(' '),
			[...words(0).slice(0, 3_000), ...words(9_000).slice(0, 2_000)].join(' '),
		)
		expect(change?.parts.map(({ kind }) => kind)).toEqual(['removed', 'added'])
	})
})

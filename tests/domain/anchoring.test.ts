import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForAnchors, reanchor, sentenceReadsOtherwise } from '#app/domain/anchoring.ts'
import { describeQuotation } from '#app/domain/quotation.ts'
import { isQuotable } from '#app/domain/words.ts'

const text =
	'أعلنت اللجنة فوز المرشح بنسبة 40.27% من الأصوات. وقال المتحدث إن النسبة نهائية. وقالت اللجنة إن الفرز انتهى.'
const quoted = 'فوز المرشح بنسبة 40.27%'

/** Carry words over from one text to another. @param turn which of the places where they stand is quoted, from 0 */
function carry(before: string, words: string, after: string, turn = 0) {
	let start = before.indexOf(words)
	for (let left = turn; left > 0; left--) start = before.indexOf(words, start + 1)
	const old = describeQuotation(before, start, start + words.length)
	const found = reanchor(old, readForAnchors(before), readForAnchors(after))
	return found.kind === 'lost'
		? found
		: { kind: found.kind, at: found.quotation.start, exact: found.quotation.exact }
}

describe('a quotation is found again to the letter', () => {
	const filler = 'ارتفعت أسعار القمح أمس.'
	test.each([
		['where nothing changed', text, quoted],
		['behind a new beginning', `مقدمة جديدة. ${text}`, quoted],
		['in another paragraph', `${filler}\n\n${filler.replace('القمح', 'الذرة')}\n\n${text}`, quoted],
		['when the sentence round it changed', text.replace('أعلنت اللجنة', 'نفت اللجنة أمس'), quoted],
		['when all else is new', `وقال الموقع إن ${quoted} خبر كاذب`, quoted],
		['when the lines are wrapped otherwise', text.replaceAll(' ', '\n'), quoted.replaceAll(' ', '\n')],
		['with its text in quotation marks now', text.replace(quoted, `«${quoted}»`), quoted],
	])('%s', (_, after, exact) => {
		expect(carry(text, quoted, after)).toEqual({ kind: 'exact', at: after.indexOf(exact), exact })
	})

	test('with the marks at its ends, and without one that is not there any more', () => {
		const before = 'قال: «انتهى الفرز.» ثم خرج'
		expect(carry(before, '«انتهى الفرز.»', `أمس ${before}`)).toMatchObject({
			kind: 'exact',
			exact: '«انتهى الفرز.»',
		})
		expect(carry(before, '«انتهى الفرز.»', 'قال: «انتهى الفرز» ثم خرج')).toMatchObject({
			kind: 'normalised',
			exact: '«انتهى الفرز',
		})
	})

	test('when it was torn out of a word, in that word', () => {
		expect(carry('قالت اللجنة نعم', 'لجنة', 'ثم قالت اللجنة نعم')).toEqual({
			kind: 'exact',
			at: 10,
			exact: 'لجنة',
		})
	})

	test('when it is a sign alone', () => {
		expect(carry('قال المتحدث … ثم سكت', '…', 'أمس قال المتحدث … ثم سكت')).toMatchObject({
			kind: 'exact',
			at: 16,
		})
	})
})

describe('a quotation is found in another spelling', () => {
	test.each([
		['diacritics', quoted, 'فوزِ المرشّح بنسبة 40.27%'],
		['tatweel', quoted, 'فـــوز المرشـح بنسبة 40.27%'],
		['digits of the other script', quoted, 'فوز المرشح بنسبة ٤٠٫٢٧٪'],
		['the percent in words', quoted, 'فوز المرشح بنسبة 40.27 في المئة'],
		['hamza', 'أعلنت اللجنة', 'اعلنت اللجنة'],
		['ta marbuta and alif maqsura', 'النسبة نهائية', 'النسبه نهائيه'],
		['quotation marks', 'النسبة نهائية', 'النسبة» نهائية'],
		['direction marks', quoted, 'فوز المرشح بنسبة \u200f40.27%'],
		['a diacritic behind the last letter', 'النسبة نهائية', 'النسبة نهائيةٌ'],
	])('%s', (_, before, after) => {
		expect(carry(text, before, text.replace(before, after))).toEqual({
			kind: 'normalised',
			at: text.indexOf(before),
			exact: after,
		})
	})

	test.each([
		['a lone hamza at its end', 'في المساء', 'فى المساء'],
		['tatweel in it', 'في المساء', 'في المســاء'],
	])('keeps the whole of a word with %s', (_, words, instead) => {
		const before = 'اجتمع الوزيران في المساء وخرجا.'
		expect(carry(before, words, before.replace(words, instead))).toMatchObject({
			kind: 'normalised',
			exact: instead,
		})
	})
})

describe('a quotation is lost rather than found in a lookalike', () => {
	test.each([
		['one digit is another', quoted, text.replace('40.27%', '40.26%')],
		['a digit is gone', quoted, text.replace('40.27%', '40.2%')],
		['the point has moved', quoted, text.replace('40.27%', '402.7%')],
		['the percent sign is gone', quoted, text.replace('40.27%', '40.27')],
		['it is denied within', quoted, text.replace('فوز المرشح', 'فوز غير المرشح')],
		['one word is another', quoted, text.replace('المرشح', 'المنافس')],
		['two words changed places', quoted, text.replace('فوز المرشح', 'المرشح فوز')],
		['a word more stands inside', quoted, text.replace('بنسبة', 'أمس بنسبة')],
		['the words are gone', quoted, 'أعلنت اللجنة أن الفرز انتهى.'],
		['the text is empty of words', quoted, '…'],
	])('%s', (_, words, after) => {
		expect(carry(text, words, after)).toEqual({ kind: 'lost' })
	})

	test.each([
		['a longer word', 'قال قبل يومين إنه', 'قبل', 'قال في المستقبل إنه'],
		['a longer number', 'شاركت 20 دولة', '20 دولة', 'شاركت 120 دولة'],
		['a share', 'بلغ 20 أمس', '20', 'بلغ 20% أمس'],
		['a number in words', 'بلغ عددهم ثلاثة', 'عددهم ثلاثة', 'بلغ عددهم ثلاثة وعشرين'],
		['millions', 'بلغت الكلفة 3', 'الكلفة 3', 'بلغت الكلفة 3 ملايين'],
		['a decimal', 'بلغت النسبة 3', 'النسبة 3', 'بلغت النسبة 3.5'],
		['a negative number', 'كانت الحرارة 5 أمس', '5 أمس', 'كانت الحرارة -5 أمس'],
		['its own letters without their word', 'قالت اللجنة نعم', 'لجنة', 'قالت لجنة نعم'],
		['its own letters in another word', 'قالت اللجنة نعم', 'لجنة', 'قالت بلجنة نعم'],
	])('words inside %s', (_, before, words, after) => {
		expect(carry(before, words, after)).toEqual({ kind: 'lost' })
	})

	test('of two places the one that was quoted is gone, and the other is not taken for it', () => {
		const before = 'قال الوزير إن العدد 20 شخصا. وقالت الشرطة إن العدد 20 شخصا أيضا.'
		expect(carry(before, 'العدد 20 شخصا', before.replace('20', '21'))).toEqual({ kind: 'lost' })
		expect(carry(before, 'العدد 20 شخصا', before.replace('20', '21'), 1)).toMatchObject({ kind: 'lost' })
		const denied = 'قال الوزير شيئا آخر. وقالت الشرطة إن العدد 20 شخصا أيضا.'
		expect(carry(before, 'العدد 20 شخصا', denied)).toEqual({ kind: 'lost' })
	})

	test('nor is the other one when it only came to be spelt alike', () => {
		const before = 'قال الوزير إن العدد ٢٠ شخصا. وقالت الشرطة إن العدد 20 شخصا أيضا.'
		const after = 'قال الوزير إن العدد 20 شخصا. وقالت الشرطة إن العدد 21 شخصا أيضا.'
		expect(carry(before, 'العدد 20 شخصا', after)).toEqual({ kind: 'lost' })
	})

	test('it stands there twice now, and nothing round it is as it was', () => {
		const after = `${text} ${text}`.replaceAll('أعلنت', 'قالت').replaceAll('من الأصوات', 'من المقاعد')
		expect(carry(text, quoted, after)).toEqual({ kind: 'lost' })
	})

	test('the text stands there twice as a whole', () => {
		expect(carry(text, quoted, `${text}\n\n${text}`)).toEqual({ kind: 'lost' })
	})
})

describe('of words that stand in several places the one that was quoted is found', () => {
	const refrain =
		'وقال المتحدث باسم اللجنة في المؤتمر الصحفي الذي عقد مساء أمس إن الفرز انتهى في جميع المراكز من دون حوادث.'
	const before = `صوتت المدينة أولا.\n\n${refrain}\n\nثم صوتت القرى.\n\n${refrain}\n\nوأغلقت المراكز.`

	test.each([0, 1])('by what stands round it, however far away: %i', (turn) => {
		const after = `خبر عاجل.\n\n${before}`
		const place = after.indexOf('الفرز انتهى', turn === 0 ? 0 : after.indexOf('الفرز انتهى') + 1)
		expect(carry(before, 'الفرز انتهى', after, turn)).toEqual({
			kind: 'exact',
			at: place,
			exact: 'الفرز انتهى',
		})
	})

	test('and none when one of them is gone', () => {
		const after = `صوتت المدينة أولا.\n\nثم صوتت القرى.\n\n${refrain}\n\nوأغلقت المراكز.`
		expect(carry(before, 'الفرز انتهى', after, 0)).toEqual({ kind: 'lost' })
	})

	test('by what stands round it in a text that says them once more', () => {
		const after = `${text} وأكد الحزب ${quoted} مرة ثانية.`
		expect(carry(text, quoted, after)).toMatchObject({ kind: 'exact', at: text.indexOf(quoted) })
	})
})

describe('the sentence round a quotation', () => {
	const reads = (after: string) => {
		const [from, to] = [readForAnchors(text), readForAnchors(after)]
		const was = { start: text.indexOf(quoted), end: text.indexOf(quoted) + quoted.length }
		const is = { start: after.indexOf(quoted), end: after.indexOf(quoted) + quoted.length }
		return sentenceReadsOtherwise(from, was, to, is)
	}

	test.each([
		['is the same', text],
		['is spelt otherwise', text.replace('أعلنت اللجنة', 'اعلنت اللجنه')],
		['stands elsewhere', `عنوان جديد\n\n${text}`],
		['has other neighbours', text.replace('نهائية', 'أولية')],
		['is spaced otherwise', text.replaceAll('. ', '.\u00a0 ')],
	])('does not read otherwise when it %s', (_, after) => {
		expect(reads(after)).toBe(false)
	})

	test.each([
		['a denial before it', text.replace('أعلنت اللجنة', 'لم تعلن اللجنة')],
		['a word behind it', text.replace('من الأصوات', 'من أصوات المدينة')],
		['another speaker', text.replace('اللجنة فوز', 'المعارضة فوز')],
	])('reads otherwise with %s', (_, after) => {
		expect(reads(after)).toBe(true)
	})
})

const word = fc.constantFrom(
	...'وصل الوزير إلى المدينة أمس بعد الاجتماع مع اللجنة التي أعلنت نتائج الفرز نهائيا في بيان رسمي'.split(
		' ',
	),
)
const number = fc.nat({ max: 99_999 }).map(String)
const words = fc.array(fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: number }), {
	minLength: 3,
	maxLength: 60,
})
const settings = { seed: 20261124, numRuns: 400 }

/** A text of these words in sentences, and a range of whole words in it. */
const quotedText = fc
	.record({ words, from: fc.nat(), length: fc.integer({ min: 1, max: 8 }) })
	.map((given) => {
		const first = given.from % given.words.length
		const chosen = given.words.slice(first, first + given.length)
		const before = given.words.slice(0, first).map((each, index) => (index % 7 === 6 ? `${each}.` : each))
		const all = [...before, ...chosen, ...given.words.slice(first + given.length)]
		const start = before.map((each) => `${each} `).join('').length
		return { text: all.join(' '), start, end: start + chosen.join(' ').length }
	})

/** Noise that is spelling only: diacritics, tatweel, digits of the other script, hamza. */
function respell(clean: string): string {
	return clean
		.replace(/(?<=[بتسلمن])(?=\p{L})/gu, '\u0640')
		.replace(/(?<=[رد])(?=\s|$)/gu, '\u064f')
		.replace(/[أإ]/g, 'ا')
		.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
}

describe('in any text', () => {
	test('every quotation is found where it stood when nothing changed', () => {
		fc.assert(
			fc.property(quotedText, ({ text, start, end }) => {
				const read = readForAnchors(text)
				const quotation = describeQuotation(text, start, end)
				expect(reanchor(quotation, read, read)).toEqual({ kind: 'exact', quotation })
			}),
			settings,
		)
	})

	test('so is a range of any characters, or it is lost, but it is never found elsewhere', () => {
		const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
		fc.assert(
			fc.property(texts, fc.nat(), fc.nat(), (any, a, b) => {
				const [start = 0, end = 0] = [a % (any.length + 1), b % (any.length + 1)].sort((x, y) => x - y)
				fc.pre(any.slice(start, end).trim() !== '' && isQuotable(any, start) && isQuotable(any, end))
				const read = readForAnchors(any)
				const quotation = describeQuotation(any, start, end)
				const found = reanchor(quotation, read, read)
				if (found.kind !== 'lost') expect(found).toEqual({ kind: 'exact', quotation })
			}),
			settings,
		)
	})

	test('spelling noise loses nothing', () => {
		fc.assert(
			fc.property(quotedText, ({ text, start, end }) => {
				const old = describeQuotation(text, start, end)
				const found = reanchor(old, readForAnchors(text), readForAnchors(respell(text)))
				expect(found.kind).not.toBe('lost')
				if (found.kind !== 'lost') expect(found.quotation.exact).toBe(respell(old.exact))
			}),
			settings,
		)
	})

	test('a quotation with one digit changed is lost', () => {
		fc.assert(
			fc.property(quotedText, fc.nat(), ({ text, start, end }, choice) => {
				const digits = [...text.slice(start, end).matchAll(/\d/g)].map(({ index }) => start + index)
				const at = digits[choice % digits.length]
				fc.pre(at !== undefined)
				const changed = String((Number(text.charAt(at ?? 0)) + 1) % 10)
				const after = text.slice(0, at) + changed + text.slice((at ?? 0) + 1)
				const old = describeQuotation(text, start, end)
				expect(reanchor(old, readForAnchors(text), readForAnchors(after))).toEqual({ kind: 'lost' })
			}),
			{ ...settings, numRuns: 1000 },
		)
	})

	test('what is found reads as what was quoted, whatever became of the rest', () => {
		const edits = fc.array(
			fc.record({ at: fc.nat(), cut: fc.nat({ max: 4 }), put: fc.array(word, { maxLength: 3 }) }),
			{
				maxLength: 4,
			},
		)
		fc.assert(
			fc.property(quotedText, edits, ({ text, start, end }, changes) => {
				const list = text.split(' ')
				for (const { at, cut, put } of changes) list.splice(at % (list.length + 1), cut, ...put)
				const after = list.join(' ')
				const old = describeQuotation(text, start, end)
				const found = reanchor(old, readForAnchors(text), readForAnchors(after))
				if (found.kind === 'lost') return
				const { quotation } = found
				expect(after.slice(quotation.start, quotation.end)).toBe(quotation.exact)
				expect(quotation.exact).toBe(old.exact)
			}),
			settings,
		)
	})
})

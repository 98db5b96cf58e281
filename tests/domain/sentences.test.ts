import { describe, expect, test } from 'vitest'
import { findClauses, findSentences } from '#app/domain/sentences.ts'

const cut = (text: string) => findSentences(text).map(({ start, end }) => text.slice(start, end))
const clauses = (text: string) =>
	findClauses(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

describe('the sentences of an article', () => {
	test('are without its furniture', () => {
		const text = 'بلغ العجز 3 مليارات دينار.\nوقال الوزير إن الموازنة ستعدل قريبا.\nإرسال تعليق'
		expect(cut(text)).toEqual(['بلغ العجز 3 مليارات دينار.', 'وقال الوزير إن الموازنة ستعدل قريبا.'])
	})

	test.each([
		['بلغ المعدل 4.5 بالمئة. وكان 3.9 قبل عام.', 2],
		['قال د. سامر الكيلاني إن النتائج جيدة.', 1],
		['“هذا قرار خاطئ.” وأضافت أنها ستستأنف.', 2],
		['كان ذلك… قبل أعوام.', 1],
		['هل صدر القرار؟ لا أحد يعرف!', 2],
		['Gen. Whitlock met Mr. Haddad on Jan. 3 in the capital. They signed nothing.', 2],
		['The U.S. Senate passed the bill. It goes to the president.', 2],
	])('%s', (text, count) => {
		expect(cut(text)).toHaveLength(count)
	})

	test('begin behind the marks of lists and of Markdown', () => {
		expect(cut('# نتائج الفرز\n\n- بلغ عدد المقاعد 40 مقعدا.\n- وبلغت النسبة 12%.')).toEqual([
			'نتائج الفرز',
			'بلغ عدد المقاعد 40 مقعدا.',
			'وبلغت النسبة 12%.',
		])
	})

	test('have offsets of the text with its carriage returns', () => {
		const text = 'السطر الأول هنا.\r\n\r\nالسطر الثاني هنا.'
		const [, second] = findSentences(text)
		expect(text.slice(second?.start, second?.end)).toBe('السطر الثاني هنا.')
	})
})

describe('the clauses of a sentence', () => {
	test('begin at «، و», «حيث», «مما»', () => {
		expect(
			clauses(
				'ارتفعت الأسعار بنسبة 8% في مارس، وتراجعت المبيعات في المدن الكبرى، مما أدى إلى إغلاق ستين متجرا.',
			),
		).toEqual([
			'ارتفعت الأسعار بنسبة 8% في مارس',
			'وتراجعت المبيعات في المدن الكبرى',
			'مما أدى إلى إغلاق ستين متجرا',
		])
	})

	test('are what somebody says, behind «إن» and within quotation marks', () => {
		expect(clauses('قال الوزير أمس إن الصادرات بلغت 40 مليون طن.')).toContain('الصادرات بلغت 40 مليون طن')
		expect(clauses('قال الوزير: «صدرنا 40 مليون طن من القمح».')).toContain('صدرنا 40 مليون طن من القمح')
		expect(clauses('The minister said that exports reached 40 million tonnes.')).toContain(
			'exports reached 40 million tonnes',
		)
	})

	test('end at the next comma where they are put in between', () => {
		expect(clauses('الشركة، التي تأسست عام 1998 في وهران، باعت نصف أسهمها.')).toContain(
			'التي تأسست عام 1998 في وهران',
		)
	})

	test('are never the whole sentence, nor begin between the thousands of a number', () => {
		expect(clauses('بلغ عدد السكان 1,200,000 نسمة.')).toEqual([])
	})

	test('are not looked for in a text without full stops', () => {
		expect(clauses('قال الوزير إن العدد ارتفع، وأضاف '.repeat(200))).toEqual([])
	})
})

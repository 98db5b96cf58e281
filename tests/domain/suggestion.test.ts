import { describe, expect, test } from 'vitest'
import { areaUnderCurve, averagePrecision } from '#app/bench/ranking.ts'
import { arabicSamples, englishSamples, type Sample } from '#app/bench/suggestion-samples.ts'
import { suggestClaims } from '#app/domain/suggestion.ts'

const features = (text: string) => suggestClaims(text)[0]?.reasons.map(({ feature }) => feature) ?? []
const paragraph = [
	'بلغ معدل البطالة في الأردن 21.4% خلال الربع الثاني من العام الجاري.',
	'وقال وزير العمل نادر شاهين إن الحكومة خصصت 80 مليون دينار لدعم المشاريع الصغيرة.',
	'يعد هذا القرار نقطة تحول في مسيرة العلاقات بين الدولة والشباب.',
	'فهل تكفي هذه الأموال؟',
]

describe('samples', () => {
	test.each([...arabicSamples, ...englishSamples])('$text', ({ text, claim }) => {
		expect(suggestClaims(text).some(({ suggested }) => suggested)).toBe(claim)
	})

	test.each<[string, Sample[]]>([
		['Arabic', arabicSamples],
		['English', englishSamples],
	])('are ranked well in %s', (_, samples) => {
		const scored = samples.map(({ text, claim }) => ({
			score: suggestClaims(text)[0]?.score ?? 0,
			positive: claim,
		}))
		expect(averagePrecision(scored)).toBeGreaterThan(0.95)
		expect(areaUnderCurve(scored)).toBeGreaterThan(0.95)
	})
})

describe('reasons', () => {
	test.each([
		['percent', 'بلغت النسبة 40.27% من الأصوات.'],
		['amount', 'قتل 23 جنديا في الهجوم.'],
		['date', 'وقع البلدان الاتفاق في 24 ديسمبر.'],
		['when', 'وصل الوفد إلى العاصمة الأسبوع الماضي.'],
		['comparison', 'وتعد الجزيرة من أكثر البلدان أمطارا.'],
		['act', 'نفت الشركة تسريب البيانات.'],
		['biography', 'ولد الكاتب لأبوين تونسيين.'],
		['commitment', 'تعهدت الوزارة بفتح المدارس.'],
		['practice', 'وتضم المجموعة دولا ساحلية.'],
		['opinion', 'يعد هذا اللقاء نقطة تحول.'],
		['aim', 'يهدف المشروع إلى نشر المعرفة.'],
		['forecast', 'من المتوقع أن يجتمع الطرفان.'],
		['diplomacy', 'وبحثا سبل تعزيز التعاون.'],
		['advice', 'ينبغي أن نتحرك جميعا.'],
		['question', 'هل يصدر القرار؟'],
		['percent', 'Turnout was 61 per cent.'],
		['act', 'The company denied the report.'],
		['opinion', 'The visit is a milestone in our friendship.'],
	])('%s: %s', (feature, text) => {
		expect(features(text)).toContain(feature)
	})

	test('stand on the words that caused them, also through diacritics and tatweel', () => {
		const text = 'وأكّـد الوزيرُ أن النسبة ٤٠٫٢٧٪ في تُونس.'
		for (const { words, start, end } of suggestClaims(text).flatMap(({ reasons }) => reasons))
			expect(text.slice(start, end)).toBe(words)
		const first = suggestClaims(text)[0]
		expect(first?.reasons.find(({ feature }) => feature === 'percent')?.words).toBe('٤٠٫٢٧٪')
		expect(first?.reasons.find(({ feature }) => feature === 'place')?.words).toBe('تُونس')
	})

	test('add up to the score, together with where every span stands', () => {
		const offset = (text: string) => {
			const [first] = suggestClaims(text)
			if (!first) throw new Error('No span')
			const logOdds = Math.log(first.score / (1 - first.score))
			return logOdds - first.reasons.reduce((sum, { weight }) => sum + weight, 0)
		}
		const offsets = arabicSamples.slice(0, 8).map(({ text }) => offset(text))
		for (const one of offsets) expect(one).toBeCloseTo(offsets[0] ?? 0, 1)
	})

	test('are not taken from inside a word', () => {
		expect(features('استقبل المستقبلون مستقبلهم بمستقبل آخر جديد.')).not.toContain('when')
	})
})

describe('an article', () => {
	test('is ranked, the figures first and the question last', () => {
		const ranked = suggestClaims(paragraph.join(' '))
		expect(ranked[0]?.quote).toBe(paragraph[0])
		expect(ranked.map(({ score }) => score)).toEqual(
			[...ranked.map(({ score }) => score)].sort((a, b) => b - a),
		)
		const whole = ranked.filter(({ quote }) => paragraph.includes(quote))
		expect(whole.map(({ suggested }) => suggested)).toEqual([true, true, false, false])
	})

	test('never has two suggestions of the same words', () => {
		const long =
			'أعلنت الهيئة يوم الأحد أن عدد الناخبين المسجلين بلغ 4.2 مليون ناخب في المحافظات الشمالية كلها، وأوضحت أن نسبة المشاركة تجاوزت 61% للمرة الأولى منذ عشرين عاما في تلك الدوائر، فيما رفض حزب النهر النتائج واتهم الحكومة بتزوير محاضر الفرز في ثلاث دوائر قرب الحدود.'
		const suggested = suggestClaims(long).filter((span) => span.suggested)
		expect(suggested.length).toBeGreaterThan(1)
		for (const [index, span] of suggested.entries())
			for (const other of suggested.slice(index + 1))
				expect(span.end <= other.start || other.end <= span.start).toBe(true)
		const covered = suggestClaims(long).filter(({ reasons }) =>
			reasons.some(({ feature }) => feature === 'covered'),
		)
		expect(covered.length).toBeGreaterThan(0)
	})

	test('gives no furniture, not even for a low score', () => {
		const text = `${paragraph.join('\n')}\nعنوان فرعي عن 20 دولة\n${paragraph.join('\n')}\nإرسال تعليق\nشاركها.`
		const quotes = suggestClaims(text).map(({ quote }) => quote)
		for (const furniture of ['عنوان فرعي', 'إرسال تعليق', 'شاركها'])
			expect(quotes.filter((quote) => quote.includes(furniture))).toEqual([])
	})

	test('fills in who says it, of which countries, with which figures', () => {
		const text = 'وقال وزير العمل نادر شاهين إن معدل البطالة في الأردن بلغ 21.4%.'
		const [first] = suggestClaims(text)
		expect(first).toMatchObject({
			countries: ['JO'],
			claimant: { name: 'وزير العمل نادر شاهين', carried: false },
		})
		expect(first?.figures.map(({ value, unit }) => [value, unit])).toEqual([['21.4', 'percent']])
	})

	test('keeps the offsets of a text with front matter and carriage returns', () => {
		const text = `---\r\ntitle: بلغ العدد 900\r\n---\r\n\r\n${paragraph.join('\r\n')}\r\n`
		const spans = suggestClaims(text)
		expect(spans.length).toBeGreaterThan(3)
		for (const { start, end, quote } of spans) {
			expect(text.slice(start, end).replace(/\r\n/g, ' ')).toBe(quote)
			expect(quote).not.toContain('900')
		}
	})

	test('gives the same answer every time, and none for nothing', () => {
		const text = paragraph.join('\n')
		expect(suggestClaims(text)).toEqual(suggestClaims(text))
		expect(suggestClaims('')).toEqual([])
		expect(suggestClaims('… — !')).toEqual([])
	})
})

test.each([
	['one word again and again', 'قال '.repeat(20_000)],
	['marks that are never closed', '“'.repeat(80_000)],
	['sentences of one pattern', 'قال الوزير أمس إن. '.repeat(4_000)],
	['figures', '12 '.repeat(25_000)],
	['lines of one letter', 'ا\n'.repeat(4_000)],
])('a long text of %s is read to its end', (_, text) => {
	expect(suggestClaims(text).length).toBeLessThanOrEqual(20_000)
})

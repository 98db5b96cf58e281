import { describe, expect, test } from 'vitest'
import type { MatchReason } from '#app/domain/match-kinds.ts'
import { compareTexts } from '#app/domain/match.ts'

type FigureReason = Extract<MatchReason, { kind: 'figures' }>

function figures(first: string, second: string): FigureReason[] {
	return compareTexts(first, second).reasons.filter((reason) => reason.kind === 'figures')
}

const share = (figure: string) => `بلغت حصة المرشحة من أصوات مدينة سالامانكا ${figure}`
const cost = (figure: string) => `كلف ترميم قلعة شقيف ${figure}`
const crowd = (figure: string) => `سار في شوارع مدينة لوبيك ${figure} متظاهر`

describe('two figures of one quantity', () => {
	test.each([
		['40.27%', '40.3%', '0.03', 'rounded'],
		['40.27%', '40%', '0.27', 'rounded'],
		['40.26%', '40.3%', '0.04', 'rounded'],
		['40.27%', '40.26%', '0.01', 'no'],
		['40.27%', '40.2%', '0.07', 'no'],
		['40.27%', '40.3%، وفق اللجنة', '0.03', 'rounded'],
		['٤٠٫٢٧٪', '40.26 بالمئة', '0.01', 'no'],
		['نحو 40%', '42%', '2', 'rounded'],
		['نحو 40%', '49%', '9', 'no'],
	])('the share %s and %s: gap %s, %s', (first, second, gap, agree) => {
		expect(figures(share(first), share(second))).toMatchObject([{ gap, agree }])
	})

	test.each([
		['3.4 ملايين دولار', '3,412,000 دولار', '12000', 'rounded'],
		['3.4 ملايين دولار', '3.5 ملايين دولار', '100000', 'no'],
		['حوالي 3 ملايين دولار', '3.2 ملايين دولار', '200000', 'rounded'],
	])('the cost %s and %s: gap %s, %s', (first, second, gap, agree) => {
		expect(figures(cost(first), cost(second))).toMatchObject([{ gap, agree }])
	})

	test.each([
		['أكثر من 500', '540', '40', 'within_limit'],
		['أكثر من 500', '5000', '4500', 'no'],
		['أكثر من 500', '480', '20', 'no'],
		['أقل من 500', '480', '20', 'within_limit'],
		['أكثر من 500', 'أقل من 500', '0', 'no'],
		['ثلاثمئة', '300', '0', 'equal'],
	])('the crowd of %s and %s: gap %s, %s', (first, second, gap, agree) => {
		const found = figures(crowd(first), crowd(second))
		// Without a gap in spelling either there is nothing to compare.
		if (found.length === 0) expect(compareTexts(crowd(first), crowd(second)).sameFingerprint).toBe(true)
		else expect(found).toMatchObject([{ gap, agree }])
	})

	test('are shown as they are written, with their places in each text', () => {
		const [first, second] = [share('٤٠٫٢٧٪'), `قالت اللجنة: ${share('40.26%')}`]
		const [reason] = figures(first, second)
		expect(reason?.first).toMatchObject({ asWritten: '٤٠٫٢٧٪', value: '40.27' })
		expect(reason && second.slice(reason.second.start, reason.second.end)).toBe('40.26%')
	})
})

describe('two days of one event', () => {
	test('differ by days, over the end of a month too', () => {
		const found = figures(
			'افتُتح متحف السكك الحديدية في 30 يناير 2024',
			'افتُتح متحف السكك الحديدية في 2 شباط 2024',
		)
		expect(found).toMatchObject([
			{ first: { value: '2024-01-30' }, second: { value: '2024-02-02' }, gap: '3', agree: 'no' },
		])
	})
})

describe('the reasons say what keeps two claims apart', () => {
	test.each([
		[
			'another country',
			'بلغ التضخم في غانا 23% عام 2023',
			'بلغ التضخم في كينيا 8% عام 2023',
			{ kind: 'other_country', first: ['GH'], second: ['KE'] },
		],
		[
			'another year',
			'بلغ التضخم في غانا 23% عام 2023',
			'بلغ التضخم في غانا 40% عام 2022',
			{ kind: 'other_period', first: ['2023'], second: ['2022'] },
		],
		[
			'a negation',
			'وقعت غانا ميثاق البحار',
			'لم توقع غانا ميثاق البحار',
			{ kind: 'negation', side: 'second', word: 'لم' },
		],
		[
			'opposites',
			'ارتفعت أسعار السردين في آسفي',
			'تراجعت أسعار السردين في آسفي',
			{ kind: 'opposites', first: 'ارتفعت', second: 'تراجعت' },
		],
	])('%s', (_, first, second, reason) => {
		expect(compareTexts(first, second).reasons).toContainEqual(reason)
	})

	test('and which of the two says more', () => {
		const comparison = compareTexts(
			'أغلقت البلدية جسر السلام أمام الشاحنات',
			'أغلقت البلدية جسر السلام أمام الشاحنات في 12 مارس 2024 بعد انهيار جزء منه',
		)
		expect(comparison).toMatchObject({ kind: 'narrows', narrower: 'second' })
	})
})

test('comparing the other way round says the same', () => {
	const [first, second] = [share('40.27%'), share('40.26%')]
	const there = compareTexts(first, second)
	const back = compareTexts(second, first)
	expect(back.kind).toBe(there.kind)
	expect(back.similarity).toBeCloseTo(there.similarity, 10)
})

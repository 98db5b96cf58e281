import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandsOf } from '#app/domain/match-bands.ts'
import { fingerprintOf } from '#app/domain/match-claim.ts'
import { makeMatchKey } from '#app/domain/match-key.ts'
import { chooseTerms, nothingCommon, weightOf } from '#app/domain/match-search.ts'

const seeded = { seed: 20261124, numRuns: 500 }

describe('the fingerprint knows numbers in words', () => {
	test.each([
		['ثلاثمئة وخمسة وعشرون ألف نسمة', '325 ألف نسمة'],
		['ألفان ومئتان', '2200'],
		['مليون ومئتا ألف', '1,200,000'],
		['خمسة آلاف ومئتان', '5200'],
		['مئة وعشرين دولة', '120 دولة'],
		['مليارين ونصف المليار دولار', '2.5 مليار دولار'],
		['3 ملايين ونصف', '3.5 ملايين'],
		['ثلاث مئة رجل', '300 رجل'],
		['three hundred and fifty ships', '350 ships'],
		['twenty-five percent', '25%'],
		['two million people', '2,000,000 people'],
	])('%s is %s', (words, digits) => {
		expect(fingerprintOf(words)).toBe(fingerprintOf(digits))
	})

	test.each([
		['two figures side by side', 'بين 20 وثلاثين', 'بين 50'],
		['a list', 'في 2019 و2020', 'في 4039'],
		['hundreds that are not added', '300 في المئة', '400'],
	])('%s stay what they are', (_, one, other) => {
		expect(fingerprintOf(one)).not.toBe(fingerprintOf(other))
	})
})

const letters = fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي')
const word = fc.string({ unit: letters, minLength: 2, maxLength: 8 })
const number = fc.integer({ min: 11, max: 999_999 }).map(String)
const small = fc.constantFrom('في', 'من', 'عام', 'بالمئة', 'مئة', 'وعشرون', 'ألف', 'ومئتان', 'يناير', 'دولة')
const text = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: word },
			{ weight: 2, arbitrary: small },
			{ weight: 2, arbitrary: number },
		),
		{ minLength: 1, maxLength: 14 },
	)
	.map((words) => words.join(' '))
const marks = fc.array(
	fc.tuple(fc.nat(300), fc.constantFrom('\u064e', '\u0651', '\u064b', '\u0640', '\u200f', '\u200d')),
	{ maxLength: 12 },
)

describe('for any claim', () => {
	test('the fingerprint of a fingerprint is itself', () => {
		fc.assert(
			fc.property(text, (claim) => {
				const fingerprint = fingerprintOf(claim)
				expect(fingerprintOf(fingerprint)).toBe(fingerprint)
			}),
			seeded,
		)
	})

	test('spelling noise never changes the key', () => {
		fc.assert(
			fc.property(text, marks, (claim, noise) => {
				let noisy = claim.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
				for (const [at, mark] of noise) {
					const place = at % (noisy.length + 1)
					if (/\p{L}/u.test(noisy.charAt(place - 1)))
						noisy = noisy.slice(0, place) + mark + noisy.slice(place)
				}
				noisy = noisy.replace(/ا/g, (_, at: number) => 'اأإآ'.charAt(at % 4)).replace(/ي(?= |$)/g, 'ى')
				expect(makeMatchKey(`«${noisy}».`)).toEqual(makeMatchKey(claim))
			}),
			seeded,
		)
	})

	test('one digit always changes the fingerprint', () => {
		fc.assert(
			fc.property(
				text,
				number,
				text,
				fc.nat(5),
				fc.integer({ min: 1, max: 9 }),
				(before, figure, after, at, by) => {
					const place = at % figure.length
					const digit = (Number(figure[place]) + by) % 10
					const other = figure.slice(0, place) + String(digit) + figure.slice(place + 1)
					expect(fingerprintOf(`${before} ${other} ${after}`)).not.toBe(
						fingerprintOf(`${before} ${figure} ${after}`),
					)
				},
			),
			seeded,
		)
	})
})

describe('bands', () => {
	const stems = Array.from({ length: 20 }, (_, index) => `كلمة${index}`)
	const shared = (one: number[], other: number[]) => one.filter((band, at) => band === other[at]).length

	test('are twenty 32-bit integers that depend on the words alone', () => {
		const bands = bandsOf(stems)
		expect(bands).toHaveLength(20)
		expect(bands.every((band) => Number.isInteger(band) && band === (band | 0))).toBe(true)
		expect(bandsOf([...stems].reverse())).toEqual(bands)
	})

	test('agree the more, the more words are shared, and not by chance', () => {
		const nearly = bandsOf([...stems.slice(0, 18), 'أخرى', 'غيرها'])
		const hardly = bandsOf([...stems.slice(0, 2), ...stems.slice(2).map((stem) => `${stem}!`)])
		expect(shared(bandsOf(stems), nearly)).toBeGreaterThan(3)
		expect(shared(bandsOf(stems), hardly)).toBe(0)
	})

	test('there are none of no words', () => {
		expect(makeMatchKey(' … ').bands).toEqual([])
	})
})

describe('what is looked for', () => {
	const shares = new Map([
		['حكومه', 0.2],
		['وزير', 0.1],
		['بلد', 0.05],
		['ميناء', 0.002],
	])
	const common = { claims: 100_000, shares, least: 0.002 }

	test('at a desk without claims it is every word alone', () => {
		expect(chooseTerms(['حكومه', 'ميناء'], nothingCommon)).toEqual({ alone: ['حكومه', 'ميناء'], pairs: [] })
	})

	test('at a large one it is rare words alone and others in pairs, never two that are common', () => {
		const { alone, pairs } = chooseTerms(['حكومه', 'وزير', 'ميناء', 'نادره'], common)
		expect(alone).toEqual(['نادره'])
		expect(pairs).toContainEqual(['ميناء', 'وزير'])
		expect(pairs).not.toContainEqual(['وزير', 'حكومه'])
	})

	test('rarer words weigh more', () => {
		expect(weightOf(common, 'نادره')).toBeGreaterThan(weightOf(common, 'ميناء'))
		expect(weightOf(common, 'ميناء')).toBeGreaterThan(weightOf(common, 'حكومه'))
	})
})

describe('English verbs that are months too', () => {
	test.each([
		['thousands march on the capital', 'm03'],
		['the ministry may raise prices', 'm05'],
		['May says nothing of it', 'm05'],
	])('stay verbs: %s', (claim, month) => {
		expect(fingerprintOf(claim).split(' ')).not.toContain(month)
	})

	test.each([
		['prices rose in May', 'm05'],
		['the vote of 24 March 2025', 'm03'],
		['March 2025', 'm03'],
		['since last May', 'm05'],
	])('are months beside a number or behind "in": %s', (claim, month) => {
		expect(fingerprintOf(claim).split(' ')).toContain(month)
	})
})

/*
 * Claims that look like Arabic news to an index: words made of roots and patterns, common ones far more often than rare
 * ones (Zipf), with figures, countries and small words between them. They mean nothing, and are the same on every run.
 */

/** Numbers from 0 to below 1 that seem without order and depend on the seed alone (mulberry32). */
export function makeChance(seed: number): () => number {
	let state = seed >>> 0
	return () => {
		state = (state + 0x6d2b79f5) >>> 0
		let mixed = state
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
}

const consonants = 'بتثجحخدذرزسشصضطظعغفقكلمنه'
/** 1, 2 and 3 stand for the letters of the root. */
const patterns = [
	'123',
	'1ا23',
	'م12و3',
	'12ا3',
	'ت12ي3',
	'م1ا23ة',
	'ا1ت2ا3',
	'است12ا3',
	'ان12ا3',
	'12ي3',
	'ي123',
	'ت123',
	'أ12ا3',
]
const openings = ['', '', '', 'ال', 'ال', 'ال', 'و', 'ب', 'لل', 'وال', 'بال']
const smallWords = 'في من على إلى أن عن مع هذا التي الذي بعد قبل بين كما قد لم كان خلال منذ كل'.split(' ')
const countries =
	'مصر العراق سوريا لبنان اليمن السودان تونس الجزائر المغرب الأردن ليبيا كينيا البرازيل تركيا'.split(' ')
const counted = ['شخص', 'دولة', 'دولار', 'قرية', 'طن', 'صوت']

/** How many words there are to draw from. */
const vocabulary = 60_000

function makeWords(): string[] {
	const chance = makeChance(7)
	const letter = () => consonants.charAt(Math.floor(chance() * consonants.length))
	const words = new Set<string>()
	while (words.size < vocabulary) {
		const root = [letter(), letter(), letter()]
		const pattern = patterns[Math.floor(chance() * patterns.length)] ?? ''
		const opening = openings[Math.floor(chance() * openings.length)] ?? ''
		words.add(opening + pattern.replace(/\d/g, (place) => root[Number(place) - 1] ?? ''))
	}
	return [...words]
}

export type SyntheticClaims = {
	/** The next claim: 8 to 30 words. */
	next: () => string
	/** The claim with about every seventh word replaced. */
	edit: (claim: string) => string
	/** The claim with diacritics, tatweel, other digits and other quotation marks, and nothing else. */
	respell: (claim: string) => string
}

export function makeSyntheticClaims(seed: number): SyntheticClaims {
	const words = makeWords()
	const chance = makeChance(seed)
	const pick = <Item>(list: readonly Item[], fallback: Item): Item =>
		list[Math.floor(chance() * list.length)] ?? fallback
	const word = () => words[Math.floor(words.length ** chance()) - 1] ?? 'خبر'
	const token = () => {
		const kind = chance()
		if (kind < 0.25) return pick(smallWords, 'في')
		if (kind < 0.3) return pick(countries, 'مصر')
		if (kind < 0.34) return `${Math.floor(chance() ** 3 * 5000) + 2} ${pick(counted, 'شخص')}`
		if (kind < 0.36) return `${(chance() * 100).toFixed(2)}%`
		return word()
	}
	return {
		next: () => Array.from({ length: 8 + Math.floor(chance() ** 2 * 23) }, token).join(' '),
		edit: (claim) =>
			claim
				.split(' ')
				.map((each) => (chance() < 0.15 ? word() : each))
				.join(' '),
		respell: (claim) =>
			`«${claim}»`
				.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
				.replace(/(?<=\p{L})\p{L}/gu, (letter) => (chance() < 0.1 ? `${letter}\u064e` : letter)),
	}
}

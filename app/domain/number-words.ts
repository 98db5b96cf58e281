import { scaleWords as plainScales, teenFirstWords, tensWords, unitWords } from './spelling.ts'

/*
 * Numbers in words, as they look after the letters are folded: no diacritics, one form for each family of letters,
 * small Latin letters (see `foldText`).
 */

/** Zeros of the multipliers that stand behind a number: «20 ألفًا», "3 million". */
export const scales = new Map<string, number>([
	...Object.entries(plainScales).map(([word, value]) => [word, Math.round(Math.log10(value))] as const),
	['بليون', 9],
	['بلايين', 9],
	['تريليون', 12],
	['تريليونا', 12],
	['تريليونات', 12],
	['ترليون', 12],
	['ترليونات', 12],
	['trillion', 12],
])
/** Written onto a number in digits: "$3bn". Of one letter only behind a sign of money, for "3m" is a length. */
export const joinedScales = new Map([
	['bn', 9],
	['mn', 6],
	['mln', 6],
	['tn', 12],
	['trn', 12],
])
export const joinedMoneyScales = new Map([...joinedScales, ['k', 3], ['m', 6], ['b', 9]])

/** Multipliers that stand alone for one or two of them. */
export const lonelyScales = new Map<string, [count: number, zeros: number]>([
	['الف', [1, 3]],
	['مليون', [1, 6]],
	['مليار', [1, 9]],
	['بليون', [1, 9]],
	['تريليون', [1, 12]],
	...['الفان', 'الفين', 'الفي', 'الفا'].map((word) => [word, [2, 3]] as [string, [number, number]]),
	...['مليونان', 'مليونين', 'مليوني', 'مليونا'].map((word) => [word, [2, 6]] as [string, [number, number]]),
	...['ملياران', 'مليارين', 'ملياري', 'مليارا'].map((word) => [word, [2, 9]] as [string, [number, number]]),
	...['تريليونان', 'تريليونين', 'تريليوني'].map((word) => [word, [2, 12]] as [string, [number, number]]),
])

export const tens = new Map(Object.entries(tensWords))
/** Three to ten: one and two are said by the noun. */
export const units = new Map(Object.entries(unitWords))
/** Two, which stands alone («اثنان من الجنود») and before ten. */
export const twos = new Set(['اثنان', 'اثنين', 'اثنتان', 'اثنتين'])
/** What stands before «وعشرون» and its like. */
export const unitsInCompounds = new Map<string, number>([
	...units,
	['واحد', 1],
	['واحده', 1],
	['احد', 1],
	['احدي', 1],
	...[...twos].map((word) => [word, 2] as const),
])
/** What stands before «عشر». */
export const teenFirsts = new Map(Object.entries(teenFirstWords))

const hundredWords = ['ميه', 'مايه']
export const hundreds = new Map<string, number>([
	...hundredWords.map((word) => [word, 100] as const),
	...['ميتان', 'ميتين', 'ميتا', 'ميتي', 'مايتان', 'مايتين', 'مايتا', 'مايتي'].map(
		(word) => [word, 200] as const,
	),
	...[...units]
		.filter(([, value]) => value < 10)
		.flatMap(([word, value]) => hundredWords.map((hundred) => [word + hundred, value * 100] as const)),
])
export const isHundred = (word: string | undefined) => word === 'ميه' || word === 'مايه'

/** Parts of a multiplier that is said before: «مليون ونصف». In hundredths of it. */
export const addedParts = new Map([
	['نصف', 50],
	['ربع', 25],
])

/** Amounts that say only of which size they are. */
export const vagueAmounts = new Set(['عشرات', 'ميات', 'الاف', 'ملايين', 'مليارات', 'تريليونات'])
export const vagueEnglish = new Set([
	'tens',
	'dozens',
	'scores',
	'hundreds',
	'thousands',
	'millions',
	'billions',
	'trillions',
])

export const englishUnits = new Map(
	'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
		.split(' ')
		.map((word, index) => [word, index + 1] as const),
)
export const englishTens = new Map(
	'twenty thirty forty fifty sixty seventy eighty ninety'
		.split(' ')
		.map((word, index) => [word, (index + 2) * 10] as const),
)

/** Fractions of a whole: what each part is called, by how many there are. */
export const fractionNames = new Map<string, number>([
	...['نصف', 'half', 'halves'].map((word) => [word, 2] as const),
	...['ثلث', 'اثلاث', 'third', 'thirds'].map((word) => [word, 3] as const),
	...['ربع', 'ارباع', 'quarter', 'quarters'].map((word) => [word, 4] as const),
	...['خمس', 'اخماس', 'fifth', 'fifths'].map((word) => [word, 5] as const),
	...['سدس', 'اسداس', 'sixth', 'sixths'].map((word) => [word, 6] as const),
	...['سبع', 'اسباع', 'seventh', 'sevenths'].map((word) => [word, 7] as const),
	...['ثمن', 'اثمان', 'eighth', 'eighths'].map((word) => [word, 8] as const),
	...['تسع', 'اتساع', 'ninth', 'ninths'].map((word) => [word, 9] as const),
	...['عشر', 'اعشار', 'tenth', 'tenths'].map((word) => [word, 10] as const),
])
/** Two of a part in one word. */
export const fractionPairs = new Map<string, number>([
	...['ثلثا', 'ثلثي', 'ثلثان', 'ثلثين'].map((word) => [word, 3] as const),
	...['خمسا', 'خمسي', 'خمسان'].map((word) => [word, 5] as const),
])

/** Ordinals of ages: «في الثانية والخمسين من عمره». */
export const feminineOrdinals = new Map<string, number>([
	['الحاديه', 1],
	['الاولي', 1],
	['الثانيه', 2],
	['الثالثه', 3],
	['الرابعه', 4],
	['الخامسه', 5],
	['السادسه', 6],
	['السابعه', 7],
	['الثامنه', 8],
	['التاسعه', 9],
	['العاشره', 10],
])

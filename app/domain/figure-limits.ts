import type { Comparator } from './figure.ts'

const limits: [Comparator, before: string, after: string][] = [
	[
		'at_least',
		'(?:ما )?لا [تي]قل عن|علي الاقل|at least|no (?:fewer|less) than|a minimum of',
		'علي الاقل|كحد ادني|فاكثر|او اكثر|at least|or more',
	],
	[
		'at_most',
		'(?:ما )?لا [تي]زيد (?:علي|عن)|لا [تي]تجاوز|لا [تي]تعدي|علي الاكثر|at most|no more than|up to|a maximum of|as many as',
		'علي الاكثر|كحد اقصي|فاقل|او اقل|at most|or (?:fewer|less)',
	],
	[
		'more_than',
		'اكثر من|ازيد من|(?:ما )?[تي]زيد (?:علي|عن)|زادت? علي|[تي]فوق|[تي]تجاوز|تجاوزت?|(?:ما )?[تي]ربو علي|فوق|more than|over|above|exceed(?:s|ed|ing)?|upwards of',
		'ونيف|وازيد|-plus',
	],
	['less_than', 'اقل من|(?:ما )?[تي]قل عن|دون|تحت|less than|fewer than|under|below', ''],
	[
		'about',
		'نحو|حوالي|قرابه|زها|(?:ما )?[تي]قارب|[تي]ناهز|ناهزت?|تقريبا|ما [تي]قرب من|about|around|nearly|almost|roughly|some|approximately|an estimated|close to',
		'تقريبا|or so',
	],
]
/** "Not less than" ends in "less than": the longer one is asked first. Only «دون» is another word behind ب. */
const before = limits.map(
	([comparator, words]) =>
		[
			comparator,
			new RegExp(
				String.raw`(?<!\p{L})(?:[فبكل](?!دون)|و)?(?:${words.replaceAll(' ', String.raw`\s+`)})\s*(?:ال\s*)?[(«“"]?\s*$`,
				'u',
			),
		] as const,
)
const after = limits
	.filter(([, , words]) => words !== '')
	.map(
		([comparator, , words]) =>
			[
				comparator,
				new RegExp(
					String.raw`^[)»”"]?\s*(?:\p{L}+\s+)?(?:${words.replaceAll(' ', String.raw`\s+`)})(?!\p{L})`,
					'u',
				),
			] as const,
	)

/** What the words round a figure make of it; `from` and `to` are its place in the folded line. */
export function compareAround(line: string, from: number, to: number): Comparator {
	const opening = line.slice(Math.max(0, from - 30), from)
	const closing = line.slice(to, to + 40)
	return limitBefore(opening) ?? after.find(([, pattern]) => pattern.test(closing))?.[0] ?? 'exactly'
}

/** The limit that a text ends with. */
export function limitBefore(opening: string): Comparator | null {
	return before.find(([, pattern]) => pattern.test(opening))?.[0] ?? null
}

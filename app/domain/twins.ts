import { parseFigures, type ParsedFigure } from './figure-parsing.ts'
import { type Bilingual, type Language, otherLanguage } from './language.ts'
import { numberOf } from './quantity.ts'
import { citationsIn } from './rationale.ts'

/** What one of two texts that should say the same has and the other lacks. */
export type TwinGap = {
	/** The language that has it. */
	in: Language
	/** As it stands there. */
	asWritten: string
	kind: 'figure' | 'citation'
}

/** How the two languages of a verdict stand to each other. */
export type TwinState = {
	/** The language whose text was left behind when the other was changed. */
	stale: Language | null
	gaps: TwinGap[]
}

/**
 * Numbers, dates and citations that stand in one of two languages only. Each counts once however often it stands
 * there, and by its value, so that «٤٠٫٢٧٪» is 40.27% and «شباط» is February. What has no value that the text tells
 * (a day without its year) is not compared. Empty where one of the texts is.
 */
export function compareTwins(texts: Bilingual): TwinGap[] {
	if (!texts.ar?.trim() || !texts.en?.trim()) return []
	const read = { ar: readText(texts.ar), en: readText(texts.en) }
	return (['ar', 'en'] as const).flatMap((language) => {
		const own = read[language]
		const other = read[otherLanguage(language)]
		const figures = [...own.figures]
			.filter(([value]) => !other.figures.has(value) && !isPartOf(value, other.figures))
			.map(([, asWritten]): TwinGap => ({ in: language, asWritten, kind: 'figure' }))
		const citations = [...own.citations]
			.filter((number) => !other.citations.has(number))
			.map((number): TwinGap => ({ in: language, asWritten: `[${number}]`, kind: 'citation' }))
		return [...figures, ...citations]
	})
}

/** The gaps of a verdict, of summary and rationale together, each once. */
export function compareVerdictTwins({
	summary,
	rationale,
}: {
	summary: Bilingual
	rationale: Bilingual
}): TwinGap[] {
	return compareTwins({ ar: join(summary.ar, rationale.ar), en: join(summary.en, rationale.en) })
}

function join(summary: string | null, rationale: string | null): string {
	return [summary, rationale].filter(Boolean).join('\n\n')
}

/**
 * Which language's text was left behind, after a change: the one that was not touched while the other was. Writing in it
 * afterwards catches up. Nothing is behind where one of the texts is empty.
 * @param before what stood there, and what was behind then
 */
export function staleAfter(
	before: { texts: Bilingual[]; stale: Language | null },
	after: Bilingual[],
): Language | null {
	const says = (texts: Bilingual[], language: Language) => texts.map((text) => text[language]?.trim() ?? '')
	const changed = (language: Language) =>
		says(before.texts, language).join('\n\n') !== says(after, language).join('\n\n')
	const isWritten = (language: Language) => says(after, language).some((text) => text !== '')
	if (!isWritten('ar') || !isWritten('en')) return null
	// A text that is only now written is written after the other.
	const wasWritten = (language: Language) => says(before.texts, language).some((text) => text !== '')
	if (!wasWritten('ar') || !wasWritten('en')) return null
	if (changed('ar') && changed('en')) return null
	if (changed('ar')) return before.stale === 'ar' ? null : 'en'
	if (changed('en')) return before.stale === 'en' ? null : 'ar'
	return before.stale
}

function readText(text: string) {
	const figures = new Map<string, string>()
	// A citation is no number, and brackets keep its place.
	for (const figure of parseFigures(text.replace(/\[[0-9\u0660-\u0669]{1,3}\]/g, ' '))) {
		for (const key of keysOf(figure)) if (!figures.has(key)) figures.set(key, figure.asWritten)
	}
	return { figures, citations: citationsIn(text) }
}

/** What a figure is the same by in both languages; nothing where the text does not tell its value. */
function keysOf({ unit, value, valueTo, asWritten }: ParsedFigure): string[] {
	const values = [value, valueTo ?? ''].filter(Boolean)
	switch (unit) {
		case 'date':
		case 'month':
		case 'decade':
		case 'hijri':
			return values
		// Newsrooms name the day of the week in one language and leave it out in the other.
		case 'weekday':
			return []
		case 'percent':
		case 'share':
			return values.map((each) => `${unit} ${numberOf({ value: each, unit }) ?? each}`)
		default:
			// Small numbers in words are grammar as often as facts: «تعادل ثلاثي» holds the three of "the three leading".
			return values
				.map((each) => numberOf({ value: each, unit }))
				.filter((number) => number !== null && (number > 10 || /\p{Nd}/u.test(asWritten)))
				.map(String)
	}
}

/** Whether a month or year is told by a day in the other text, or a year by its month. */
function isPartOf(value: string, others: ReadonlyMap<string, string>): boolean {
	return [...others.keys()].some((other) => other.startsWith(`${value}-`))
}

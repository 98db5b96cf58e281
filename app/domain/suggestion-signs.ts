import type { ParsedFigure } from './figure-parsing.ts'
import type { FigureUnit } from './figure.ts'
import type { CountryMention } from './gazetteer.ts'
import { firstFrom, touching, within } from './span-search.ts'
import { arabicVariants, inflectArabic } from './suggestion-arabic.ts'
import { englishVariants, inflectEnglish } from './suggestion-english.ts'
import type { Feature } from './suggestion-features.ts'
import { findHits, makeLexicon } from './suggestion-lexicon.ts'
import type { Token } from './suggestion-tokens.ts'
import { weights } from './suggestion-weights.ts'
import { arabicWords } from './suggestion-words.ar.ts'
import { englishWords } from './suggestion-words.en.ts'
import type { Span } from './words.ts'

/** A feature shown at a place of a text: half-open, in UTF-16 code units. `verb`: by a verb, so that a clause has one. */
export type Sign = Span & { feature: Feature; verb: boolean }

const lexicons = [
	makeLexicon(arabicWords, inflectArabic, arabicVariants),
	makeLexicon(englishWords, inflectEnglish, englishVariants),
]

/** The signs of a whole text in order: words of the lists, figures, places, quotations, verbs that open sentences. */
export function readSigns(
	text: string,
	tokens: readonly Token[],
	figures: readonly ParsedFigure[],
	countries: readonly CountryMention[],
	sentences: readonly Span[],
	speakers: readonly (Span | null)[],
): Sign[] {
	const latin = tokens.some(({ word }) => /^[a-z]/.test(word))
	const hits = (latin ? lexicons : lexicons.slice(0, 1)).flatMap((lexicon) => findHits(tokens, lexicon))
	const inFigure = (span: Span) => touching(figures, span).length > 0
	const heads = new Set(sentences.map(({ start }) => start))
	const atHead = (from: number) =>
		heads.has(tokens[from]?.start ?? -1) || /[:|]/.test(tokens[from]?.before ?? '')
	const words: Sign[] = []
	for (const { feature, from, to, verb } of hits) {
		const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
		if (feature === 'idiom' || (feature === 'quantity' && inFigure(span))) continue
		// What will be done is no practice yet.
		const future = /^[وف]?س[يتن]/.test(tokens[from]?.word ?? '')
		if (future && verb && (feature === 'practice' || feature === 'fact')) continue
		if (feature === 'headline' && !atHead(from)) continue
		words.push({ ...span, feature, verb })
	}
	const signs = [
		...strongestOfEach(words),
		...figures.flatMap((figure) => signOfFigure(text, figure)),
		...countries.map(({ start, end }) => ({ start, end, feature: 'place' as const, verb: false })),
		...quotations(text),
		...numberedLaws(text),
		...sentences
			.flatMap((sentence) => headlineSpeaker(text, sentence))
			.filter((span) => !words.some((sign) => sign.feature === 'speech' && overlap(sign, span))),
	]
	const names = signs.filter(({ feature }) => feature === 'name').sort((a, b) => a.start - b.start)
	for (const speaker of new Set(speakers)) {
		// A carried speaker stands in another sentence.
		if (!speaker || touching(names, speaker).length > 0) continue
		signs.push({ start: speaker.start, end: speaker.end, feature: 'name', verb: false })
	}
	signs.push(...narration(tokens, sentences, words))
	return signs.sort((a, b) => a.start - b.start || a.end - b.end)
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** A word counts once for what it says at most, and once against. */
function strongestOfEach(words: Sign[]): Sign[] {
	const best = new Map<string, Sign>()
	for (const sign of words) {
		const side = weights[sign.feature] < 0 ? '-' : '+'
		const id = `${sign.start}${side}`
		const other = best.get(id)
		if (!other) best.set(id, sign)
		else if (Math.abs(weights[sign.feature]) > Math.abs(weights[other.feature]))
			best.set(id, { ...sign, verb: sign.verb || other.verb })
		else if (sign.verb) other.verb = true
	}
	return [...best.values()]
}

const kinds: Record<FigureUnit, Feature> = {
	percent: 'percent',
	share: 'percent',
	number: 'amount',
	people: 'amount',
	country: 'amount',
	money_usd: 'amount',
	money: 'amount',
	measure: 'amount',
	age: 'amount',
	year: 'amount',
	date: 'date',
	month: 'date',
	decade: 'date',
	weekday: 'when',
	hijri: 'date',
	other: 'amount',
}

function signOfFigure(text: string, { start, end, unit, value }: ParsedFigure): Sign[] {
	// The number of a hashtag is part of its name.
	if (/#[\p{L}\p{M}\p{N}_]*$/u.test(text.slice(Math.max(0, start - 60), start))) return []
	const calendar = (unit === 'year' || unit === 'number') && /^(?:1[5-9]|20)\d\d$/.test(value)
	const feature = calendar ? 'date' : kinds[unit]
	// «ثلاثة أيام» and «عشرات الآلاف» weigh less than what somebody counted.
	const vague = value === '' || unit === 'number' || unit === 'measure' || unit === 'age' || unit === 'people'
	const inWords = feature === 'amount' && vague && !/\p{N}/u.test(text.slice(start, end))
	return [{ start, end, feature: inWords || unit === 'share' ? 'quantity' : feature, verb: false }]
}

/** «المادة 25», "Resolution 40": the number is no figure, and what it names can be looked up. */
function numberedLaws(text: string): Sign[] {
	const pattern =
		/(?<!\p{L})[وفبل]?(?:ال)?(?:مادة|قرار|قانون|article|resolution|law)\s{1,3}(?:رقم\s{1,3}|no\.?\s{1,3})?(?<number>\p{N}{1,5})(?!\p{N})/giu
	return [...text.matchAll(pattern)].map((match) => {
		const end = match.index + match[0].length
		return { start: end - (match.groups?.['number']?.length ?? 0), end, feature: 'amount', verb: false }
	})
}

/** Words in quotation marks: up to three are a name or term, more are what somebody said. */
function quotations(text: string): Sign[] {
	return [...text.matchAll(/["“«](?<inside>[^"“”«»\n]{2,400}?)["”»]/gu)].map((match) => {
		const inside = match.groups?.['inside'] ?? ''
		const feature: Feature = inside.trim().split(/\s+/).length > 3 ? 'quotation' : 'name'
		const start = match.index + 1
		return { start, end: start + inside.length, feature, verb: false }
	})
}

/** «وزير الصحة: …»: in headlines a colon stands for the verb of saying. */
function headlineSpeaker(text: string, { start, end }: Span): Sign[] {
	const match =
		/^["“«]?[\p{L}\p{M}\p{N}#_'’.]+(?: [\p{L}\p{M}\p{N}#_'’.]+){0,7} ?:(?=\s{0,3}["“«]?\s{0,3}\S+\s+\S+\s+\S)/u.exec(
			text.slice(start, end),
		)
	if (!match) return []
	return [{ start, end: start + match[0].length, feature: 'speech', verb: false }]
}

/** Words that look like verbs at the head of a sentence and are none. */
const noVerbs = new Set(
	'تحت بيت وقت بنت تلك ليست ليس ليت هنالك تاليا يوم يد تجاه تبعا توقيت تعليقا تقرير تقريبا تحديدا تعزيز تنسيق تعاون توقيع تكثيف تطوير تحقيق تبادل تشكيل تنفيذ نحو نتيجه نفس نحن'.split(
		' ',
	),
)
const connective = /[،,]\s*["'«“]?$/

/**
 * Verbs that no list has, known by where they stand: first in a sentence (or behind an adverbial and its comma), before a
 * word with the article; or behind «قد».
 */
function narration(tokens: readonly Token[], sentences: readonly Span[], known: readonly Sign[]): Sign[] {
	const verbs = new Set(known.filter(({ verb }) => verb).map(({ start }) => start))
	const found: Sign[] = []
	for (const sentence of sentences) {
		const from = firstFrom(tokens, sentence.start)
		const to = firstFrom(tokens, sentence.end)
		const heads = [from]
		for (let index = from + 1; index < Math.min(to, from + 9); index++)
			if (connective.test(tokens[index]?.before ?? '')) heads.push(index)
		for (let index = from; index < to; index++)
			if (/^[وف]?(?:ل?قد)$/.test(tokens[index]?.word ?? '')) heads.push(index + 1)
		for (const head of heads.slice(0, 3)) {
			const token = tokens[head]
			const next = tokens[head + 1]
			if (!token || !next || head + 1 >= to || verbs.has(token.start) || !looksLikeVerb(token, next)) continue
			found.push({ start: token.start, end: token.end, feature: 'narration', verb: true })
			break
		}
	}
	return found
}

function looksLikeVerb({ word }: Token, next: Token): boolean {
	const bare = word.replace(/^[وف](?=...)/, '')
	if (noVerbs.has(bare) || bare.length < 4 || /^ال/.test(bare)) return false
	const past = /[^ا]ت$/.test(bare)
	const present = /^(?:س?[يت])/.test(bare) && !/[هات]$/.test(bare)
	return (past || present) && /^(?:ال|وزار|رييس|وزير|هيي|شرك|منظم|محكم|قوات|حكوم|مجلس|لجن)/.test(next.word)
}

/** What only the span itself shows: a question, too few words, no verb. */
export function signsWithin(
	text: string,
	signs: readonly Sign[],
	span: Span,
	{ whole, words }: { whole: boolean; words: number },
): Sign[] {
	const inside = within(signs, span)
	const written = text.slice(span.start, span.end)
	const at = (feature: Feature, part: Span = span) => inside.push({ ...part, feature, verb: false })
	const mark = /[؟?!]["”»'’)\]]*$/u.exec(written)
	const asks =
		/^["“«]?\s*(?:[وف]?(?:هل|كيف|لماذا|ماذا|متى|أين|من هو|ما هو|ما هي|أليس|ألا)|(?:why|how|what|when|who|where|is|are|does|do|can)(?=\s.*\?))\s/iu.exec(
			written,
		)
	if (mark && /[؟?]/.test(mark[0])) at('question', { start: span.start + mark.index, end: span.end })
	else if (asks && /[؟?]|^\S*(?:هل|لماذا|ماذا)/.test(written))
		at('question', { start: span.start, end: span.start + asks[0].trimEnd().length })
	else if (mark) at('exclamation', { start: span.start + mark.index, end: span.end })
	if (words < 6) at('short')
	if (whole && !inside.some(({ verb, feature }) => verb || supports.has(feature))) at('unsupported')
	return inside
}

const supports = new Set<Feature>([
	'percent',
	'amount',
	'quantity',
	'date',
	'happening',
	'headline',
	'comparison',
	'change',
	'cause',
	'commitment',
	'event',
	'practice',
	'act',
	'speech',
	'biography',
])

import { foldText } from './folding.ts'
import { findFrontMatter } from './front-matter.ts'
import {
	agencies,
	commonOpenings,
	type FurnitureKind,
	furniturePhrases,
	type FurniturePhrases,
} from './furniture-words.ts'
import { touching } from './span-search.ts'
import { readList } from './suggestion-features.ts'
import { paragraphs, sentences } from './paragraphs.ts'
import type { Span } from './words.ts'

/**
 * A piece of an article's text that is not the article, with its place: half-open, in UTF-16 code units of the text.
 * `rule` is what it was known by: words of a list, where it stands and how it looks, that it comes again and again, or that
 * a person said so.
 */
export type Furniture = Span & { kind: FurnitureKind; rule: 'words' | 'shape' | 'repetition' | 'person' }

/**
 * What of a text is to be set aside: comment and share footers, headings between paragraphs, search phrases at the heads of
 * paragraphs, bylines, "read also", newsletter boxes, copyright lines, captions, front matter. In order, and none inside
 * another. Nothing is deleted. The title stays: it may make a claim. House rules; the words are in `furniture-words.ts`.
 */
export function findFurniture(text: string): Furniture[] {
	const body = findFrontMatter(text)?.end ?? 0
	const found: Furniture[] = body > 0 ? [{ start: 0, end: body, kind: 'front-matter', rule: 'shape' }] : []
	const blocks = paragraphs(text.slice(body)).map(({ start, end }) => ({
		start: start + body,
		end: end + body,
	}))
	const lines = splitLines(text, body)
	for (const [index, line] of lines.entries())
		found.push(...furnitureOfLine(text, line, lines.length === 1, index < 4))
	found.push(...furnitureAfterBoxes(text, lines, found))
	const known = withoutOverlaps(found)
	const rest = blocks.filter(
		(block) => !touching(known, block).some(({ start, end }) => start <= block.start && end >= block.end),
	)
	const repeated = findRepeatedPhrases(text, rest)
	found.push(...findHeadings(text, rest), ...repeated)
	return withoutOverlaps(found)
}

/**
 * The line ends inside paragraphs, where a text is wrapped at a margin or torn by a blank line: half-open ranges of white
 * space that are read as one blank.
 */
export function findWraps(text: string): Span[] {
	const body = findFrontMatter(text)?.end ?? 0
	return paragraphs(text.slice(body)).flatMap(({ start, end }) =>
		[...text.slice(body + start, body + end).matchAll(/[ \t]*(?:[\r\n\u2028\u2029][ \t]*)+/g)].map(
			(match) => ({
				start: body + start + match.index,
				end: body + start + match.index + match[0].length,
			}),
		),
	)
}

function splitLines(text: string, from: number): Span[] {
	const lines: Span[] = []
	for (const match of text.slice(from).matchAll(/[^\r\n\u2028\u2029]+/g)) {
		const trimmed = match[0].trim()
		if (trimmed === '') continue
		const start = from + match.index + (match[0].length - match[0].trimStart().length)
		lines.push({ start, end: start + trimmed.length })
	}
	return lines
}

/** Words and colons in one form, with single blanks: what phrases are compared in. */
function keyOf(written: string): string {
	return foldText(written)
		.line.replace(/\d+(?:[.,:/]\d+)*/g, '#')
		.replace(/:|(?<=\s)[-–—](?=\s)/g, ' : ')
		.replace(/[^\p{L}\p{M}#:]+/gu, ' ')
		.replace(/ *(?: :)+ *$/, '')
		.trim()
}

type Phrase = FurniturePhrases & { key: string; before: boolean; after: boolean }

const phrases: Phrase[] = furniturePhrases.flatMap((group) =>
	readList(group.phrases).map((phrase) => ({
		...group,
		key: phrase.endsWith(':…') ? `${keyOf(phrase.slice(0, -2))} :` : keyOf(phrase.replaceAll('…', '')),
		before: phrase.startsWith('…'),
		after: phrase.endsWith('…'),
	})),
)
const wholePhrases = new Map(phrases.filter(({ before, after }) => !before && !after).map((p) => [p.key, p]))
const inside = phrases.filter(({ before }) => before)
/** What may go on behind its words, by the first of these. */
const openings = new Map<string, Phrase[]>()
for (const phrase of phrases) {
	if (phrase.before || !phrase.after) continue
	const [first = ''] = phrase.key.split(' ')
	openings.set(first, [...(openings.get(first) ?? []), phrase])
}

const stopped = /[.؟?!…۔]["'”»’)\]\u200e\u200f]*$/
const countWords = (written: string) => written.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.,'’%]*/gu)?.length ?? 0

/** The kind of a line or sentence that a list of phrases knows. */
function kindByWords(written: string): FurnitureKind | null {
	// No phrase is said in a long sentence.
	if (written.length > 400) return null
	const key = keyOf(written)
	const whole = wholePhrases.get(key)
	if (whole) return whole.kind
	const words = countWords(written)
	if (words > 45 || key === '') return null
	const padded = ` ${key} `
	const [first = ''] = key.split(' ')
	for (const { kind, most, stopped: mayStop, key: phrase, before, after } of [
		...(openings.get(first) ?? []),
		...inside,
	]) {
		if (words > most || (!mayStop && stopped.test(written))) continue
		const at = padded.indexOf(` ${phrase} `)
		if (at < 0 || (!before && at > 0)) continue
		if (!after && at + phrase.length + 2 < padded.length) continue
		return kind
	}
	return null
}

const agency = agencies
	.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', String.raw`\s?`))
	.sort((a, b) => b.length - a.length)
	.join('|')
const agencyWord = String.raw`(?<![\p{L}\p{N}])(?:${agency})(?![\p{L}\p{N}])`

/** What a whole line is by how it looks, most telling first. */
const shapes: { kind: FurnitureKind; most: number; pattern: RegExp }[] = [
	{ kind: 'caption', most: 60, pattern: /^!\[[^\]]*\]\([^)]*\)$/u },
	{ kind: 'copyright', most: 30, pattern: /^[^.]{0,40}(?:©|\(c\) ?\d{4}|ⓒ)/iu },
	{ kind: 'byline', most: 8, pattern: /^كتبت?\s*[-–—:]/u },
	{ kind: 'caption', most: 30, pattern: /^.{10,}[\s.،(-](?:صورة أرشيفية|أرشيفية|أرشيف|file photo)\)?\.?$/iu },
	{ kind: 'tags', most: 40, pattern: /^(?:#[\p{L}\p{M}\p{N}_]+[\s،,|]*){2,}$/u },
	{
		kind: 'navigation',
		most: 14,
		pattern:
			/^[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+){0,3}(?: ?[>›»«‹/|] ?[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+){0,4}){2,}$/u,
	},
	{ kind: 'navigation', most: 3, pattern: /^(?:https?:\/\/|www\.)\S+$/iu },
	{ kind: 'advertisement', most: 3, pattern: /^\[(?:ad|ads)[_ \d]*\]$/iu },
	{
		kind: 'caption',
		most: 25,
		pattern: new RegExp(String.raw`^[^.؟?!]{10,}[\[(][^\])]{0,30}${agencyWord}[^\])]{0,20}[\])]$`, 'iu'),
	},
	{
		kind: 'byline',
		most: 25,
		pattern: /^\(?(?:إعداد|تغطية|كتابة|تحرير)\s.{0,120}(?:تحرير|النشرة العربية).{0,80}\)?$/u,
	},
	{
		kind: 'byline',
		most: 25,
		pattern: /^\((?:Reporting|Writing|Editing|Additional reporting) .{1,200}\)$/iu,
	},
	{
		kind: 'byline',
		most: 7,
		pattern: /^(?:By|BY)\s+\p{Lu}[\p{L}.'’-]+(?:(?:\s+|,\s*|\s+and\s+)\p{Lu}[\p{L}.'’-]*){1,5}$/u,
	},
	{
		kind: 'byline',
		most: 4,
		pattern: new RegExp(
			String.raw`^[\s\[(«"“-]*${agencyWord}[\s\])»"”.،,+-]*(?:${agencyWord})?[\s\])»"”.]*$`,
			'iu',
		),
	},
	{
		kind: 'byline',
		most: 9,
		pattern:
			/^(?:\p{L}+[،,]?\s+)?\d{1,4}[\s/.-]+(?:\d{1,2}|\p{L}+(?:[\s/]+\p{L}+)?)[\s/.,،-]+\d{2,4}(?:[\s،,|–-]+\d{1,2}[:.]\d{2}\s?\p{L}*)?(?:\s+(?:GMT|بتوقيت).*)?$/u,
	},
]

/** «القاهرة (رويترز) -»: the place and the agency before the first sentence. */
const dateline = new RegExp(
	String.raw`^(?:[\p{L}\p{M} ،,./'’-]{2,50}?[\s،,/:–—-]+)?[\[(«]?\s?${agencyWord}\s?[\])»]?\s*(?:[-–—:ـ]+|\.\.)\s*(?=\p{L}|["«“])`,
	'u',
)
const datelineEnglish =
	/^\p{Lu}{3,}[\p{Lu} .,'’/-]{0,40}(?:,\s*\p{L}+\.?\s\d{1,2})?\s*(?:\([\p{L} ]{2,20}\))?\s*[-–—]{1,2}\s+(?=\p{L}|["“])/u

/** «نبأ - …»: where the outlet alone opens an article. */
const outletDateline = /^(?=\p{Script=Arabic})\p{L}+(?: \p{L}+){0,2} ?[-–—] (?=\p{L})/u

function furnitureOfLine(text: string, line: Span, alone: boolean, opening: boolean): Furniture[] {
	const written = text.slice(line.start, line.end)
	const words = countWords(written)
	const known = kindByWords(written)
	if (known) return [{ ...line, kind: known, rule: 'words' }]
	// What is alone on its page is the article, however it looks.
	for (const { kind, most, pattern } of alone ? [] : shapes) {
		if (words <= most && pattern.test(written)) return [{ ...line, kind, rule: 'shape' }]
	}
	const found: Furniture[] = []
	const place =
		dateline.exec(written) ?? datelineEnglish.exec(written) ?? (opening ? outletDateline.exec(written) : null)
	if (place && words > 8)
		found.push({
			start: line.start,
			end: line.start + place[0].trimEnd().length,
			kind: 'dateline',
			rule: 'shape',
		})
	// A footer may be run into the paragraph before it.
	for (const sentence of sentences(text, line)) {
		if (sentence.start === line.start && sentence.end === line.end) continue
		const kind = kindByWords(text.slice(sentence.start, sentence.end))
		if (kind && kind !== 'navigation') found.push({ ...sentence, kind, rule: 'words' })
	}
	return found
}

/** The list under «مقالات ذات صلة» and the like: short lines without a stop, up to the next paragraph. */
function furnitureAfterBoxes(text: string, lines: Span[], known: Furniture[]): Furniture[] {
	const found: Furniture[] = []
	const byStart = new Map(known.map((piece) => [piece.start, piece]))
	let open: FurnitureKind | null = null
	for (const line of lines) {
		const written = text.slice(line.start, line.end)
		const own = byStart.get(line.start)
		if (own?.end === line.end) {
			const isBox = (own.kind === 'related' || own.kind === 'tags') && countWords(written) <= 4
			if (isBox) open = own.kind
			else if (own.kind !== 'navigation') open = null
		} else if (open && !stopped.test(written) && countWords(written) <= 22) {
			found.push({ ...line, kind: open, rule: 'shape' })
		} else {
			open = null
		}
	}
	return found
}

/** No heading has more words. */
const longestHeading = 15
const bullet = /^(?:[-–—•*●▪◾]|\d{1,2}[.)-])\s/u
const markdownHeading = /^#{1,6}\s+\S/

/**
 * Short paragraphs without a full stop between paragraphs that have one. The first of a text is its title and
 * stays. In a text where few paragraphs have a stop, none can be told from the others.
 */
function findHeadings(text: string, blocks: Span[]): Furniture[] {
	const looks = blocks.map((block) => {
		const written = text.slice(block.start, block.end)
		const words = countWords(written)
		return { block, written, words, ends: stopped.test(written), one: !/[\r\n]/.test(written) }
	})
	const prose = looks.filter(({ words }) => words > 8)
	const tellable = prose.filter(({ ends }) => ends).length > prose.length / 2
	const found: Furniture[] = []
	for (const [index, { block, written, words, ends, one }] of looks.entries()) {
		if (index === 0 || bullet.test(written)) continue
		const next = looks[index + 1]
		const marked = markdownHeading.test(written)
		const followed = next !== undefined && (next.ends || next.words > longestHeading || isHeadingLike(next))
		const question = /[؟?]$/.test(written) && words <= 10 && one && next !== undefined && next.words > 10
		const unfinished = !ends && !/[،,]$/.test(written) && one && words <= longestHeading
		if (marked || question || (tellable && unfinished && followed))
			found.push({ ...block, kind: 'heading', rule: 'shape' })
	}
	return found
}

const isHeadingLike = ({ written, words }: { written: string; words: number }) =>
	markdownHeading.test(written) || (words <= longestHeading && !stopped.test(written))

const openingLength = 14
const shortestPhrase = 4

/**
 * Search phrases: four words or more, closed by a comma, colon or dash (or alone on their line), at the heads of two
 * paragraphs when the phrase is a heading of one of them, else of three. Not what reporting verbs or connectives open.
 */
function findRepeatedPhrases(text: string, blocks: Span[]): Furniture[] {
	const byPhrase = new Map<string, (Span & { heading: boolean })[]>()
	for (const { start, end } of blocks) {
		const head = /^[^،,:;؛|–—.؟?!\r\n]{8,120}?(?:\s*[،,:؛|–—]|$|(?=[\r\n]))/u.exec(text.slice(start, end))
		if (!head) continue
		const key = keyOf(head[0]).replaceAll(' :', '')
		const words = key.split(' ').length
		if (words < shortestPhrase || words > openingLength) continue
		if (commonKeys.some((opening) => key.startsWith(opening) || key.startsWith(`و${opening}`))) continue
		const places = byPhrase.get(key) ?? []
		const written = text.slice(start, end)
		const heading = countWords(written) <= longestHeading && !stopped.test(written)
		places.push({ start, end: start + head[0].length, heading })
		byPhrase.set(key, places)
	}
	const found: Furniture[] = []
	for (const [key, places] of byPhrase) {
		const enough = places.some(({ heading }) => heading) ? 2 : 3
		if (places.length < enough || reporting.test(key)) continue
		for (const { start, end } of places)
			found.push({ start, end, kind: 'repeated-phrase', rule: 'repetition' })
	}
	return found
}

const commonKeys = commonOpenings.map(keyOf)
/** Whoever is quoted often opens many paragraphs in the same words. */
const reporting =
	/(?:^|\s)[وف]?(?:قالت?|اكدت?|اضافت?|اعلنت?|افادت?|ذكرت?|اوضحت?|اشارت?|كشفت?|صرحت?|said|says|told|added|announced)(?:\s|$)/u

/** In order; where two overlap, the one that begins first or is longer stays, and what is left of the other. */
function withoutOverlaps(found: Furniture[]): Furniture[] {
	const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
	const kept: Furniture[] = []
	for (const piece of sorted) {
		const last = kept.at(-1)
		if (last && piece.start < last.end) continue
		kept.push(piece)
	}
	return kept
}

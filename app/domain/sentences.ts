import { findFrontMatter } from './front-matter.ts'
import { findFurniture } from './furniture.ts'
import { paragraphs, sentences } from './paragraphs.ts'
import { touching } from './span-search.ts'
import type { Span } from './words.ts'

/** Behind these a full stop ends no sentence. */
const abbreviation =
	/(?<![\p{L}\p{M}])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Hon|Rev|St|Jr|Sr|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|Inc|Ltd|Corp|Co|approx|est|U\.S|U\.K|U\.N|E\.U|a\.m|p\.m|د|أ|م|ص|ق\.م|هـ)\.$/u

/**
 * The sentences of an article in order, furniture left out: half-open ranges of the text, in UTF-16 code units, without
 * blanks at their ends. Lines that are only wrapped are one sentence; a closing quotation mark stays with its sentence.
 */
export function findSentences(text: string, furniture: readonly Span[] = findFurniture(text)): Span[] {
	const body = findFrontMatter(text)?.end ?? 0
	return paragraphs(text.slice(body)).flatMap(({ start, end }) =>
		without(furniture, { start: start + body, end: end + body }).flatMap((piece) =>
			joinAbbreviations(text, sentences(text, piece)).flatMap((sentence) => tidy(text, sentence)),
		),
	)
}

/** What is left of a range without the pieces that are set aside. */
function without(furniture: readonly Span[], range: Span): Span[] {
	const rest: Span[] = []
	let { start } = range
	for (const piece of touching(furniture, range)) {
		if (piece.start > start) rest.push({ start, end: piece.start })
		start = Math.max(start, piece.end)
	}
	if (start < range.end) rest.push({ start, end: range.end })
	return rest
}

function joinAbbreviations(text: string, found: Span[]): Span[] {
	const joined: Span[] = []
	for (const sentence of found) {
		const last = joined.at(-1)
		if (last && abbreviation.test(text.slice(last.start, last.end))) last.end = sentence.end
		else joined.push({ ...sentence })
	}
	return joined
}

/** A sentence without the marks of Markdown and the leavings of furniture before it; nothing when no letter is left. */
function tidy(text: string, { start, end }: Span): Span[] {
	const written = text.slice(start, end)
	const opening = /^(?:[\s،,؛;:|–—»”’)\]>*•●▪#_-]|\d{1,2}[.)-]\s)+/u.exec(written)?.[0].length ?? 0
	const rest = written.slice(opening)
	const closing = /[\s،,؛;|*_–—-]+$/u.exec(rest)?.[0].length ?? 0
	return /[\p{L}\p{N}]/u.test(rest) ? [{ start: start + opening, end: end - closing }] : []
}

/** Where a clause may begin that can be checked by itself, behind a comma (or the like) or anywhere. */
const behindComma =
	/[،,؛;](?![\d٠-٩])[\s"”»’]*(?=(?:و(?!ال)\p{L}{2}|بالإضافة\s|إضافة\s|فضلا|وسط\s|باعتبار|بما\s|فيما|بينما|حيث|مما|ما\s|كما|ثم|لكن|ولكن|غير\s+أن|إلا\s+أن|بعدما|بعد\s+أن|إذ|والتي|والذي|التي|الذي|الذين|في\s+حين|مضيف|مؤكد|مشير|موضح|لافت|محذر|متهم|معلن|and\s|but\s|while\s|which\s|who\s|whose\s|where\s|adding\s|saying\s|with\s|after\s|as\s)\p{L}*)/giu
const semicolon = /[؛;](?!\d)\s*/gu
/** Where what somebody says begins: behind «إن» and the like, where a verb of saying stands shortly before. */
const that = /(?<![\p{L}\p{M}])(?:[بو]?[إأا]ن(?:ه|ها|هم|هما|نا)?|that)\s+/giu
const saying =
	/(?<![\p{L}\p{M}])(?:[وف]?[يت]?(?:قال|قول|[اأ]?علن|[اأ]?كد|ؤكد|[اأ]?وضح|[اأ]?ضاف|ضيف|ذكر|[اأ]?فاد|فيد|صرح|كشف|[اأ]?شار|شير|زعم|اعتبر|نقل|لفت|ادع[ىي]|شدد|حذر)ت?|(?:مضيف|مؤكد|موضح|مشير|محذر|لافت)(?:ا|ة|ًا|اً)?|said|says|announced|claimed|claims|stated|added|warned|told|reported|confirmed|revealed|insisted|argued|alleged)(?![\p{L}])[^.؟?!]{0,90}$/iu
const diacritics = /[\u064b-\u0652\u0640]/g
const quoted = /(?<![\p{L}\p{N}])["“«„](?<inside>[^"“”«»„]{20,}?)["”»]/gu

/** A text without full stops is no sentence that people write: what is longer is not taken apart. In UTF-16 code units. */
const longestSentence = 3000

/** No clause has fewer words. */
const shortest = 4

/**
 * The parts of a sentence that may be claims by themselves: between «، و», «، حيث», «مما», «الذي» and the like, behind «قال إن»,
 * within quotation marks. Half-open ranges of the text, the longer first where two begin together; never the whole sentence.
 */
export function findClauses(text: string, { start, end }: Span): Span[] {
	if (end - start > longestSentence) return []
	const sentence = text.slice(start, end)
	const borders = [...sentence.matchAll(behindComma), ...sentence.matchAll(semicolon)]
		.map((match) => ({ end: match.index, next: match.index + match[0].length }))
		.sort((a, b) => a.next - b.next)
	const found: Span[] = []
	let from = 0
	for (const border of [...borders, { end: sentence.length, next: sentence.length }]) {
		if (border.next < from) continue
		found.push({ start: from, end: border.end })
		// «الذي …، …»: a clause put in between ends at its next comma.
		const comma = from > 0 ? sentence.slice(from, border.end).search(/[،,](?!\d)/) : -1
		if (comma > 0) found.push({ start: from, end: from + comma })
		from = border.next
	}
	for (const match of sentence.matchAll(that)) {
		if (!saying.test(sentence.slice(Math.max(0, match.index - 110), match.index).replace(diacritics, '')))
			continue
		const begin = match.index + match[0].length
		found.push({ start: begin, end: borders.find((border) => border.end > begin)?.end ?? sentence.length })
		found.push({ start: begin, end: sentence.length })
	}
	for (const match of sentence.matchAll(quoted)) {
		const begin = match.index + 1
		found.push({ start: begin, end: begin + (match.groups?.['inside'] ?? '').length })
	}
	const seen = new Set<string>()
	return found
		.map((span) => trim(sentence, span))
		.filter((span) => {
			const id = `${span.start}-${span.end}`
			const whole = span.end - span.start >= sentence.length - 2
			if (seen.has(id) || whole) return false
			seen.add(id)
			return (
				(sentence.slice(span.start, span.end).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.,%]*/gu)?.length ?? 0) >=
				shortest
			)
		})
		.map((span) => ({ start: start + span.start, end: start + span.end }))
		.sort((a, b) => a.start - b.start || b.end - a.end)
}

function trim(sentence: string, { start, end }: Span): Span {
	const written = sentence.slice(start, end)
	const opening = /^[\s،,؛;:"”»’]+/u.exec(written)?.[0].length ?? 0
	const closing = /[\s،,؛;:.]+$/u.exec(written.slice(opening))?.[0].length ?? 0
	const last = end - closing
	const open = sentence.slice(start + opening, last)
	// A mark that closes nothing here belongs to what stood before.
	const unpaired = /[”»]$/u.test(open) && !/[“«"]/u.test(open) ? 1 : 0
	return { start: start + opening, end: last - unpaired }
}

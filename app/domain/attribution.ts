import {
	arabicOrganisations,
	arabicRoles,
	arabicDoubtfulSaying,
	arabicSaying,
	arabicSources,
	arabicSubjectEnds,
	arabicUnsaid,
	arabicUnnamed,
	englishOrganisations,
	englishPronouns,
	englishSaying,
	englishSubjectBegins,
	englishSubjectEnds,
	englishUnnamed,
} from './attribution-words.ts'
import type { ClaimantKind } from './claim.ts'
import { countriesIn, type CountryMention } from './gazetteer.ts'
import { firstFrom } from './span-search.ts'
import { inflectArabic } from './suggestion-arabic.ts'
import { type Token, tokenise } from './suggestion-tokens.ts'
import type { Span } from './words.ts'

/**
 * Who is said to have made a statement, to propose and never to decide. `start` and `end` are where the name stands: half-open, in
 * UTF-16 code units of the text. `carried`: it stands in an earlier sentence, and this one goes on («وأضاف»).
 */
export type Attribution = Span & { name: string; kind: ClaimantKind; carried: boolean }

/** A text with its words, and where countries and their capitals are named. */
type Reading = { text: string; tokens: readonly Token[]; places: ReadonlyMap<number, number> }

/** Somebody is said to say something: where the verb or «بحسب» stands, and who. */
type Saying = { at: number; subject: Attribution | null; gender: 'f' | 'm' | null }

const sayingForms = new Map<string, 'f' | 'm' | null>()
{
	const verbs = arabicSaying.trim().split(/\s+/)
	for (let index = 0; index + 1 < verbs.length; index += 2) {
		const past = verbs[index] ?? ''
		for (const form of inflectArabic(`${past} ${verbs[index + 1] ?? ''}`))
			if (!/^ن/.test(form) || /^ن/.test(past)) sayingForms.set(form, genderOf(form, past))
	}
}

function genderOf(form: string, past: string): 'f' | 'm' | null {
	if (form === past || /^ي/.test(form)) return /(?:ون|وا|ان)$/.test(form) ? null : 'm'
	return /ت$/.test(form) || (/^ت/.test(form) && !form.startsWith(past)) ? 'f' : null
}

/**
 * Who makes the statement of each range: the subject of its verb of saying («قال الوزير»), whoever «بحسب» names; where it has
 * none, the last speaker of the same gender («وأضافت»), or whoever's quotation still stands open. `null` for what
 * the article itself says. Ranges in order, as `findSentences` gives them.
 */
export function attribute(
	text: string,
	ranges: readonly Span[],
	tokens: readonly Token[] = tokenise(text),
	countries: readonly CountryMention[] = countriesIn(text, tokens),
): (Attribution | null)[] {
	const reading = { text, tokens, places: new Map(countries.map(({ start, end }) => [start, end])) }
	const speakers: { attribution: Attribution; gender: 'f' | 'm' | null }[] = []
	let open: Attribution | null = null
	return ranges.map((range, index) => {
		// A quotation that was never closed ends with its paragraph.
		const before = ranges[index - 1]
		if (before && /[\r\n]/.test(text.slice(before.end, range.start))) open = null
		const sayings = sayingsIn(reading, range)
		let first: Attribution | null = null
		for (const { subject, gender } of sayings) {
			const resolved = subject ? resolveRole(subject, speakers) : lastSpeaker(speakers, gender)
			first ??= resolved
			if (!resolved || resolved.carried) continue
			speakers.push({ attribution: resolved, gender })
			if (speakers.length > remembered) speakers.shift()
		}
		// A sentence that is all quotation goes on with whoever spoke last.
		const quoted = sayings.length === 0 && /^["“«]/.test(text.slice(range.start, range.start + 1))
		const silent = open ?? (quoted ? lastSpeaker(speakers, null) : null)
		const mine: Attribution | null = first ?? (silent ? { ...silent, carried: true } : null)
		open = quotationOpenAfter(text.slice(range.start, range.end), open !== null) ? mine : null
		return mine
	})
}

/** Nobody is remembered for longer: so many others have spoken since. */
const remembered = 30

function lastSpeaker(
	speakers: { attribution: Attribution; gender: 'f' | 'm' | null }[],
	gender: 'f' | 'm' | null,
): Attribution | null {
	const found = gender === null ? speakers.at(-1) : speakers.findLast((speaker) => speaker.gender === gender)
	return found ? { ...found.attribution, carried: true } : null
}

/** «الوزير» is the last one who was named with his office. */
function resolveRole(subject: Attribution, speakers: { attribution: Attribution }[]): Attribution {
	const words = tokenise(subject.name)
	const [role, ...rest] = words
	if (!role || !arabicRoles.has(role.word) || rest.some(({ word }) => !word.startsWith('ال'))) return subject
	const bare = role.word.slice(2)
	const named = speakers.findLast(({ attribution }) => {
		const before = tokenise(attribution.name)
		return before.length > words.length && before.some(({ word }) => word === bare || word === role.word)
	})
	return named ? { ...named.attribution, carried: true } : subject
}

/** Whether a quotation is open at the end of a sentence. */
function quotationOpenAfter(sentence: string, before: boolean): boolean {
	let open = before
	for (const [mark] of sentence.matchAll(/[“”«»]/gu)) open = mark === '“' || mark === '«'
	return open
}

function sayingsIn(reading: Reading, { start, end }: Span): Saying[] {
	const { text, tokens } = reading
	const found: Saying[] = []
	const last = firstFrom(tokens, end)
	const from = firstFrom(tokens, start)
	for (let at = from; at < last; at++) {
		const word = tokens[at]?.word ?? ''
		if (/[a-z]/.test(word)) {
			const saying = englishSayingAt(reading, at, from, last)
			if (saying) found.push(saying)
			continue
		}
		const bare = word.replace(/^[وف](?=...)/, '')
		const form = [word, bare, bare.replace(/^س(?=[يتن]..)/, '')].find((form) => sayingForms.has(form))
		if (
			form !== undefined &&
			(at === from || !arabicUnsaid.has((tokens[at - 1]?.word ?? '').replace(/^[وف](?=..)/, '')))
		) {
			// «قال» inside what somebody says is not the sentence's; its own verb came first.
			const gender = sayingForms.get(form) ?? null
			const after = nounPhrase(reading, at + 1, last)
			const source = /^(?:[وف])?(?:نقل|ينقل|تنقل)/.test(word) ? behindFrom(reading, at, last) : null
			found.push({ at, subject: source ?? after ?? subjectBefore(reading, at, from), gender })
		} else if (arabicDoubtfulSaying.has(bare)) {
			const subject = nounPhrase(reading, at + 1, last)
			const end = subject?.end ?? tokens[at]?.end ?? 0
			const gender = /^ت|ت$/.test(bare) && !/^تابع$/.test(bare) ? 'f' : 'm'
			if (/^\s*(?::|(?:[بو]?[اأإ]ن)(?:ه|ها|هم)?\s)/.test(text.slice(end, end + 8)))
				found.push({ at, subject, gender })
		} else if (arabicSources.has(bare) || arabicSources.has(word)) {
			const subject = nounPhrase(reading, at + 1, last)
			const verbal = sayingForms.has((tokens[at + 1]?.word ?? '').replace(/^ما/, ''))
			if (subject && !verbal) found.push({ at, subject, gender: null })
		} else if (word === 'نقلا' && tokens[at + 1]?.word === 'عن') {
			const subject = nounPhrase(reading, at + 2, last)
			if (subject) found.push({ at, subject, gender: null })
		}
	}
	return found
}

/** No name has more words. */
const longestName = 9
const border = /[،,:؛;.؟?!()[\]\n]/

/** The words from `from` on up to the next border: a name, or `null` when the verb stands alone. */
function nounPhrase(reading: Reading, from: number, last: number): Attribution | null {
	const { tokens, places } = reading
	const place = places.get(tokens[from]?.start ?? -1)
	// «تتهم واشنطن حكومة أخرى»: a country is a name by itself.
	if (place !== undefined && !/^(?:[وف]?ال)/.test(tokens[from]?.word ?? '')) {
		let to = from + 1
		while ((tokens[to]?.start ?? place) < place) to++
		return describe(reading, from, to)
	}
	let to = from
	while (to < last && to - from < longestName) {
		const token = tokens[to]
		if (!token || /^\d/.test(token.word)) break
		const bare = token.word.replace(/^[وفب](?=...)/, '')
		if (arabicSubjectEnds.has(token.word) || (to > from && sayingForms.has(bare))) break
		if (sayingForms.has(token.word)) break
		if (/^لل./.test(token.word) && to > from) break
		if (border.test(token.before.trimStart()) || /["“]\s*$/.test(token.before)) {
			// «وزير الخارجية، «ماركو روبيو»، …»: the name stands behind the office, in marks of its own. A quotation is longer.
			const inMarks = quotedName(reading, to)
			// «أكد، سامي العطا، أن»: some set the name between commas.
			const comma = to === from && /^[،,]\s*$/.test(token.before.trimStart())
			if (inMarks === 0 && comma) {
				to++
				continue
			}
			if (inMarks === 0 || to === from) break
			to += inMarks
			continue
		}
		if (/«\s*$/.test(token.before)) {
			const inMarks = quotedName(reading, to)
			if (inMarks === 0) break
			to += inMarks
			continue
		}
		to++
	}
	return describe(reading, from, to)
}

/** How many words of a name stand in quotation marks from here: none when more than a name does. */
function quotedName(reading: Reading, from: number): number {
	const { text, tokens } = reading
	const first = tokens[from]
	if (!first || !/[«“"]\s*$/.test(first.before) || /:/.test(first.before)) return 0
	for (let count = 1; count <= 4; count++) {
		const end = tokens[from + count - 1]?.end ?? first.end
		if (/^[»”"]/.test(text.slice(end, end + 1))) return count
	}
	return 0
}

function describe(reading: Reading, from: number, to: number): Attribution | null {
	const { text, tokens } = reading
	const first = tokens[from]
	const final = tokens[to - 1]
	if (!first || !final || to <= from) return null
	const written = text
		.slice(first.start, final.end)
		.replace(/[«»“”"]/g, '')
		.replace(/\s+/g, ' ')
		.trim()
	const name = /^لل/.test(first.word) ? `ال${written.slice(2)}` : written
	return { start: first.start, end: final.end, name, kind: kindOf(tokens.slice(from, to)), carried: false }
}

function kindOf(words: readonly Token[]): ClaimantKind {
	const heads = words.slice(0, 2).map(({ word }) => word.replace(/^(?:لل|ال)/, ''))
	if (heads.some((word) => arabicUnnamed.has(word)) || words.some(({ word }) => englishUnnamed.has(word)))
		return 'unnamed'
	const organised = words.some(({ word }) => englishOrganisations.has(word))
	const [head = '', ...others] = words.map(({ word }) => word)
	const plain = head.replace(/^(?:لل|ال)/, '')
	const arabic = arabicOrganisations.has(plain) || arabicOrganisations.has(head)
	return organised || arabic || /^(?:الولايات|واشنطن|رويترز)$/.test(head) || others[0] === 'الابيض'
		? 'organisation'
		: 'person'
}

/** «نقلت رويترز عن مسؤولين»: whoever is quoted, not the agency. */
function behindFrom(reading: Reading, at: number, last: number): Attribution | null {
	const { tokens } = reading
	for (let index = at + 1; index < Math.min(last, at + 7); index++)
		if (tokens[index]?.word === 'عن') return nounPhrase(reading, index + 1, last)
	return null
}

/** «شينباوم التي أوضحت», «ترامب قال»: what stands before the verb, as far back as a name goes. */
function subjectBefore(reading: Reading, at: number, from: number): Attribution | null {
	const { tokens } = reading
	let to = at
	while (to > from && /^(?:الذي|التي|الذين|قد|كان|كانت)$/.test(tokens[to - 1]?.word ?? '')) to--
	const relative = to < at && /^(?:الذي|التي|الذين)$/.test(tokens[to]?.word ?? '')
	const verb = tokens[at]
	if (!relative && (at === from || (verb && /^[وف]/.test(verb.word) && sayingForms.has(verb.word.slice(1)))))
		return null
	if (!relative && verb && border.test(verb.before)) return null
	let begin = to
	while (begin > from && to - begin < 4) {
		const token = tokens[begin - 1]
		if (
			!token ||
			arabicSubjectEnds.has(token.word) ||
			/^[بلك]/.test(token.word) ||
			sayingForms.has(token.word)
		)
			break
		begin--
		if (border.test(token.before) || /[«“"]/.test(token.before)) break
	}
	return describe(reading, begin, to)
}

function englishSayingAt(reading: Reading, at: number, from: number, last: number): Saying | null {
	const { tokens } = reading
	const word = tokens[at]?.word ?? ''
	if (word === 'according' && tokens[at + 1]?.word === 'to') {
		const subject = englishBehind(reading, at + 2, last)
		return subject ? { at, subject, gender: null } : null
	}
	if (!englishSaying.has(word)) return null
	let begin = at
	while (begin > from && at - begin < longestName) {
		const token = tokens[begin - 1]
		if (!token || englishSubjectBegins.has(token.word) || englishSaying.has(token.word)) break
		begin--
		if (/[,:;.?!“”"()]/.test(token.before)) break
	}
	const words = tokens
		.slice(begin, at)
		.filter(({ word }) => !/^(?:has|have|had|also|later|also|then)$/.test(word))
	const end = begin + words.length
	const inverted = begin === at || /[,”"]\s*$/.test(tokens[at]?.before ?? '')
	if (words.length > 0 && !inverted) {
		if (words.length === 1 && englishPronouns.has(words[0]?.word ?? ''))
			return { at, subject: null, gender: null }
		return { at, subject: describe(reading, begin, end), gender: null }
	}
	return { at, subject: englishBehind(reading, at + 1, last), gender: null }
}

function englishBehind(reading: Reading, from: number, last: number): Attribution | null {
	const { tokens } = reading
	let to = from
	while (to < last && to - from < longestName) {
		const token = tokens[to]
		if (!token || englishSubjectEnds.has(token.word) || /[,:;.?!“”"()]/.test(token.before.trim())) break
		to++
	}
	return describe(reading, from, to)
}

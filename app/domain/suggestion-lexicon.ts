import { foldText } from './folding.ts'
import { readList, type WordFeature, wordFeatures, type WordList } from './suggestion-features.ts'
import type { Token } from './suggestion-tokens.ts'

/** A word or phrase of a list found in a text: tokens `from` up to, not including, `to`. */
export type Hit = { feature: WordFeature; from: number; to: number; verb: boolean }

type Entry = { feature: WordFeature; verb: boolean; rest: string[] }

/** A word list made ready for finding: whole first words, and beginnings of words that any ending may follow. */
export type Lexicon = {
	words: Map<string, Entry[]>
	stems: Map<string, Entry[]>
	/** The first letters of all stems: most words begin with none of them. */
	openings: Set<string>
	variants: (word: string) => Variant[]
}

/** A form of a word that a list may have, and whether it may be a verb or another word in it. */
type Variant = { form: string; verb: boolean; other: boolean }

const key = (written: string) => foldText(written).line.trim()

/** Make a list ready. `inflect` gives the forms of a verb, `variants` the forms under which a word may be listed. */
export function makeLexicon(
	list: WordList,
	inflect: (verb: string) => string[],
	variants: (word: string) => Variant[],
): Lexicon {
	const words = new Map<string, Entry[]>()
	const stems = new Map<string, Entry[]>()
	const add = (map: Map<string, Entry[]>, first: string, entry: Entry) => {
		const entries = map.get(first)
		if (entries) entries.push(entry)
		else map.set(first, [entry])
	}
	for (const feature of wordFeatures) {
		const { verbs = '', words: others = '' } = list[feature] ?? {}
		for (const verb of readList(verbs))
			for (const form of inflect(key(verb))) add(words, form, { feature, verb: true, rest: [] })
		for (const phrase of readList(others)) {
			const [first = '', ...rest] = key(phrase).split(/\s+/)
			if (first.endsWith('*')) add(stems, first.slice(0, -1), { feature, verb: false, rest })
			else add(words, first, { feature, verb: false, rest })
		}
	}
	for (const entries of [...words.values(), ...stems.values()])
		entries.sort((a, b) => b.rest.length - a.rest.length)
	const openings = new Set([...stems.keys()].map((stem) => stem.slice(0, 2)))
	return { words, stems, openings, variants }
}

/** No ending is longer: «قتيل*» is no other word that happens to begin so. */
const longestEnding = 4

/** What of a lexicon a text says, in order. Where a phrase is found, the words it is made of say nothing by themselves. */
export function findHits(tokens: readonly Token[], lexicon: Lexicon): Hit[] {
	const known = new Map<string, Entry[]>()
	const found: Hit[] = []
	for (const [from, { word }] of tokens.entries()) {
		let entries = known.get(word)
		if (!entries) known.set(word, (entries = entriesFor(word, lexicon)))
		if (entries.length === 0) continue
		const seen = new Set<WordFeature>()
		for (const { feature, verb, rest } of entries) {
			if (seen.has(feature)) continue
			if (!rest.every((next, index) => fits(tokens[from + 1 + index], next))) continue
			seen.add(feature)
			found.push({ feature, from, to: from + 1 + rest.length, verb })
		}
	}
	return withoutParts(found)
}

function fits(token: Token | undefined, next: string): boolean {
	if (!token || /[.؟?!،,؛;:]/.test(token.before)) return false
	if (next.endsWith('*')) return token.word.startsWith(next.slice(0, -1))
	return token.word === next
}

function entriesFor(word: string, { words, stems, openings, variants }: Lexicon): Entry[] {
	const entries: Entry[] = []
	const seen = new Set<Entry>()
	const take = (candidates: Entry[] | undefined, { verb, other }: Variant) => {
		for (const entry of candidates ?? []) {
			if (seen.has(entry) || !(entry.verb ? verb : other)) continue
			seen.add(entry)
			entries.push(entry)
		}
	}
	for (const variant of variants(word)) {
		take(words.get(variant.form), variant)
		if (!openings.has(variant.form.slice(0, 2))) continue
		for (
			let length = Math.max(2, variant.form.length - longestEnding);
			length <= variant.form.length;
			length++
		)
			take(stems.get(variant.form.slice(0, length)), variant)
	}
	return entries.sort((a, b) => b.rest.length - a.rest.length)
}

/** Phrases silence what begins or ends inside them; of two phrases the longer one stays. */
function withoutParts(hits: Hit[]): Hit[] {
	const phrases = hits.filter(({ from, to }) => to - from > 1).sort((a, b) => b.to - b.from - (a.to - a.from))
	const owner = new Map<number, Hit>()
	const kept = new Set<Hit>()
	for (const phrase of phrases) {
		const places = Array.from({ length: phrase.to - phrase.from }, (_, index) => phrase.from + index)
		const taken = places.map((place) => owner.get(place)).find((other) => other !== undefined)
		const same = taken && taken.from === phrase.from && taken.to === phrase.to
		if (taken && !same) continue
		kept.add(phrase)
		for (const place of places) owner.set(place, phrase)
	}
	const idioms = new Set(
		hits.filter(({ feature, from, to }) => feature === 'idiom' && to - from === 1).map(({ from }) => from),
	)
	return hits.filter((hit) =>
		hit.to - hit.from > 1 ? kept.has(hit) : !owner.has(hit.from) && !idioms.has(hit.from),
	)
}

import { hasArticle, lookUp, skeletonOf, stemWord } from './match-affixes.ts'
import { beginsSeat } from './match-places.ts'
import type { WordEntry } from './match-words.ts'

/** What a word is apart from the text it stands in. */
export type WordForm = {
	stem: string
	skeleton: string | null
	entry: WordEntry | undefined
	hasArticle: boolean
}

/** The words met last: news says the same ones again and again. */
let known = new Map<string, WordForm>()
const remembered = 20_000

/** The form of a word of a match key. */
export function formOf(word: string): WordForm {
	const form = known.get(word)
	if (form) return form
	const stem = stemWord(word, beginsSeat)
	const made: WordForm = {
		stem,
		skeleton: skeletonOf(stem),
		entry: lookUp(word),
		hasArticle: hasArticle(word),
	}
	if (known.size >= remembered) known = new Map()
	known.set(word, made)
	return made
}

import { countryCodes, countryName } from './countries.ts'
import { foldText } from './folding.ts'
import { arabicCountryNames, englishCountryNames } from './gazetteer-names.ts'
import { type Token, tokenise } from './suggestion-tokens.ts'
import type { Span } from './words.ts'

/** A word or name that stands for a country, with its place: half-open, in UTF-16 code units of the text. */
export type CountryMention = Span & { code: string }

type Name = { rest: string[]; code: string | null }

const key = (written: string) => tokenise(foldText(written).line).map(({ word }) => word)

const arabic = new Map<string, Name[]>()
const english = new Map<string, Name[]>()

function add(names: Map<string, Name[]>, words: string[], code: string | null) {
	const [first, ...rest] = words
	if (first === undefined) return
	const known = names.get(first)
	if (!known) names.set(first, [{ rest, code }])
	else if (!known.some((name) => name.rest.join(' ') === rest.join(' '))) known.push({ rest, code })
}

/** The endings of an Arabic adjective of origin: أمريكي، أمريكية، أمريكيون، أمريكيين، أمريكيات، أمريكيًا. */
const endings = ['', 'ه', 'ون', 'ين', 'ان', 'ات', 'ا', 'تين', 'تان']

function addTable(names: Map<string, Name[]>, table: string, inflect: (adjective: string[]) => string[][]) {
	for (const line of table.trim().split('\n')) {
		const [code = '', ...said] = line.split(/:\s*/)
		const [own = '', adjectives = '', seats = ''] = said.join(':').split('|')
		const list = (written: string) =>
			written
				.split(/[،,]/)
				.map(key)
				.filter((words) => words.length > 0)
		const owner = code === '--' ? null : code
		for (const name of [...list(own), ...list(seats)]) add(names, name, owner)
		for (const adjective of list(adjectives)) for (const form of inflect(adjective)) add(names, form, owner)
	}
}

addTable(arabic, arabicCountryNames, ([first = '', ...rest]) =>
	rest.length > 0
		? [[first, ...rest]]
		: endings.flatMap((ending) => [[first + ending], [`ال${first}${ending}`]]),
)
addTable(english, englishCountryNames, (adjective) => {
	const last = adjective.at(-1) ?? ''
	return /(?:sh|ch|ese|ss)$/.test(last) ? [adjective] : [adjective, [...adjective.slice(0, -1), `${last}s`]]
})
for (const code of countryCodes) {
	// Words of their own that mean something else, or longer than anyone writes: they are in the tables.
	if (!['OM', 'ML', 'BJ', 'MM'].includes(code)) add(arabic, key(countryName(code, 'ar')), code)
	add(english, key(countryName(code, 'en')), code)
}
for (const names of [arabic, english])
	for (const list of names.values()) list.sort((a, b) => b.rest.length - a.rest.length)

/**
 * The countries that a text names in order: by name, by adjective («الهندوراسي» → HN), by capital or seat of government
 * («واشنطن» → US). «عمان» is Oman, unless the text says it is Jordan's capital or marks the doubled letter.
 */
export function findCountries(text: string): CountryMention[] {
	return countriesIn(text, tokenise(text))
}

/** The same for a text whose words are known. */
export function countriesIn(text: string, tokens: readonly Token[]): CountryMention[] {
	const found: CountryMention[] = []
	let inJordan: boolean | null = null
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index]
		if (!token) break
		const match = matchAt(tokens, index)
		if (match) {
			const last = tokens[index + match.length - 1] ?? token
			if (match.code) found.push({ start: token.start, end: last.end, code: match.code })
			index += match.length - 1
		} else if (/^[وفبل]?عمان$/.test(token.word)) {
			inJordan ??= tokens.some(({ word }) => /^[وفبل]?(?:ال)?اردن/.test(word))
			const doubled = text.slice(token.start, token.end).includes('\u0651')
			found.push({ start: token.start, end: token.end, code: inJordan || doubled ? 'JO' : 'OM' })
		}
	}
	return found
}

function matchAt(tokens: readonly Token[], index: number): { code: string | null; length: number } | null {
	const token = tokens[index]
	if (!token) return null
	for (const word of forms(token.word)) {
		const names = /[a-z]/.test(word) ? (token.capital ? english : null) : arabic
		for (const { rest, code } of names?.get(word) ?? []) {
			const fits = rest.every((next, offset) => {
				const other = tokens[index + 1 + offset]
				// «U.S.» has its full stops inside.
				const letters = next.length === 1 && other?.before === '.'
				return other?.word === next && (letters || !/[.؟?!،,؛;:]/.test(other.before))
			})
			if (fits) return { code, length: 1 + rest.length }
		}
	}
	return null
}

/** An Arabic word without the letters that are written onto it: وللصين → الصين. */
function forms(word: string): string[] {
	if (/[a-z\d]/.test(word)) return [word]
	const found = [word]
	const bare = /^[وف]../.test(word) ? word.slice(1) : null
	if (bare) found.push(bare)
	for (const form of bare ? [word, bare] : [word]) {
		if (/^لل../.test(form)) found.push(`ال${form.slice(2)}`)
		if (/^[بلك]../.test(form)) found.push(form.slice(1))
	}
	return found
}

/** The codes of the countries a text names, each once, the most often named first. */
export function rankCountries(mentions: readonly CountryMention[]): string[] {
	const counts = new Map<string, number>()
	for (const { code } of mentions) counts.set(code, (counts.get(code) ?? 0) + 1)
	return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code)
}

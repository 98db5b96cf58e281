import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Language } from '#app/domain/language.ts'
import { keyOfClaim, type ClaimMatchKey } from '#app/domain/match-key.ts'
import { chooseMostTelling, rankCandidates, weighStems } from '#app/domain/match-ranking.ts'
import { chooseTerms, type Commonness } from '#app/domain/match-search.ts'
import { readStatement, type Statement } from '#app/domain/match-statement.ts'
import { compareStatements, type Comparison } from '#app/domain/match.ts'
import { Refusal } from '#app/errors.ts'
import { escapeLexeme, readCommonness, readWordings } from './match-keys.server.ts'

/** Another claim that may say the same. In the comparison the claim that was asked about is the first. */
export type Candidate = {
	claimId: string
	/** The claim that this one turned out to be. */
	duplicateOf: string | null
	language: Language
	statement: string
	comparison: Comparison
}

/** A text, and perhaps a claim that is not to be found: the one being written. */
export type Asked = { text: string; except?: string | undefined }

export type CandidateOptions = {
	/** 10 unless said. */
	limit?: number
	/** For many searches in a row: read once with `readCommonness`. */
	commonness?: Commonness
	/** For many searches in a row: `readStatement` with a memory. */
	read?: (text: string) => Statement
}

/** So many are taken from the index of stems. */
const foundByTerms = 300

/**
 * Claims that may say the same as a text, or contradict it, the likeliest first. Found by the same fingerprint, by shared
 * MinHash bands, or by rare words, and then compared word by word.
 */
export async function findCandidates(
	db: Db,
	text: string,
	options: CandidateOptions & { except?: string } = {},
): Promise<Candidate[]> {
	const [candidates = []] = await findCandidatesOfMany(db, [{ text, except: options.except }], options)
	return candidates
}

/** The same for several texts at once, in their order. Some dozens share their way to the database. */
export async function findCandidatesOfMany(
	db: Db,
	asked: readonly Asked[],
	{ limit = 10, commonness, read = readStatement }: CandidateOptions = {},
): Promise<Candidate[][]> {
	const known = commonness ?? (await readCommonness(db))
	const searches = asked.map(({ text, except }): Search => {
		const statement = read(text)
		return { statement, key: keyOfClaim(statement), except: except ?? '' }
	})
	const found = await search(db, searches, known)
	const claimIds = new Set(found.flatMap((list) => list.map(({ claimId }) => claimId)))
	const wordings = await readWordings(db, [...claimIds])
	const weigh = weighStems(known)
	return searches.map(({ key, statement }, index) => {
		const own = new Set(key.stems)
		const sum = (stems: readonly string[]) => stems.reduce((total, stem) => total + weigh(stem), 0)
		const weighed = (found[index] ?? []).map((one) => ({
			...one,
			weight: sum(one.stems),
			shared: sum(one.stems.filter((stem) => own.has(stem))),
		}))
		const telling = chooseMostTelling(sum(key.stems), weighed)
		const candidates = telling.flatMap(({ claimId, language }): Candidate[] => {
			const wording = wordings.get(claimId)
			const other = wording?.[language]
			if (!wording || !other) return []
			const comparison = compareStatements(statement, read(other), weigh)
			return [{ claimId, duplicateOf: wording.duplicateOf, language, statement: other, comparison }]
		})
		return rankCandidates(candidates, limit)
	})
}

/** The same for a claim of the desk, by each of its wordings. @throws Refusal `not-found` */
export async function findCandidatesOfClaim(
	db: Db,
	claimId: string,
	options: CandidateOptions = {},
): Promise<Candidate[]> {
	const wording = (await readWordings(db, [claimId])).get(claimId)
	if (!wording) throw new Refusal('not-found', `No claim ${claimId}`)
	const texts = [wording.ar, wording.en].filter((text) => text !== null)
	const found = await findCandidatesOfMany(
		db,
		texts.map((text) => ({ text, except: claimId })),
		options,
	)
	return rankCandidates(found.flat(), options.limit ?? 10)
}

type Search = { statement: Statement; key: ClaimMatchKey; except: string }
type Found = { claimId: string; language: Language; stems: string[] }

/** For each search what the indexes find, each wording once. */
async function search(db: Db, searches: Search[], commonness: Commonness): Promise<Found[][]> {
	const asked = searches.map((each, place) => ({ ...each, place })).filter(({ key }) => key.stems.length > 0)
	if (asked.length === 0) return searches.map(() => [])
	const queries = asked.map(({ key, except, place }) => searchQuery(key, commonness, except, place))
	const rows = await db.execute<Omit<Found, 'stems'> & { place: number; stems: string }>(
		sql.join(queries, sql` union all `),
	)
	const lists = searches.map(() => new Map<string, Found>())
	for (const { place, claimId, language, stems } of rows)
		lists[place]?.set(`${language} ${claimId}`, { claimId, language, stems: stems.split(separator) })
	return lists.map((list) => [...list.values()])
}

/** Between stems on their way here: a text is read in half the time of an array. */
const separator = String.fromCharCode(31)

/** Look in the three indexes; each answers with some hundreds of claims at most. */
export function searchQuery(key: ClaimMatchKey, commonness: Commonness, except = '', place = 0): SQL {
	const bands = sql`${`{${key.bands.join(',')}}`}::int[]`
	const terms = termsQuery(key.stems, commonness)
	return sql`
		(select ${place}::int as place, claim_id as "claimId", language, array_to_string(tsvector_to_array(stems), chr(31)) as stems
			from claim_match_keys where fingerprint = ${key.fingerprint} and claim_id <> ${except} limit 50)
		union all
		(select ${place}::int, claim_id, language, array_to_string(tsvector_to_array(stems), chr(31)) from (
			select claim_id, language, stems, bands from claim_match_keys
			where bands && ${bands} and claim_id <> ${except} limit 1000
		) near
		order by (select count(*) from unnest(near.bands) band where band = any(${bands})) desc
		limit 60)
		union all
		(select ${place}::int, claim_id, language, array_to_string(tsvector_to_array(stems), chr(31))
			from claim_match_keys where stems @@ ${terms}::tsquery and claim_id <> ${except} limit ${foundByTerms})`
}

function termsQuery(stems: string[], commonness: Commonness): string {
	const { alone, pairs } = chooseTerms(stems, commonness)
	const quote = (stem: string) => `'${escapeLexeme(stem)}'`
	return [...alone.map(quote), ...pairs.map(([one, other]) => `(${quote(one)} & ${quote(other)})`)].join(
		' | ',
	)
}

import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Language } from '#app/domain/language.ts'
import { keyOfClaim, type ClaimMatchKey } from '#app/domain/match-key.ts'
import { chooseTerms, type Commonness, weightOf } from '#app/domain/match-search.ts'
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

/** Of so many claims the words are compared one by one. */
const comparedClaims = 25
/** One that shares less of its words than this, weighed by how telling they are, says something else. */
const leastShared = 0.2
/** So many are taken from the index of stems. */
const foundByTerms = 300
/** Less alike than this is nothing to show. */
const leastSimilarity = 0.25

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
	const weight = (stem: string) => weightOf(known, stem)
	return searches.map(({ statement }, index) => {
		const best = new Map<string, Candidate>()
		for (const { claimId, language } of found[index] ?? []) {
			const wording = wordings.get(claimId)
			const other = wording?.[language]
			if (!wording || !other) continue
			const comparison = compareStatements(statement, read(other), weight)
			if (comparison.similarity < leastSimilarity) continue
			keepBetter(best, {
				claimId,
				duplicateOf: wording.duplicateOf,
				language,
				statement: other,
				comparison,
			})
		}
		return inOrder(best).slice(0, limit)
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
	const best = new Map<string, Candidate>()
	for (const candidate of found.flat()) keepBetter(best, candidate)
	return inOrder(best).slice(0, options.limit ?? 10)
}

/** A claim that is found by both its wordings is found once. */
function keepBetter(best: Map<string, Candidate>, candidate: Candidate): void {
	const other = best.get(candidate.claimId)
	if (!other || rank(other) < rank(candidate)) best.set(candidate.claimId, candidate)
}

function inOrder(best: Map<string, Candidate>): Candidate[] {
	return [...best.values()].sort((a, b) => rank(b) - rank(a) || (a.claimId < b.claimId ? -1 : 1))
}

/** What says something of the claim comes before what is only like it. */
function rank({ comparison }: Candidate): number {
	return comparison.similarity + (comparison.kind === null ? 0 : 0.15)
}

type Search = { statement: Statement; key: ClaimMatchKey; except: string }
type Found = { claimId: string; language: Language }
type StoredStems = Found & { stems: string[] }

/** For each search the claims whose words are to be compared one by one: those that share the most telling stems. */
async function search(db: Db, searches: Search[], commonness: Commonness): Promise<Found[][]> {
	const asked = searches.map((each, place) => ({ ...each, place })).filter(({ key }) => key.stems.length > 0)
	if (asked.length === 0) return searches.map(() => [])
	const queries = asked.map(({ key, except, place }) => searchQuery(key, commonness, except, place))
	const rows = await db.execute<Found & { place: number; stems: string }>(sql.join(queries, sql` union all `))
	const lists = searches.map((): StoredStems[] => [])
	for (const { place, claimId, language, stems } of rows)
		lists[place]?.push({ claimId, language, stems: stems.split(separator) })
	return searches.map(({ key }, place) => mostTelling(key, lists[place] ?? [], commonness))
}

function mostTelling(key: ClaimMatchKey, rows: StoredStems[], commonness: Commonness): Found[] {
	const own = new Set(key.stems)
	const ownWeight = weigh(key.stems, commonness)
	const found = new Map<string, Found & { score: number }>()
	for (const { claimId, language, stems } of rows) {
		const shared = stems.filter((stem) => own.has(stem))
		const sharedWeight = weigh(shared, commonness)
		const weight = weigh(stems, commonness)
		if (sharedWeight < leastShared * Math.min(weight, ownWeight)) continue
		found.set(`${language} ${claimId}`, { claimId, language, score: sharedWeight / Math.sqrt(weight) })
	}
	return [...found.values()]
		.sort((a, b) => b.score - a.score || (a.claimId < b.claimId ? -1 : 1))
		.slice(0, comparedClaims)
}

function weigh(stems: string[], commonness: Commonness): number {
	return stems.reduce((sum, stem) => sum + weightOf(commonness, stem), 0)
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

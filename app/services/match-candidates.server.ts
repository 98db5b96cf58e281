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
export type Candidate = { claimId: string; language: Language; statement: string; comparison: Comparison }

export type CandidateOptions = {
	/** 10 unless said. */
	limit?: number
	/** A claim that is not to be found: the one being written. */
	except?: string
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
	{ limit = 10, except, commonness, read = readStatement }: CandidateOptions = {},
): Promise<Candidate[]> {
	const known = commonness ?? (await readCommonness(db))
	const asked = read(text)
	const found = await search(db, keyOfClaim(asked), known, except)
	const wordings = await readWordings(db, [...new Set(found.map(({ claimId }) => claimId))])
	const best = new Map<string, Candidate>()
	for (const { claimId, language } of found) {
		const statement = wordings.get(claimId)?.[language]
		if (!statement) continue
		const comparison = compareStatements(asked, read(statement), (stem) => weightOf(known, stem))
		if (comparison.similarity < leastSimilarity) continue
		const other = best.get(claimId)
		if (!other || other.comparison.similarity < comparison.similarity)
			best.set(claimId, { claimId, language, statement, comparison })
	}
	return [...best.values()]
		.sort((a, b) => rank(b) - rank(a) || (a.claimId < b.claimId ? -1 : 1))
		.slice(0, limit)
}

/** The same for a claim of the desk, by each of its wordings. @throws Refusal `not-found` */
export async function findCandidatesOfClaim(
	db: Db,
	claimId: string,
	options: Omit<CandidateOptions, 'except'> = {},
): Promise<Candidate[]> {
	const wording = (await readWordings(db, [claimId])).get(claimId)
	if (!wording) throw new Refusal('not-found', `No claim ${claimId}`)
	const commonness = options.commonness ?? (await readCommonness(db))
	const best = new Map<string, Candidate>()
	for (const text of [wording.ar, wording.en]) {
		if (text === null) continue
		for (const candidate of await findCandidates(db, text, { ...options, commonness, except: claimId })) {
			const other = best.get(candidate.claimId)
			if (!other || rank(other) < rank(candidate)) best.set(candidate.claimId, candidate)
		}
	}
	return [...best.values()].sort((a, b) => rank(b) - rank(a)).slice(0, options.limit ?? 10)
}

/** What says something of the claim comes before what is only like it. */
function rank({ comparison }: Candidate): number {
	return comparison.similarity + (comparison.kind === null ? 0 : 0.15)
}

type Found = { claimId: string; language: Language }

/** The claims whose words are to be compared one by one: those that share the most telling stems. */
async function search(
	db: Db,
	key: ClaimMatchKey,
	commonness: Commonness,
	except: string | undefined,
): Promise<Found[]> {
	if (key.stems.length === 0) return []
	const rows = await db.execute<Found & { stems: string[] }>(searchQuery(key, commonness, except))
	const own = new Set(key.stems)
	const ownWeight = weigh(key.stems, commonness)
	const found = new Map<string, Found & { score: number }>()
	for (const { claimId, language, stems } of rows) {
		const shared = weigh(
			stems.filter((stem) => own.has(stem)),
			commonness,
		)
		const weight = weigh(stems, commonness)
		if (shared < leastShared * Math.min(weight, ownWeight)) continue
		found.set(`${language} ${claimId}`, { claimId, language, score: shared / Math.sqrt(weight) })
	}
	return [...found.values()]
		.sort((a, b) => b.score - a.score || (a.claimId < b.claimId ? -1 : 1))
		.slice(0, comparedClaims)
}

function weigh(stems: string[], commonness: Commonness): number {
	return stems.reduce((sum, stem) => sum + weightOf(commonness, stem), 0)
}

/** Look in the three indexes; each answers with some hundreds of claims at most. */
export function searchQuery(key: ClaimMatchKey, commonness: Commonness, except = ''): SQL {
	const bands = sql`${`{${key.bands.join(',')}}`}::int[]`
	const terms = termsQuery(key.stems, commonness)
	return sql`
		(select claim_id as "claimId", language, tsvector_to_array(stems) as stems
			from claim_match_keys where fingerprint = ${key.fingerprint} and claim_id <> ${except} limit 50)
		union all
		(select claim_id, language, tsvector_to_array(stems) from (
			select claim_id, language, stems, bands from claim_match_keys
			where bands && ${bands} and claim_id <> ${except} limit 1000
		) near
		order by (select count(*) from unnest(near.bands) band where band = any(${bands})) desc
		limit 60)
		union all
		(select claim_id, language, tsvector_to_array(stems)
			from claim_match_keys where stems @@ ${terms}::tsquery and claim_id <> ${except} limit ${foundByTerms})`
}

function termsQuery(stems: string[], commonness: Commonness): string {
	const { alone, pairs } = chooseTerms(stems, commonness)
	const quote = (stem: string) => `'${escapeLexeme(stem)}'`
	return [...alone.map(quote), ...pairs.map(([one, other]) => `(${quote(one)} & ${quote(other)})`)].join(
		' | ',
	)
}

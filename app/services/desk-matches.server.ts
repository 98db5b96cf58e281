import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Bilingual } from '#app/domain/language.ts'
import { readStatement } from '#app/domain/match-statement.ts'
import { keyOfClaim } from '#app/domain/match-key.ts'
import { markDifferences } from '#app/domain/match-marks.ts'
import type { DeskMatch, OtherClaim, SimilarClaim, Which } from '#app/domain/match-view.ts'
import { compareTexts } from '#app/domain/match.ts'
import { type Actor, hasRole } from '#app/domain/people.ts'
import { advance } from '#app/domain/workflow.ts'
import { appearances, claimMatchKeys, claims } from '#drizzle/schema.ts'
import { findCandidates } from './match-candidates.server.ts'
import { mayJoin } from './match-joining.server.ts'
import { escapeLexeme } from './match-keys.server.ts'
import { type ListedMatch, listMatches } from './matching.server.ts'

type Joinable = Pick<
	typeof claims.$inferSelect,
	'id' | 'status' | 'assigneeId' | 'createdAt' | 'statementAr' | 'statementEn' | 'rating'
>

/**
 * The matches of a claim as its page shows them, and the claim that it was joined to. Suggestions come first. A claim
 * that was joined to another has no suggestions, and is none for others. Empty for an unknown claim.
 */
export async function listDeskMatches(
	db: Db,
	actor: Actor,
	claimId: string,
): Promise<{ matches: DeskMatch[]; joinedTo: OtherClaim | null }> {
	const [[self], listed] = await Promise.all([
		db.select().from(claims).where(eq(claims.id, claimId)),
		listMatches(db, claimId),
	])
	if (!self) return { matches: [], joinedTo: null }
	const [kept] = self.duplicateOf ? await db.select().from(claims).where(eq(claims.id, self.duplicateOf)) : []
	return {
		matches: listed.map((match) => describeMatch(actor, self, match)),
		joinedTo: kept ? describeOther(kept) : null,
	}
}

/**
 * Two claims side by side for a person who means to match them, with the match that is stored of them if there is one.
 * `null` when either is unknown, or they are one.
 */
export async function findPair(
	db: Db,
	actor: Actor,
	claimId: string,
	otherId: string,
): Promise<DeskMatch | null> {
	if (claimId === otherId) return null
	const rows = await db
		.select()
		.from(claims)
		.where(inArray(claims.id, [claimId, otherId]))
	const [self, other] = [claimId, otherId].map((id) => rows.find((row) => row.id === id))
	if (!self || !other) return null
	const stored = (await listMatches(db, claimId)).find((match) => match.other.id === otherId)
	if (stored) return describeMatch(actor, self, stored)
	const texts = sharedWordings(self, other)[0]
	const compared = texts ? compareTexts(texts.this, texts.other) : null
	return {
		id: null,
		kind: compared?.kind ?? null,
		state: 'suggested',
		revision: 0,
		reasons: compared?.reasons ?? [],
		wordings: markWordings(self, other),
		decision: null,
		open: true,
		keep: whichToKeep(actor, self, other),
		other: describeOther(other),
	}
}

function describeMatch(
	actor: Actor,
	self: Joinable & { duplicateOf: string | null },
	match: ListedMatch,
): DeskMatch {
	const { id, kind, state, revision, reasons, decidedBy, decidedAt, decidedById, comment } = match
	const other = { ...match.other, statementAr: match.other.ar, statementEn: match.other.en }
	return {
		id,
		kind,
		state,
		revision,
		reasons,
		wordings: markWordings(self, other),
		decision: decidedBy && decidedAt ? { by: decidedBy, at: decidedAt.toISOString(), comment } : null,
		open: decidedById === null || decidedById === actor.id || hasRole(actor.role, 'editor'),
		keep: self.duplicateOf || other.duplicateOf ? [] : whichToKeep(actor, self, other),
		other: describeOther(other),
	}
}

function describeOther(claim: Joinable): OtherClaim {
	const { id, statementAr, statementEn, status, rating } = claim
	return { id, statement: { ar: statementAr, en: statementEn }, status, rating }
}

type Worded = Pick<Joinable, 'statementAr' | 'statementEn'>

function sharedWordings(self: Worded, other: Worded) {
	const both: Record<keyof Bilingual, [string | null, string | null]> = {
		ar: [self.statementAr, other.statementAr],
		en: [self.statementEn, other.statementEn],
	}
	return (['ar', 'en'] as const).flatMap((language) => {
		const [own, others] = both[language]
		return own !== null && others !== null ? [{ language, this: own, other: others }] : []
	})
}

function markWordings(self: Worded, other: Worded): DeskMatch['wordings'] {
	return sharedWordings(self, other).map(({ language, ...texts }) => {
		const { first, second } = markDifferences(texts.this, texts.other)
		return { language, this: first, other: second }
	})
}

/** The published one before the other, and then the older. */
function whichToKeep(actor: Actor, self: Joinable, other: Joinable): Which[] {
	const keeps = (kept: Joinable, joined: Joinable) =>
		kept.status !== 'dropped' && advance(joined.status, 'drop') !== null && mayJoin(joined, actor)
	const weight = ({ status, createdAt }: Joinable) => (status === 'published' ? 0 : createdAt.getTime())
	const order: Which[] = weight(self) <= weight(other) ? ['this', 'other'] : ['other', 'this']
	return order.filter((which) => (which === 'this' ? keeps(self, other) : keeps(other, self)))
}

/**
 * Claims that are like a wording, the likeliest first, at most `limit`. Of a claim that was joined to another, that
 * other one is shown.
 */
export async function findSimilarClaims(
	db: Db,
	text: string,
	{ except, limit = 5 }: { except?: string | undefined; limit?: number } = {},
): Promise<SimilarClaim[]> {
	const candidates = await findCandidates(db, text, { except: except ?? '', limit: limit * 2 })
	const ids = candidates.map(({ claimId, duplicateOf }) => duplicateOf ?? claimId)
	const rows = ids.length > 0 ? await readOthers(db, ids) : new Map<string, never>()
	const found = new Map<string, SimilarClaim>()
	for (const { claimId, duplicateOf, language, comparison } of candidates) {
		const id = duplicateOf ?? claimId
		const row = rows.get(id)
		if (!row || id === except || found.has(id)) continue
		const { kind, narrower, reasons } = comparison
		const which = narrower && (narrower === 'first' ? 'this' : 'other')
		found.set(id, { ...row, language, kind, narrower: which, reasons })
	}
	return [...found.values()].slice(0, limit)
}

async function readOthers(db: Db, ids: string[]): Promise<Map<string, OtherClaim & { places: number }>> {
	const rows = await db
		.select({
			claim: claims,
			places: sql<number>`(select count(*)::int from ${appearances} a where a.claim_id = claims.id)`,
		})
		.from(claims)
		.where(inArray(claims.id, ids))
	return new Map(rows.map(({ claim, places }) => [claim.id, { ...describeOther(claim), places }]))
}

/**
 * Claims for a person who looks for one by words, or by its id or the address of its page: those that have all the
 * words, the newest first, and then those that are like them; at most ten.
 */
export async function findClaimsToMatch(db: Db, asked: string, except: string): Promise<OtherClaim[]> {
	const id = /(?:^|\/desk\/claims\/)([0-9a-z-]{1,40})\/?(?:[?#].*)?$/.exec(asked.trim())?.[1]
	const { stems } = keyOfClaim(readStatement(asked))
	const terms = stems.map((stem) => `'${escapeLexeme(stem)}'`).join(' & ')
	const [byId, byWords, alike] = await Promise.all([
		id ? db.select({ id: claims.id }).from(claims).where(eq(claims.id, id)) : [],
		terms
			? db
					.selectDistinct({ id: claims.id, createdAt: claims.createdAt })
					.from(claimMatchKeys)
					.innerJoin(claims, eq(claims.id, claimMatchKeys.claimId))
					.where(sql`${claimMatchKeys.stems} @@ ${terms}::tsquery and ${claims.duplicateOf} is null`)
					.orderBy(sql`${claims.createdAt} desc`, claims.id)
					.limit(11)
			: [],
		findCandidates(db, asked, { except, limit: 5 }),
	])
	const ids = [
		...byId.map((row) => row.id),
		...byWords.map((row) => row.id),
		...alike.map(({ claimId, duplicateOf }) => duplicateOf ?? claimId),
	].filter((found) => found !== except)
	const wanted = [...new Set(ids)].slice(0, 10)
	if (wanted.length === 0) return []
	const rows = await readOthers(db, wanted)
	return wanted.flatMap((found) => {
		const row = rows.get(found)
		if (!row) return []
		const { places: _, ...other } = row
		return [other]
	})
}

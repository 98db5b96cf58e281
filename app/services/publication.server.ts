import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { publishContacts } from '#app/domain/contact.ts'
import type { FactCheck } from '#app/domain/fact-check.ts'
import type { GateResult } from '#app/domain/gate.ts'
import type { LedgerCorrection } from '#app/domain/ledger.ts'
import { paragraphAround } from '#app/domain/surroundings.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import {
	appearances,
	articles,
	articleVersions,
	claimants,
	claimCountries,
	corrections,
	factChecks,
	type proposals,
	ratings,
	verdicts,
} from '#drizzle/schema.ts'
import type { ClaimRow } from './claim-history.server.ts'
import { readFigures } from './claim-figures.server.ts'
import { listContacts } from './contacts.server.ts'
import { describeEvidence, listEvidence } from './evidence.server.ts'
import { appendToLedger, describeCorrection } from './ledger.server.ts'
import { keepVerdictEntry } from './search-entries.server.ts'

/**
 * Write the next immutable version of a claim's verdict from its approved proposal, with its
 * correction when there was one before, and put it in force. Part of the approving transaction.
 */
export async function publishVerdict(
	tx: Db,
	input: { claim: ClaimRow; proposal: typeof proposals.$inferSelect; approverId: string; gate: GateResult[] },
	now: Date,
): Promise<{ version: number; retracted: boolean }> {
	const { claim, proposal } = input
	const [before] = await tx.select().from(factChecks).where(eq(factChecks.claimId, claim.id))
	const [latest] = await tx
		.select({ number: sql<number>`coalesce(max(${verdicts.number}), 0)`.mapWith(Number) })
		.from(verdicts)
		.where(eq(verdicts.claimId, claim.id))
	const version = (latest?.number ?? 0) + 1
	const retracted = proposal.correction?.kind === 'retraction'
	const firstPublishedAt = before?.firstPublishedAt ?? now
	const content = await compose(tx, { ...input, version, retracted, firstPublishedAt }, now)

	const verdictId = newId()
	await tx.insert(verdicts).values({
		id: verdictId,
		claimId: claim.id,
		number: version,
		proposalId: proposal.id,
		rating: proposal.rating,
		proposerId: proposal.proposerId,
		approverId: input.approverId,
		content,
		publishedAt: now,
	})
	let correction: LedgerCorrection | null = null
	if (proposal.correction) {
		const [last] = await tx
			.select({ number: sql<number>`coalesce(max(${corrections.number}), 0)`.mapWith(Number) })
			.from(corrections)
			.where(eq(corrections.claimId, claim.id))
		const row = {
			id: newId(),
			claimId: claim.id,
			verdictNumber: version,
			number: (last?.number ?? 0) + 1,
			on: now.toISOString().slice(0, 10),
			...proposal.correction,
			beforePublication: false,
			// A verdict that is withdrawn, now or before, has no rating in force.
			ratingBefore: before && !before.retracted ? before.rating : null,
			ratingAfter: retracted ? null : proposal.rating,
			createdAt: now,
		}
		await tx.insert(corrections).values(row)
		correction = describeCorrection(row)
	}
	const { rating, reviewOn } = proposal
	const inForce = { verdictId, rating, reviewOn, retracted, publishedAt: now }
	await tx
		.insert(factChecks)
		.values({ claimId: claim.id, slug: claim.slug, firstPublishedAt, ...inForce })
		.onConflictDoUpdate({ target: factChecks.claimId, set: inForce })
	await keepVerdictEntry(tx, claim.id)
	await appendToLedger(tx, [{ slug: claim.slug, verdict: version, content, correction }], now)
	return { version, retracted }
}

/** All that readers will see of this version, read once and frozen. */
async function compose(
	tx: Db,
	input: {
		claim: ClaimRow
		proposal: typeof proposals.$inferSelect
		gate: GateResult[]
		version: number
		retracted: boolean
		firstPublishedAt: Date
	},
	now: Date,
): Promise<FactCheck> {
	const { claim, proposal } = input
	const rating = await describeRating(tx, proposal.rating)
	const today = proposal.ratingNow ? await describeRating(tx, proposal.ratingNow) : null
	const [claimant] = claim.claimantId
		? await tx.select().from(claimants).where(eq(claimants.id, claim.claimantId))
		: []
	const countries = await tx
		.select({ country: claimCountries.country })
		.from(claimCountries)
		.where(eq(claimCountries.claimId, claim.id))
		.orderBy(asc(claimCountries.country))
	const places = await tx
		.select({ appearance: appearances, article: articles, text: articleVersions.text })
		.from(appearances)
		.leftJoin(articles, eq(articles.id, appearances.articleId))
		.leftJoin(articleVersions, eq(articleVersions.id, appearances.articleVersionId))
		.where(eq(appearances.claimId, claim.id))
		.orderBy(asc(appearances.createdAt), asc(appearances.id))
	const items = await listEvidence(tx, claim.id)
	const contacts = publishContacts(await listContacts(tx, claim.id))
	const claimed = await readFigures(tx, claim.id)

	return {
		slug: claim.slug,
		version: input.version,
		retracted: input.retracted,
		language: claim.language,
		statement: { ar: claim.statementAr, en: claim.statementEn },
		type: claim.type,
		countries: countries.map((row) => row.country),
		claimant: claimant
			? {
					slug: claimant.slug,
					kind: claimant.kind,
					name: { ar: claimant.nameAr, en: claimant.nameEn },
					role: { ar: claimant.roleAr, en: claimant.roleEn },
					url: claimant.url,
				}
			: null,
		claimedOn: claim.claimedOn,
		appearances: places.map(({ appearance, article, text }) => ({
			exact: appearance.exact,
			prefix: appearance.prefix,
			suffix: appearance.suffix,
			paragraph:
				text === null || appearance.start === null || appearance.end === null
					? null
					: paragraphAround(text, { start: appearance.start, end: appearance.end }),
			article: {
				title: article?.title ?? null,
				outlet: article?.outlet ?? null,
				author: article?.author ?? null,
				url: article?.url ?? appearance.url,
				publishedOn: article?.publishedOn ?? null,
			},
		})),
		// Where they stand in our copy of the text says nothing to readers.
		figures: claimed.map(({ start: _, end: __, ...figure }) => figure),
		rating,
		...(today && { today: { rating: today, since: proposal.nowSince } }),
		...(proposal.reviewOn && { reviewOn: proposal.reviewOn }),
		...(proposal.stale && { stale: proposal.stale }),
		summary: { ar: proposal.summaryAr, en: proposal.summaryEn },
		rationale: { ar: proposal.rationaleAr, en: proposal.rationaleEn },
		asOf: proposal.asOf,
		evidence: items.map((item) => describeEvidence(item, claimed)),
		gate: input.gate,
		...(contacts.length > 0 && { contacts }),
		publishedAt: now.toISOString(),
		firstPublishedAt: input.firstPublishedAt.toISOString(),
	}
}

/** A step of the scale as it is worded today. @throws Refusal `invalid` for none */
async function describeRating(tx: Db, key: string): Promise<FactCheck['rating']> {
	const [rating] = await tx.select().from(ratings).where(eq(ratings.key, key))
	if (!rating) throw new Refusal('invalid', 'No such rating', { field: 'rating' })
	return {
		key: rating.key,
		value: rating.value,
		label: { ar: rating.labelAr, en: rating.labelEn },
		meaning: { ar: rating.meaningAr, en: rating.meaningEn },
	}
}

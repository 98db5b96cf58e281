import { asc, eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { isCountry } from '#app/domain/countries.ts'
import type { ClaimType } from '#app/domain/claim.ts'
import type { Figure } from '#app/domain/figure.ts'
import type { Language } from '#app/domain/language.ts'
import type { Actor } from '#app/domain/people.ts'
import { describeQuotation, findQuotation } from '#app/domain/quotation.ts'
import { makeSlug } from '#app/domain/slug.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { logger } from '#app/log.server.ts'
import { appearances, articles, articleVersions, claimCountries, claims, figures } from '#drizzle/schema.ts'
import { anchorQuotations } from './anchors.server.ts'
import { readFigures, readQuoted, writeFigures } from './claim-figures.server.ts'
import { keepTally, lockClaim, recordEvent, tallyNewClaim } from './claim-history.server.ts'
import { type ClaimantInput, findOrAddClaimant } from './claimants.server.ts'
import { keepQuantities } from './figure-quantities.server.ts'
import { keepMatchKey, suggestMatches } from './matching.server.ts'
import { keepClaimEntry } from './search-entries.server.ts'
import { once } from './submissions.server.ts'

/** What a person writes of a claim. At least one of the two statements is there. */
export type ClaimInput = {
	statementAr: string | null
	statementEn: string | null
	type: ClaimType
	claimant: ClaimantInput | null
	claimedOn: string | null
	claimedOnBasis: 'text' | 'evidence' | null
	countries: string[]
	figures: Figure[]
	tags?: string[]
}

/** Which words of an article version: where they start helps when they stand there more than once. */
export type QuotedWords = {
	versionId: string
	exact: string
	start: number | null
	prefix?: string
	suffix?: string
}

/**
 * Make a claim from words of an article. The words are looked up in the stored text, so what is kept is
 * what stands there, with its surroundings and offsets.
 * @param input.submission the key of the form; the same form sent again makes nothing
 * @param input.id for a corpus that brings its own ids
 * @throws Refusal `not-found` for an unknown article version; `quotation-absent` or `quotation-ambiguous`;
 *   `invalid` for an unknown country or no statement
 */
export async function createClaim(
	db: Db,
	actor: Actor,
	input: ClaimInput & {
		quotation: QuotedWords
		submission: string
		id?: string
		note?: { ar: string; en: string }
	},
	now = new Date(),
): Promise<{ id: string; made: boolean }> {
	requireSound(input)
	const made = await db.transaction((tx) =>
		once(tx, actor, input.submission, now, async () => {
			const [source] = await tx
				.select({ version: articleVersions, language: articles.language })
				.from(articleVersions)
				.innerJoin(articles, eq(articles.id, articleVersions.articleId))
				.where(eq(articleVersions.id, input.quotation.versionId))
			if (!source) throw new Refusal('not-found', `No article version ${input.quotation.versionId}`)
			const quotation = placeQuotation(source.version.text, input.quotation)

			const id = input.id ?? newId()
			await tx.insert(claims).values({
				id,
				slug: makeSlug(input.statementEn ?? input.statementAr ?? '', id.slice(0, 6)),
				language: languageOf(input, source.language),
				statementAr: input.statementAr,
				statementEn: input.statementEn,
				type: input.type,
				claimantId: input.claimant ? await findOrAddClaimant(tx, input.claimant) : null,
				claimedOn: input.claimedOn,
				claimedOnBasis: input.claimedOnBasis,
				tags: input.tags ?? [],
				noteAr: input.note?.ar ?? null,
				noteEn: input.note?.en ?? null,
				createdBy: actor.id,
				createdAt: now,
				statusSince: now,
			})
			await writeCountries(tx, id, input.countries, now)
			await writeFigures(tx, id, input.figures, { text: source.version.text, span: quotation })
			const appearanceId = newId()
			await tx.insert(appearances).values({
				id: appearanceId,
				claimId: id,
				articleId: source.version.articleId,
				articleVersionId: source.version.id,
				...quotation,
				createdBy: actor.id,
				createdAt: now,
			})
			await anchorQuotations(tx, source.version.articleId, now, appearanceId)
			await recordEvent(
				tx,
				actor,
				{ claimId: id, kind: 'create', to: 'new', detail: { exact: quotation.exact } },
				now,
			)
			await tallyNewClaim(tx, id)
			await keepMatchKey(tx, { id, statementAr: input.statementAr, statementEn: input.statementEn })
			await keepClaimEntry(tx, id)
			return id
		}),
	)
	if (made.made) await trySuggesting(db, made.id, now)
	return made
}

/** What a claim repeats or contradicts is a help: that it could not be worked out is no reason to lose the claim. */
async function trySuggesting(db: Db, claimId: string, now: Date): Promise<void> {
	try {
		await db.transaction(async (tx) => {
			await suggestMatches(tx, claimId, now)
			await keepQuantities(tx, claimId)
		})
	} catch (error) {
		logger.error({ err: error, claimId }, 'matches of a claim could not be suggested')
	}
}

/**
 * Reword or retype a claim, made from the revision the person was looking at.
 * @throws Refusal `not-found`; `invalid`; `stale` with the stored claim when somebody else was quicker;
 *   `wrong-step` once it is in review or published, where a correction is the way
 */
export async function editClaim(
	db: Db,
	actor: Actor,
	input: ClaimInput & { claimId: string; revision: number },
	now = new Date(),
): Promise<void> {
	requireSound(input)
	await db.transaction(async (tx) => {
		const claim = await lockClaim(tx, input.claimId)
		if (claim.revision !== input.revision)
			throw new Refusal('stale', undefined, { stored: await readClaimInput(tx, claim.id) })
		if (claim.status !== 'new' && claim.status !== 'in_research') throw new Refusal('wrong-step')

		const before = await readClaimInput(tx, claim.id)
		await keepTally(tx, [claim.id], async () => {
			await tx.delete(claimCountries).where(eq(claimCountries.claimId, claim.id))
			await writeCountries(tx, claim.id, input.countries, claim.createdAt)
		})
		await tx.delete(figures).where(eq(figures.claimId, claim.id))
		await writeFigures(tx, claim.id, input.figures, await readQuoted(tx, claim.id))
		await tx
			.update(claims)
			.set({
				statementAr: input.statementAr,
				statementEn: input.statementEn,
				type: input.type,
				claimantId: input.claimant ? await findOrAddClaimant(tx, input.claimant) : null,
				claimedOn: input.claimedOn,
				claimedOnBasis: input.claimedOnBasis,
				revision: claim.revision + 1,
			})
			.where(eq(claims.id, claim.id))
		await keepMatchKey(tx, {
			id: claim.id,
			statementAr: input.statementAr,
			statementEn: input.statementEn,
		})
		await keepClaimEntry(tx, claim.id)
		await recordEvent(tx, actor, { claimId: claim.id, kind: 'edit_claim', detail: { before } }, now)
	})
	await trySuggesting(db, input.claimId, now)
}

/** The claim as a form would show it, for the history and for whoever lost a race. */
async function readClaimInput(tx: Db, claimId: string) {
	const [claim] = await tx.select().from(claims).where(eq(claims.id, claimId))
	const countries = await tx
		.select({ country: claimCountries.country })
		.from(claimCountries)
		.where(eq(claimCountries.claimId, claimId))
		.orderBy(asc(claimCountries.country))
	return {
		statementAr: claim?.statementAr ?? null,
		statementEn: claim?.statementEn ?? null,
		type: claim?.type,
		claimantId: claim?.claimantId ?? null,
		claimedOn: claim?.claimedOn ?? null,
		countries: countries.map((row) => row.country),
		figures: await readFigures(tx, claimId),
	}
}

function requireSound(input: ClaimInput): void {
	if (!input.statementAr && !input.statementEn)
		throw new Refusal('invalid', 'A claim needs a statement', { field: 'statement' })
	const unknown = input.countries.find((country) => !isCountry(country))
	if (unknown !== undefined)
		throw new Refusal('invalid', `Unknown country ${unknown}`, { field: 'countries' })
	if (input.countries.length === 0)
		throw new Refusal('invalid', 'A claim concerns a country', { field: 'countries' })
}

function languageOf(input: ClaimInput, articleLanguage: Language | null): Language {
	if (input.statementAr && input.statementEn) return articleLanguage ?? 'ar'
	return input.statementAr ? 'ar' : 'en'
}

/**
 * Where quoted words stand in the text of an article version, with what stands round them.
 * @throws Refusal `quotation-absent` or `quotation-ambiguous`
 */
export function placeQuotation(text: string, words: QuotedWords) {
	const place = findQuotation(text, {
		exact: words.exact,
		prefix: words.prefix,
		suffix: words.suffix,
		start: words.start ?? undefined,
	})
	if ('problem' in place) {
		throw new Refusal(place.problem === 'absent' ? 'quotation-absent' : 'quotation-ambiguous', undefined, {
			...place,
		})
	}
	return describeQuotation(text, place.found.start, place.found.end)
}

async function writeCountries(tx: Db, claimId: string, countries: string[], createdAt: Date): Promise<void> {
	await tx
		.insert(claimCountries)
		.values([...new Set(countries)].map((country) => ({ claimId, country, createdAt })))
}

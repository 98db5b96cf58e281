import { eq, sql } from 'drizzle-orm'
import { checkPassword, hashPassword } from '#app/auth/password.server.ts'
import type { Db } from '#app/db.server.ts'
import type { ClaimantKind } from '#app/domain/claim.ts'
import type { GateRule } from '#app/domain/gate.ts'
import type { Bilingual } from '#app/domain/language.ts'
import type { Actor } from '#app/domain/people.ts'
import { newId } from '#app/ids.server.ts'
import { addArticle } from '#app/services/articles.server.ts'
import { createClaim } from '#app/services/claims.server.ts'
import { recordUnrecorded } from '#app/services/ledger-catch-up.server.ts'
import { addEvidence } from '#app/services/evidence.server.ts'
import { saveDraft } from '#app/services/drafts.server.ts'
import { grantException } from '#app/services/gate.server.ts'
import { approveVerdict, proposeVerdict, takeClaim } from '#app/services/review.server.ts'
import { articleVersions, claims, corrections, settings, users } from '#drizzle/schema.ts'
import { readArticle, readClaims, readFactChecks, type SeedClaim, type SeedFactCheck } from './corpus.ts'

/** People who do not exist. Two reviewers, since a verdict takes two. */
const people: Actor[] = [
	{ id: 'demo-admin', name: 'مسؤول العرض', email: 'admin@demo.example', role: 'admin', language: 'ar' },
	{ id: 'demo-editor', name: 'محرّر العرض', email: 'editor@demo.example', role: 'editor', language: 'ar' },
	{
		id: 'demo-reviewer',
		name: 'مراجع العرض',
		email: 'reviewer@demo.example',
		role: 'reviewer',
		language: 'ar',
	},
	{
		id: 'demo-reviewer2',
		name: 'Demo Reviewer',
		email: 'reviewer2@demo.example',
		role: 'reviewer',
		language: 'en',
	},
]
const [admin, , first, second] = people as [Actor, Actor, Actor, Actor]

/** The corpus happens on this day, one minute a step, so that it reads the same on every machine. */
const opening = Date.parse('2026-11-22T07:00:00Z')

/**
 * Load the demonstration corpus through the services people use, so that its history, roll-up and verdicts are
 * real; in one transaction, so that it is there whole or not at all. Run again, it changes nothing but
 * the demonstration password, should that be another one.
 * @returns the mail addresses that can sign in
 */
export async function seed(db: Db, { password }: { password: string }): Promise<{ emails: string[] }> {
	await db.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('demonstration corpus', 0))`)
		await setPassword(tx, password)
		const [present] = await tx.select({ id: claims.id }).from(claims).where(eq(claims.id, 'c01'))
		if (!present) {
			await openTheDoors(tx)
			await loadCorpus(tx)
		}
	})
	return { emails: people.map((person) => person.email) }
}

/** Whoever tries the demonstration has no telephone set up for its people: their passwords are shown anyway. */
async function openTheDoors(tx: Db): Promise<void> {
	await tx
		.insert(settings)
		.values({ key: 'second-factor-from', value: 'nobody', changedAt: new Date(opening) })
		.onConflictDoNothing()
}

async function setPassword(tx: Db, password: string): Promise<void> {
	const [known] = await tx.select({ hash: users.passwordHash }).from(users).where(eq(users.id, first.id))
	if (known && (await checkPassword(known.hash, password))) return
	const passwordHash = await hashPassword(password)
	await tx
		.insert(users)
		.values(people.map((person) => ({ ...person, passwordHash, createdAt: new Date(opening) })))
		.onConflictDoUpdate({ target: users.id, set: { passwordHash } })
}

async function loadCorpus(tx: Db): Promise<void> {
	let step = 0
	const clock = () => new Date(opening + step++ * 60_000)

	const corpus = readClaims()
	const versions = new Map<string, string>()
	for (const slug of new Set(corpus.map((claim) => claim.article))) {
		versions.set(slug, await loadArticle(tx, slug, clock()))
	}
	const factChecks = new Map(readFactChecks().map((factCheck) => [factCheck.claim_id, factCheck]))
	for (const claim of corpus) await loadClaim(tx, claim, versions.get(claim.article) ?? '', clock())
	// The first of the file is published last: it leads the front page.
	for (const [index, claim] of corpus.entries()) {
		const [proposer, approver] = index % 2 === 0 ? [first, second] : [second, first]
		if (claim.status !== 'new') await takeClaim(tx, proposer, claim.id, clock())
		const factCheck = factChecks.get(claim.id)
		if (factCheck) await prepareVerdict(tx, claim, factCheck, { proposer, approver }, clock)
	}
	for (const factCheck of [...factChecks.values()].reverse()) {
		if (factCheck.state === 'published') await publish(tx, factCheck, clock)
	}
	await recordUnrecorded(tx, clock())
}

async function loadArticle(tx: Db, slug: string, now: Date): Promise<string> {
	const { title, fileName, text } = readArticle(slug)
	const details = { title, outlet: null, author: null, url: null, publishedOn: null, language: 'ar' as const }
	const article = await addArticle(tx, admin, { ...details, text, fileName }, now)
	const [version] = await tx
		.select({ id: articleVersions.id })
		.from(articleVersions)
		.where(eq(articleVersions.articleId, article.id))
	if (!version) throw new Error(`No version of ${slug}`)
	return version.id
}

async function loadClaim(tx: Db, claim: SeedClaim, versionId: string, now: Date): Promise<void> {
	await createClaim(
		tx,
		admin,
		{
			id: claim.id,
			submission: `demo-${claim.id}`,
			statementAr: claim.statement_ar,
			statementEn: claim.statement_en,
			type: claim.claim_type,
			claimant: {
				kind: claimantKind(claim.claimant.role),
				nameAr: claim.claimant.name_ar,
				nameEn: claim.claimant.name_en,
				roleAr: claim.claimant.role_ar,
				roleEn: claim.claimant.role,
			},
			claimedOn: claim.claimed_on,
			claimedOnBasis: claim.claimed_on_basis === 'seed' ? 'text' : claim.claimed_on_basis,
			countries: claim.countries,
			figures: claim.figures.map(({ value, unit, as_written: asWritten }) => ({
				value,
				unit,
				comparator: 'exactly' as const,
				base: null,
				asWritten,
			})),
			tags: claim.tags,
			note:
				claim.research_note_ar && claim.research_note_en
					? { ar: claim.research_note_ar, en: claim.research_note_en }
					: undefined,
			quotation: { versionId, exact: claim.quote, start: null },
		},
		now,
	)
}

/** The corpus gives a role in words; schema.org wants to know a person from an organisation. */
function claimantKind(role: string): ClaimantKind {
	if (role === 'writer of the source article') return 'unnamed'
	return ['government', 'governments', 'electoral authority'].includes(role) ? 'organisation' : 'person'
}

async function prepareVerdict(
	tx: Db,
	claim: SeedClaim,
	factCheck: SeedFactCheck,
	{ proposer, approver }: { proposer: Actor; approver: Actor },
	clock: () => Date,
): Promise<void> {
	for (const source of factCheck.sources) {
		await addEvidence(
			tx,
			proposer,
			{
				claimId: claim.id,
				submission: `demo-${factCheck.id}-${source.n}`,
				source: {
					url: source.url,
					publisher: source.publisher,
					title: source.title,
					publishedOn: source.published_on,
					language: source.language,
				},
				evidence: {
					stance: source.stance,
					kind: source.kind,
					passage: null,
					label: { ar: source.label_ar, en: source.label_en },
					shows: { ar: source.shows_ar, en: source.shows_en },
					foundBy: source.found_by,
				},
				// The corpus was read as excerpts: nobody kept a copy of the pages, and that is what is on record.
				...(source.url && { noCopy: 'excerpts-only' as const }),
			},
			clock(),
		)
	}
	const draft = {
		rating: factCheck.rating,
		summary: { ar: factCheck.summary_ar, en: factCheck.summary_en },
		rationale: { ar: factCheck.rationale_ar, en: factCheck.rationale_en },
		asOf: factCheck.as_of,
	}
	await saveDraft(tx, proposer, { claimId: claim.id, revision: 0, draft }, clock())
	await proposeVerdict(tx, proposer, { claimId: claim.id, draft, correction: null }, clock())
	for (const [rule, reason] of exceptionsFor(claim, factCheck)) {
		await grantException(tx, approver, { claimId: claim.id, rule, reason }, clock())
	}
}

/** Where the corpus does not meet the gate, it says why: nobody was asked, and few sources are primary. */
function exceptionsFor(claim: SeedClaim, factCheck: SeedFactCheck): [GateRule, Bilingual][] {
	const exceptions: [GateRule, Bilingual][] = [
		[
			'claimant_contacted',
			{
				ar: 'مادة للعرض: لم يُسأل أحد ممن وردت أسماؤهم.',
				en: 'Demonstration corpus: none of the people named was asked for comment.',
			},
		],
	]
	if (!factCheck.sources.some((source) => source.kind === 'primary')) {
		exceptions.push([
			'primary_source',
			{
				ar: 'لم يُعثر حتى 22 نوفمبر 2026 على مصدر أولي تمكن قراءته، والمصادر الثانوية مذكورة كلها.',
				en: 'Up to 22 November 2026 no primary source that could be read was found; all secondary ones are listed.',
			},
		])
	}
	if (claim.figures.some((figure) => figure.unit === 'percent')) {
		exceptions.push([
			'percentage_base',
			{
				ar: 'لا يذكر الموجز أساس النسبة، والتعليل يبحث فيه.',
				en: 'The brief does not name the base of the percentage; the rationale goes into it.',
			},
		])
	}
	return exceptions
}

async function publish(tx: Db, factCheck: SeedFactCheck, clock: () => Date): Promise<void> {
	const [waiting] = await tx.execute<{ id: string; proposer_id: string }>(
		sql`select id, proposer_id from proposals where claim_id = ${factCheck.claim_id} and decision = 'pending'`,
	)
	if (!waiting) throw new Error(`Nothing waits on ${factCheck.claim_id}`)
	const approver = waiting.proposer_id === first.id ? second : first
	await approveVerdict(tx, approver, { claimId: factCheck.claim_id, proposalId: waiting.id }, clock())
	for (const correction of factCheck.corrections) {
		await tx.insert(corrections).values({
			id: newId(),
			claimId: factCheck.claim_id,
			verdictNumber: 1,
			number: correction.seq,
			on: correction.on,
			kind: correction.kind,
			severity: correction.severity,
			beforePublication: true,
			ratingBefore: correction.rating_before,
			ratingAfter: correction.rating_after,
			whatAr: correction.what_ar,
			whatEn: correction.what_en,
			whyAr: correction.why_ar,
			whyEn: correction.why_en,
			createdAt: clock(),
		})
	}
}

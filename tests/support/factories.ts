import { eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { newId, sha256 } from '#app/ids.server.ts'
import type { ArticleDetails } from '#app/domain/article.ts'
import { addArticle as takeInArticle } from '#app/services/articles.server.ts'
import { type ClaimInput, createClaim, type QuotedWords } from '#app/services/claims.server.ts'
import {
	addEvidence as attachEvidence,
	type EvidenceInput,
	type SourceInput,
} from '#app/services/evidence.server.ts'
import { type DraftInput } from '#app/services/drafts.server.ts'
import { grantException } from '#app/services/gate.server.ts'
import { approveVerdict, proposeVerdict, takeClaim } from '#app/services/review.server.ts'
import { articleVersions, claims, sessions, users } from '#drizzle/schema.ts'

/*
 * People, articles, claims and evidence for tests, made by the services that people use. Each factory fills
 * in what a test does not care about; what it does care about it says.
 */

/** When everything here happens unless a test says otherwise. */
export const noon = new Date('2026-03-02T12:00:00Z')

/** An article of two paragraphs with figures, names and a word that stands in it twice. */
export const articleText = `افتُتح في ميناء لا سيبا أمس سوق السمك الجديد، وقال رئيس البلدية رامون ديلغادو إن كلفته بلغت 3.4 ملايين دولار، وإن 40.27% من باعته نساء.

وأوضحت وزارة الصيد أن السوق يخدم 12 قرية ساحلية، وأن السمك الذي يباع فيه يُفحص مرتين في اليوم.`

let made = 0

/** A person of the desk: a reviewer who reads Arabic, unless the test wants another. */
export async function addPerson(db: Db, given: Partial<Actor> = {}): Promise<Actor> {
	made += 1
	const id = given.id ?? `person-${made}`
	const person: Actor = {
		id,
		name: `مراجع ${made}`,
		email: `${id}@desk.example`,
		role: 'reviewer',
		language: 'ar',
		...given,
	}
	await db.insert(users).values({ ...person, passwordHash: 'none', createdAt: noon })
	return person
}

/** Sign a person in, with all that their role takes to show. @returns the `Cookie` header that a request of theirs carries */
export async function openSession(
	db: Db,
	person: Actor,
	given: Partial<typeof sessions.$inferInsert> = {},
): Promise<string> {
	const token = sha256(person.id).slice(0, 52)
	await db.insert(sessions).values({
		id: sha256(token),
		userId: person.id,
		publicId: newId(),
		createdAt: new Date(),
		lastUsedAt: new Date(),
		confirmedAt: new Date(),
		secondFactor: true,
		expiresAt: new Date(Date.now() + 3_600_000),
		absoluteExpiresAt: new Date(Date.now() + 3_600_000),
		...given,
	})
	return `session=${token}`
}

/** An article as the other factories take it: its own id, that of its version, and the text. */
export type AddedArticle = { id: string; versionId: string; text: string }

/**
 * An article in Arabic. Without a `text` each one is different by its first line, since the same text is the
 * same article.
 */
export async function addArticle(
	db: Db,
	given: Partial<ArticleDetails> & { text?: string; fileName?: string | null; by?: Actor; at?: Date } = {},
): Promise<AddedArticle> {
	const { text, fileName = null, by, at = noon, ...details } = given
	made += 1
	const kept = text ?? `سوق السمك (${made})\n\n${articleText}`
	const actor = by ?? (await addPerson(db))
	const none = {
		title: null,
		outlet: null,
		author: null,
		url: null,
		publishedOn: null,
		language: 'ar' as const,
	}
	const { id } = await takeInArticle(db, actor, { ...none, ...details, text: kept, fileName }, at)
	const [version] = await db
		.select({ id: articleVersions.id })
		.from(articleVersions)
		.where(eq(articleVersions.articleId, id))
	if (!version) throw new Error(`No version of ${id}`)
	return { id, versionId: version.id, text: kept }
}

/** What a claim says unless the test says otherwise. */
export const claimInput: ClaimInput = {
	statementAr: 'أربعون بالمئة من باعة سوق السمك في لا سيبا نساء',
	statementEn: null,
	type: 'statistic',
	claimant: { kind: 'person', nameAr: 'رامون ديلغادو', nameEn: null },
	claimedOn: null,
	claimedOnBasis: null,
	countries: ['HN'],
	figures: [{ value: '40.27', unit: 'percent', comparator: 'exactly', base: null, asWritten: '40.27%' }],
}

/** A claim taken from an article, and the article it is of. */
export type AddedClaim = { id: string; slug: string; article: AddedArticle; by: Actor }

/** A new claim: «40.27% من باعته نساء» of an article of its own, unless the test names an article and its words. */
export async function addClaim(
	db: Db,
	given: Partial<ClaimInput> &
		Partial<Omit<QuotedWords, 'versionId'>> & {
			article?: AddedArticle
			by?: Actor
			submission?: string
			at?: Date
		} = {},
): Promise<AddedClaim> {
	const { article, by, submission, at = noon, exact, start, prefix, suffix, ...input } = given
	const actor = by ?? (await addPerson(db))
	const source = article ?? (await addArticle(db, { by: actor }))
	const { id } = await createClaim(
		db,
		actor,
		{
			...claimInput,
			...input,
			submission: submission ?? newId(),
			quotation: {
				versionId: source.versionId,
				exact: exact ?? '40.27% من باعته نساء',
				start: start ?? null,
				prefix,
				suffix,
			},
		},
		at,
	)
	const [claim] = await db.select({ slug: claims.slug }).from(claims).where(eq(claims.id, id))
	if (!claim) throw new Error(`No claim ${id}`)
	return { id, slug: claim.slug, article: source, by: actor }
}

/** A primary source that refutes the claim, at an address of its own. That no copy of it can be had is on record. */
export async function addEvidence(
	db: Db,
	claim: { id: string },
	given: Partial<SourceInput> &
		Partial<EvidenceInput> & { by?: Actor; submission?: string; at?: Date; copy?: 'ask' | 'failed' } = {},
): Promise<{ id: string; by: Actor }> {
	const {
		by,
		submission,
		at = noon,
		copy = 'failed',
		url,
		publisher,
		title,
		publishedOn,
		language,
		...rest
	} = given
	made += 1
	const actor = by ?? (await addPerson(db))
	const { id } = await attachEvidence(
		db,
		actor,
		{
			claimId: claim.id,
			submission: submission ?? newId(),
			source: {
				url: url === undefined ? `https://statistics.example/fishing/${made}` : url,
				publisher: publisher ?? 'دائرة الإحصاء',
				title: title ?? 'مسح الأسواق الساحلية',
				publishedOn: publishedOn ?? '2026-01-15',
				language: language ?? 'ar',
			},
			evidence: {
				stance: 'refutes',
				kind: 'primary',
				passage: 'بلغت حصة النساء بين باعة السمك 27.4 في المئة.',
				label: { ar: 'مسح الأسواق', en: null },
				shows: { ar: 'الحصة أقل مما قيل.', en: null },
				foundBy: null,
				...rest,
			},
			...(copy === 'failed' && { noCopy: 'unreachable' as const }),
		},
		at,
	)
	return { id, by: actor }
}

/** A verdict that may be proposed for `addClaim`'s claim. */
export const verdictInput: DraftInput = {
	rating: 'mostly_false',
	summary: { ar: 'الحصة التي تذكرها دائرة الإحصاء أقل من ذلك بكثير.', en: null },
	rationale: {
		ar: 'تذكر دائرة الإحصاء أن الحصة 27.4 في المئة [1]، ولم يُعثر على مصدر للرقم الآخر [2].',
		en: null,
	},
	asOf: '2026-03-01',
}

/**
 * Lead a new claim as far as a proposal that waits: taken, with two pieces of evidence, and with the gate's
 * exceptions on record.
 */
export async function proposeFor(
	db: Db,
	claim: { id: string },
	given: Partial<DraftInput> & { by?: Actor; at?: Date } = {},
): Promise<{ proposalId: string; proposer: Actor }> {
	const { by, at = noon, ...draft } = given
	const proposer = by ?? (await addPerson(db))
	await takeClaim(db, proposer, claim.id, at)
	await addEvidence(db, claim, { by: proposer, at })
	await addEvidence(db, claim, { by: proposer, kind: 'secondary', stance: 'context', at })
	for (const rule of ['percentage_base', 'claimant_contacted'] as const) {
		const reason = { ar: 'لا يذكر المقال ذلك، ولم يصل رد.', en: null }
		await grantException(db, proposer, { claimId: claim.id, rule, reason }, at)
	}
	const { proposalId } = await proposeVerdict(
		db,
		proposer,
		{ claimId: claim.id, draft: { ...verdictInput, ...draft }, correction: null },
		at,
	)
	return { proposalId, proposer }
}

/** Lead a new claim all the way: proposed by one person and approved by another. */
export async function publishClaim(
	db: Db,
	claim: { id: string },
	given: Partial<DraftInput> & { by?: Actor; approver?: Actor; at?: Date } = {},
): Promise<{ slug: string; version: number; proposer: Actor; approver: Actor }> {
	const { approver, ...rest } = given
	const { proposalId, proposer } = await proposeFor(db, claim, rest)
	const second = approver ?? (await addPerson(db))
	const published = await approveVerdict(db, second, { claimId: claim.id, proposalId }, rest.at ?? noon)
	return { ...published, proposer, approver: second }
}

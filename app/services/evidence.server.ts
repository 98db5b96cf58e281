import { and, asc, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm'
import { type Db, preparedQuery } from '#app/db.server.ts'
import type { SourceKind, Stance } from '#app/domain/claim.ts'
import type { PublishedEvidence } from '#app/domain/fact-check.ts'
import type { Figure } from '#app/domain/figure.ts'
import type { Bilingual } from '#app/domain/language.ts'
import { pairFigures } from '#app/domain/figure-comparison.ts'
import type { Actor } from '#app/domain/people.ts'
import type { CopyFailure, CopyStatus, CopyWay, PassageOutcome } from '#app/domain/source.ts'
import { canonicalAddress } from '#app/domain/web-address.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { evidence, type evidenceFigures, sources } from '#drizzle/schema.ts'
import { askForCopy, placeInLatestCopy, recordNoCopy } from './copies.server.ts'
import { describeEvidenceFigure, keepEvidenceFigures } from './evidence-figures.server.ts'
import { lockClaim, recordEvent } from './claim-history.server.ts'
import { after, type Cursor, newestFirst, pageOf } from './keyset.server.ts'
import { refuseWhileWaiting } from './proposals.server.ts'
import { once } from './submissions.server.ts'

export type SourceInput = {
	url: string | null
	publisher: string | null
	title: string | null
	publishedOn: string | null
	language: string | null
}

export type EvidenceInput = {
	stance: Stance
	kind: SourceKind
	passage: string | null
	label: Bilingual
	shows: Bilingual
	foundBy: string | null
	/** The figures that the passage gives. */
	figures?: Figure[]
}

/**
 * Attach a passage or figure of a source to a claim. A source with the same address, however it is written, is reused; its
 * own record is completed with what was not known of it. A copy of its page is asked for.
 * @param input.noCopy why none is: where it is known that none can be kept
 * @param input.number for evidence that brings its number along; the next one where that is taken
 * @throws Refusal `not-found`; `invalid` for a source with neither address nor publisher; `wrong-step` for a
 *   dropped claim, and while a proposal waits: the second person judges the evidence that was put before them
 */
export async function addEvidence(
	db: Db,
	actor: Actor,
	input: {
		claimId: string
		source: SourceInput
		evidence: EvidenceInput
		submission: string
		noCopy?: CopyFailure
		number?: number
	},
	now = new Date(),
): Promise<{ id: string; made: boolean }> {
	if (!input.source.url && !input.source.publisher) {
		throw new Refusal('invalid', 'A source needs an address or a publisher', { field: 'source' })
	}
	return db.transaction((tx) =>
		once(tx, actor, input.submission, now, async () => {
			const claim = await lockClaim(tx, input.claimId)
			if (claim.status === 'dropped') throw new Refusal('wrong-step')
			await refuseWhileWaiting(tx, claim.id)
			const [last] = await tx
				.select({ number: sql<number>`coalesce(max(${evidence.number}), 0)`.mapWith(Number) })
				.from(evidence)
				.where(eq(evidence.claimId, claim.id))
			const next = (last?.number ?? 0) + 1
			const number = Math.max(next, input.number ?? next)
			const id = newId()
			const { label, shows, figures = [], ...rest } = input.evidence
			const sourceId = await findOrAddSource(tx, input.source, now)
			await tx.insert(evidence).values({
				id,
				claimId: claim.id,
				number,
				sourceId,
				...rest,
				labelAr: label.ar,
				labelEn: label.en,
				showsAr: shows.ar,
				showsEn: shows.en,
				addedBy: actor.id,
				addedAt: now,
			})
			await keepEvidenceFigures(tx, id, figures)
			await placeInLatestCopy(tx, { id, sourceId, passage: rest.passage }, now)
			if (input.noCopy) await recordNoCopy(tx, actor, { sourceId, reason: input.noCopy }, now)
			else await askForCopy(tx, actor, { sourceId }, now)
			await recordEvent(
				tx,
				actor,
				{ claimId: claim.id, kind: 'add_evidence', detail: { number, url: input.source.url } },
				now,
			)
			return id
		}),
	)
}

/**
 * Take a piece of evidence off a claim. Its number stays used, and published versions keep their copy.
 * @throws Refusal `not-found` when the claim has no such evidence; `wrong-step` as in `addEvidence`
 */
export async function removeEvidence(
	db: Db,
	actor: Actor,
	input: { claimId: string; evidenceId: string },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const claim = await lockClaim(tx, input.claimId)
		if (claim.status === 'dropped') throw new Refusal('wrong-step')
		await refuseWhileWaiting(tx, claim.id)
		const [removed] = await tx
			.update(evidence)
			.set({ removedAt: now })
			.where(
				and(eq(evidence.id, input.evidenceId), eq(evidence.claimId, claim.id), isNull(evidence.removedAt)),
			)
			.returning({ number: evidence.number })
		if (!removed) throw new Refusal('not-found', `No evidence ${input.evidenceId}`)
		await recordEvent(
			tx,
			actor,
			{ claimId: claim.id, kind: 'remove_evidence', detail: { number: removed.number } },
			now,
		)
	})
}

async function findOrAddSource(tx: Db, input: SourceInput, now: Date): Promise<string> {
	const addressKey = canonicalAddress(input.url)
	if (input.url) {
		const [known] = await tx
			.update(sources)
			.set({
				publisher: sql`coalesce(${sources.publisher}, ${input.publisher})`,
				title: sql`coalesce(${sources.title}, ${input.title})`,
				publishedOn: sql`coalesce(${sources.publishedOn}, ${input.publishedOn}::date)`,
				language: sql`coalesce(${sources.language}, ${input.language})`,
			})
			.where(
				inArray(
					sources.id,
					tx
						.select({ id: sources.id })
						.from(sources)
						.where(
							or(
								eq(sources.url, input.url),
								addressKey === null ? undefined : eq(sources.addressKey, addressKey),
							),
						)
						// The one of the very address, where an older record of it has no key yet.
						.orderBy(sql`${sources.url} = ${input.url} desc`)
						.limit(1),
				),
			)
			.returning({ id: sources.id })
		if (known) return known.id
	}
	const [added] = await tx
		.insert(sources)
		.values({ id: newId(), ...input, addressKey, createdAt: now })
		.onConflictDoNothing()
		.returning({ id: sources.id })
	return added?.id ?? findOrAddSource(tx, input, now)
}

const evidenceOfClaim = preparedQuery((db) =>
	db
		.select({
			evidence,
			source: sources,
			copy: sql<EvidenceCopy | null>`(
				select json_build_object(
					'status', c.status, 'way', c.way, 'tries', c.tries, 'reason', c.reason, 'sha256', c.sha256,
					'mediaType', c.media_type, 'size', b.size, 'finalUrl', c.final_url, 'settledAt', c.settled_at,
					'passage', p.outcome)
				from source_copies c
				left join blobs b on b.sha256 = c.sha256
				left join evidence_passages p on p.copy_id = c.id and p.evidence_id = ${evidence.id}
				where c.source_id = ${evidence.sourceId}
				order by c.status = 'kept' desc, p.outcome is null, c.asked_at desc, c.id desc limit 1)`,
			latest: sql<Pick<EvidenceCopy, 'status' | 'tries' | 'reason'> | null>`(
				select json_build_object('status', c.status, 'tries', c.tries, 'reason', c.reason)
				from source_copies c where c.source_id = ${evidence.sourceId}
				order by c.asked_at desc, c.id desc limit 1)`,
			figures: sql<(typeof evidenceFigures.$inferSelect)[]>`coalesce((
				select json_agg(json_build_object(
					'value', f.value, 'unit', f.unit, 'comparator', f.comparator, 'measuredIn', f.measured_in,
					'valueTo', f.value_to, 'base', f.base, 'rounding', f.rounding, 'asWritten', f.as_written)
					order by f.position)
				from evidence_figures f where f.evidence_id = ${evidence.id}), '[]'::json)`,
		})
		.from(evidence)
		.innerJoin(sources, eq(sources.id, evidence.sourceId))
		.where(and(eq(evidence.claimId, sql.placeholder('claimId')), isNull(evidence.removedAt)))
		.orderBy(asc(evidence.number))
		.prepare('evidence_of_claim'),
)

/** The copy that a piece of evidence rests on: one that is kept before all others, then the newest. */
export type EvidenceCopy = {
	status: CopyStatus
	way: CopyWay
	tries: number
	reason: string | null
	sha256: string | null
	mediaType: string | null
	size: number | null
	finalUrl: string | null
	settledAt: string | null
	/** Whether the passage stands in it; `null` where nothing could be looked for. */
	passage: PassageOutcome | null
}

/** The evidence on a claim with its sources, their copies and its figures, in the order of its numbers. */
export async function listEvidence(db: Db, claimId: string) {
	return evidenceOfClaim(db).execute({ claimId })
}

export type ListedEvidence = Awaited<ReturnType<typeof listEvidence>>[number]

/** A piece of evidence as it is shown, on the desk and to readers. */
export function describeEvidence(
	{ evidence: item, source, copy, figures }: ListedEvidence,
	claimed: readonly Figure[] = [],
): PublishedEvidence {
	const found = figures.map(describeEvidenceFigure)
	return {
		number: item.number,
		stance: item.stance,
		kind: item.kind,
		url: source.url,
		publisher: source.publisher,
		title: source.title,
		label: { ar: item.labelAr, en: item.labelEn },
		publishedOn: source.publishedOn,
		language: source.language,
		passage: item.passage,
		shows: { ar: item.showsAr, en: item.showsEn },
		...(found.length > 0 && { figures: found, compared: pairFigures(claimed, found) }),
		...(copy?.sha256 &&
			copy.mediaType &&
			copy.settledAt && {
				copy: {
					sha256: copy.sha256,
					mediaType: copy.mediaType,
					size: copy.size ?? 0,
					keptAt: new Date(copy.settledAt).toISOString(),
					passage: copy.passage,
				},
			}),
	}
}

/** Sources, the newest first, with how often each is used; those that have some words in their title, publisher or address. */
export async function listSources(db: Db, cursor: Cursor | null, size = 40, words: string | null = null) {
	// What stands for other letters in a pattern is only itself here.
	const pattern = words === null ? null : `%${words.replace(/[\\%_]/g, '\\$&')}%`
	const rows = await db
		.select({
			source: sources,
			uses: sql<number>`(select count(*) from evidence e
				where e.source_id = sources.id and e.removed_at is null)`.mapWith(Number),
			claims: sql<{ id: string; ar: string | null; en: string | null }[]>`coalesce((
				select jsonb_agg(distinct jsonb_build_object('id', c.id, 'ar', c.statement_ar, 'en', c.statement_en))
				from evidence e join claims c on c.id = e.claim_id
				where e.source_id = sources.id and e.removed_at is null), '[]'::jsonb)`,
		})
		.from(sources)
		.where(
			and(
				after(cursor, sources.createdAt, sources.id),
				pattern === null
					? undefined
					: or(ilike(sources.title, pattern), ilike(sources.publisher, pattern), ilike(sources.url, pattern)),
			),
		)
		.orderBy(...newestFirst(sources.createdAt, sources.id))
		.limit(size + 1)
	return pageOf(rows, size, (row) => ({ at: row.source.createdAt, id: row.source.id }))
}

import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import {
	type AnchorText,
	readForAnchors,
	readsAs,
	reanchor,
	sentenceReadsOtherwise,
} from '#app/domain/anchoring.ts'
import { describeQuotation } from '#app/domain/quotation.ts'
import type { Span } from '#app/domain/words.ts'
import { Refusal } from '#app/errors.ts'
import { appearanceAnchors, appearances, articleVersions } from '#drizzle/schema.ts'

/**
 * Hold an article's versions as they are until the transaction ends. Whoever makes a version waits for all others;
 * whoever makes or moves a quotation only waits for a version that is being made.
 */
export async function lockVersions(
	tx: Db,
	articleId: string,
	change: 'version' | 'quotation',
): Promise<void> {
	const key = sql`hashtextextended(${`versions ${articleId}`}, 0)`
	await tx.execute(
		change === 'version'
			? sql`select pg_advisory_xact_lock(${key})`
			: sql`select pg_advisory_xact_lock_shared(${key})`,
	)
}

/**
 * Carry an article's quotations over to each version in which they have no anchor yet: from the last version in which
 * they stand, so that a spelling that changes step by step is followed. What a person placed or gave up stays so for as
 * long as nothing better is found. To be called in the transaction that added the version or the quotation.
 * @param only one quotation instead of all
 */
export async function anchorQuotations(tx: Db, articleId: string, now: Date, only?: string): Promise<void> {
	await lockVersions(tx, articleId, 'quotation')
	const versions = await tx
		.select({ id: articleVersions.id, number: articleVersions.number })
		.from(articleVersions)
		.where(eq(articleVersions.articleId, articleId))
		.orderBy(asc(articleVersions.number))
	if (versions.length < 2) return
	const quoted = await tx
		.select({
			id: appearances.id,
			versionId: sql<string>`${appearances.articleVersionId}`,
			exact: appearances.exact,
			start: sql<number>`${appearances.start}`,
			end: sql<number>`${appearances.end}`,
			anchors: sql<KnownAnchor[]>`coalesce((
				select json_agg(json_build_object('versionId', n.version_id, 'outcome', n.outcome, 'start', n.start,
					'end', n.end, 'placedBy', n.placed_by))
				from appearance_anchors n where n.appearance_id = appearances.id), '[]')`,
		})
		.from(appearances)
		.where(
			and(
				eq(appearances.articleId, articleId),
				sql`${appearances.articleVersionId} is not null`,
				only === undefined ? undefined : eq(appearances.id, only),
			),
		)
		.orderBy(asc(appearances.id))
	const plans = quoted
		.map((quotation) => ({ quotation, steps: stepsOf(quotation, versions) }))
		.filter(({ steps }) => steps.some(({ anchor }) => anchor === null))
	const read = await readTexts(
		tx,
		new Set(plans.flatMap(({ quotation, steps }) => [quotation.versionId, ...steps.map(({ id }) => id)])),
	)
	const rows = plans.flatMap(({ quotation, steps }) => carry(quotation, steps, read))
	for (let begin = 0; begin < rows.length; begin += 1000)
		await tx
			.insert(appearanceAnchors)
			.values(rows.slice(begin, begin + 1000).map((row) => ({ ...row, at: now })))
}

type KnownAnchor = Pick<NewAnchor, 'versionId' | 'outcome' | 'start' | 'end' | 'placedBy'>
type NewAnchor = Omit<typeof appearanceAnchors.$inferInsert, 'at'>
type Quoted = Span & { id: string; versionId: string; exact: string; anchors: KnownAnchor[] }
type Step = { id: string; anchor: KnownAnchor | null }

/** The versions newer than the one that was quoted, in order, with what is known of the quotation in each. */
function stepsOf({ versionId, anchors }: Quoted, versions: { id: string; number: number }[]): Step[] {
	const made = versions.findIndex(({ id }) => id === versionId)
	return versions
		.slice(made + 1)
		.map(({ id }) => ({ id, anchor: anchors.find((anchor) => anchor.versionId === id) ?? null }))
}

async function readTexts(tx: Db, ids: Set<string>): Promise<(id: string) => AnchorText> {
	if (ids.size === 0) return unread
	const rows = await tx
		.select({ id: articleVersions.id, text: articleVersions.text })
		.from(articleVersions)
		.where(inArray(articleVersions.id, [...ids]))
	const texts = new Map(rows.map(({ id, text }) => [id, text]))
	const known = new Map<string, AnchorText>()
	return (id) => {
		const before = known.get(id)
		if (before) return before
		const text = texts.get(id)
		if (text === undefined) return unread(id)
		const read = readForAnchors(text)
		known.set(id, read)
		return read
	}
}

function unread(id: string): never {
	throw new Refusal('not-found', `No article version ${id}`)
}

/** What stands of a quotation before a version: where, and what people said of it. */
type Standing = { versionId: string; place: Span; placer: string | null; gaveUp: string | null }

function carry(quotation: Quoted, steps: Step[], read: (id: string) => AnchorText): NewAnchor[] {
	const made: NewAnchor[] = []
	let standing: Standing = { versionId: quotation.versionId, place: quotation, placer: null, gaveUp: null }
	for (const { id, anchor } of steps) {
		if (anchor) {
			standing = standingAfter(standing, anchor)
			continue
		}
		const found = anchorIn(id, quotation, standing, read)
		made.push({ ...found, appearanceId: quotation.id })
		standing = standingAfter(standing, found)
	}
	return made
}

function standingAfter(
	before: Standing,
	{ versionId, outcome, start, end, placedBy }: KnownAnchor,
): Standing {
	if (start == null || end == null) return { ...before, gaveUp: placedBy ?? null }
	const placer = outcome === 'placed' ? (placedBy ?? null) : before.placer
	return { versionId, place: { start, end }, placer, gaveUp: null }
}

/** Where a quotation stands in a version, found from where it stands in an older one. */
function anchorIn(
	versionId: string,
	quotation: Quoted,
	{ versionId: older, place, placer, gaveUp }: Standing,
	read: (id: string) => AnchorText,
): Omit<NewAnchor, 'appearanceId'> {
	const [from, to] = [read(older), read(versionId)]
	const found = reanchor(describeQuotation(from.text, place.start, place.end), from, to)
	if (found.kind === 'lost')
		return { versionId, outcome: 'lost', start: null, end: null, sentenceChanged: true, placedBy: gaveUp }
	const { start, end, exact } = found.quotation
	// Words that a person put in the place of the quoted ones are theirs in later versions too.
	const outcome = readsAs(quotation.exact, exact) ?? (placer ? 'placed' : found.kind)
	const sentenceChanged = sentenceReadsOtherwise(read(quotation.versionId), quotation, to, found.quotation)
	return { versionId, outcome, start, end, sentenceChanged, placedBy: outcome === 'placed' ? placer : null }
}

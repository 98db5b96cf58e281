import { eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import type { z } from 'zod'
import type { Db } from '#app/db.server.ts'
import {
	type BundledArticles,
	bundledArticlesSchema,
	type BundledClaim,
	bundledClaimSchema,
	type BundledEvidence,
	bundledEvidenceSchema,
	bundledVerdictSchema,
	type BundleManifest,
	type BundleProblem,
	checkManifest,
	manifestPath,
	manifestSchema,
} from '#app/domain/bundle.ts'
import { claimantKinds, claimTypes } from '#app/domain/claim.ts'
import { comparators, type Figure, figureUnits } from '#app/domain/figure.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { sha256 } from '#app/ids.server.ts'
import { kindOfMedia } from '#app/intake/copy-kind.ts'
import { readCopyText } from '#app/intake/copy-text.server.ts'
import { articleVersions, claims, evidence, importedBundles, ratings } from '#drizzle/schema.ts'
import { addAppearance } from './appearances.server.ts'
import { addArticle } from './articles.server.ts'
import { recordEvent } from './claim-history.server.ts'
import { createClaim } from './claims.server.ts'
import { keepBlob, keepChecked } from './copies.server.ts'
import { saveDraft } from './drafts.server.ts'
import { addEvidence } from './evidence.server.ts'
import { takeClaim } from './review.server.ts'

/** The largest bundle that is taken, in bytes: as it comes, and unpacked. */
export const largestBundle = 60 * 2 ** 20
const largestUnpacked = 240 * 2 ** 20
const mostFiles = 2001

type Bundle = {
	manifest: BundleManifest
	claim: BundledClaim
	articles: (BundledArticles[number] & { words: string })[]
	evidence: BundledEvidence
	verdict: z.output<typeof bundledVerdictSchema>
	files: Map<string, Uint8Array>
}

/**
 * Take in another newsroom's bundle: every file is checked against the manifest first. The claim becomes one of ours in
 * research with whoever takes it in, with its quotations where they stood, its evidence under its numbers with the
 * copies, and the text of the verdict as a draft. The bundle itself is kept byte for byte. All of it happens or none.
 * @returns the claim, and whether it was made now: the same bundle is taken in once
 * @throws Refusal `too-large`; `invalid` with a `problem` of `BundleProblem` and the `path` of the file
 */
export async function importBundle(
	db: Db,
	actor: Actor,
	bytes: Uint8Array,
	now = new Date(),
): Promise<{ claimId: string; made: boolean }> {
	const bundle = openBundle(bytes)
	const texts = await readCopies(bundle)
	return db.transaction(async (tx) => {
		const hash = await keepBlob(tx, bytes)
		const [known] = await tx.select().from(importedBundles).where(eq(importedBundles.sha256, hash))
		if (known) return { claimId: known.claimId, made: false }

		const versions = await takeInArticles(tx, actor, bundle, now)
		const claimId = await takeInClaim(tx, actor, bundle, versions, hash, now)
		await takeClaim(tx, actor, claimId, now)
		await takeInEvidence(tx, actor, claimId, bundle, { hash, texts }, now)
		await takeInDraft(tx, actor, claimId, bundle, now)
		const { origin, slug } = bundle.manifest
		await tx
			.insert(importedBundles)
			.values({ sha256: hash, claimId, origin, slug, importedBy: actor.id, importedAt: now })
		const detail = { sha256: hash, origin, slug }
		await recordEvent(tx, actor, { claimId, kind: 'import_bundle', detail }, now)
		return { claimId, made: true }
	})
}

function refuse(problem: BundleProblem, path = ''): Refusal {
	const code = problem === 'too-large' ? 'too-large' : 'invalid'
	return new Refusal(code, `${problem} ${path}`, { problem, path })
}

/** Unpack and check. What a packer says of sizes is only believed as a reason to refuse. */
export function openBundle(bytes: Uint8Array): Bundle {
	if (bytes.length > largestBundle) throw refuse('too-large')
	const files = unpack(bytes)
	const listed = files.get(manifestPath)
	if (!listed) throw refuse('no-manifest')
	files.delete(manifestPath)
	const manifest = readJson(listed, manifestSchema, manifestPath)
	const found = new Map(
		[...files].map(([path, content]) => [path, { size: content.length, sha256: sha256(content) }]),
	)
	const wrong = checkManifest(manifest, found)
	if (wrong) throw refuse(wrong.problem, wrong.path)

	const read = <Schema extends z.ZodType>(path: string, schema: Schema) => {
		const content = files.get(path)
		if (!content) throw refuse('missing-file', path)
		return readJson(content, schema, path)
	}
	const articles = read('articles.json', bundledArticlesSchema).map((article) => ({
		...article,
		words: textOf(files, article.text, article.sha256),
	}))
	const evidenceItems = read('evidence.json', bundledEvidenceSchema)
	for (const { copies } of evidenceItems) {
		for (const copy of copies) {
			const content = files.get(copy.path)
			if (!content || sha256(content) !== copy.sha256) throw refuse('changed-file', copy.path)
		}
	}
	return {
		manifest,
		claim: read('claim.json', bundledClaimSchema),
		articles,
		evidence: evidenceItems,
		verdict: read('verdict.json', bundledVerdictSchema),
		files,
	}
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
	let unpacked = 0
	let count = 0
	try {
		const entries = unzipSync(bytes, {
			filter: ({ originalSize }) => {
				unpacked += originalSize
				count += 1
				if (unpacked > largestUnpacked || count > mostFiles) throw refuse('too-large')
				return true
			},
		})
		return new Map(Object.entries(entries))
	} catch (error) {
		throw error instanceof Refusal ? error : refuse('not-a-bundle')
	}
}

function readJson<Schema extends z.ZodType>(
	content: Uint8Array,
	schema: Schema,
	path: string,
): z.output<Schema> {
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
		// What no text of the database may hold: NUL, and halves of characters. Canonical JSON escapes neither.
		if (/\0|\\u(?:0000|d[89a-f])/i.test(text)) throw refuse('unreadable', path)
		const read = schema.safeParse(JSON.parse(text))
		if (read.success) return read.data
	} catch (error) {
		if (error instanceof Refusal) throw error
	}
	throw refuse('unreadable', path)
}

function textOf(files: ReadonlyMap<string, Uint8Array>, path: string, hash: string): string {
	const content = files.get(path)
	if (!content) throw refuse('missing-file', path)
	if (sha256(content) !== hash) throw refuse('changed-file', path)
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
	} catch {
		throw refuse('unreadable', path)
	}
}

/** What can be read in the copies, by hash; before the transaction, since it takes its time. */
async function readCopies({ evidence: items, files }: Bundle): Promise<Map<string, string | null>> {
	const texts = new Map<string, string | null>()
	for (const { path, sha256: hash, mediaType, finalUrl } of items.flatMap(({ copies }) => copies)) {
		const content = files.get(path)
		if (!content || texts.has(hash)) continue
		const said = { contentType: mediaType, address: finalUrl }
		texts.set(hash, await readCopyText(kindOfMedia(mediaType), content, said))
	}
	return texts
}

/** @returns the version of each text, by its hash */
async function takeInArticles(tx: Db, actor: Actor, bundle: Bundle, now: Date): Promise<Map<string, string>> {
	const versions = new Map<string, string>()
	for (const { words, title, outlet, author, url, publishedOn, language, sha256: hash } of bundle.articles) {
		const details = { title, outlet, author, url, publishedOn, language }
		await addArticle(tx, actor, { ...details, text: words, fileName: null }, now)
		const [version] = await tx
			.select({ id: articleVersions.id })
			.from(articleVersions)
			.where(eq(articleVersions.sha256, hash))
		if (version) versions.set(hash, version.id)
	}
	return versions
}

async function takeInClaim(
	tx: Db,
	actor: Actor,
	{ claim }: Bundle,
	versions: ReadonlyMap<string, string>,
	hash: string,
	now: Date,
): Promise<string> {
	const quoted = claim.quotations.flatMap((quotation) => {
		const versionId = versions.get(quotation.textSha256 ?? '')
		return versionId ? [{ ...quotation, versionId }] : []
	})
	const [first, ...others] = quoted
	const type = claimTypes.find((known) => known === claim.type)
	if (!first || !type) throw refuse('unreadable', 'claim.json')
	const kind = claimantKinds.find((known) => known === claim.claimant?.kind)
	const { id: claimId } = await createClaim(
		tx,
		actor,
		{
			statementAr: claim.statement.ar,
			statementEn: claim.statement.en,
			type,
			claimant:
				claim.claimant && kind
					? { kind, nameAr: claim.claimant.name.ar, nameEn: claim.claimant.name.en }
					: null,
			claimedOn: claim.claimedOn,
			claimedOnBasis: claim.claimedOnBasis,
			countries: claim.countries,
			figures: claim.figures.map(readFigure),
			tags: claim.tags,
			quotation: first,
			submission: `bundle-${hash.slice(0, 24)}`,
		},
		now,
	)
	for (const [index, quotation] of others.entries()) {
		const submission = `bundle-${index}-${hash.slice(0, 24)}`
		await addAppearance(tx, actor, { claimId, quotation, submission }, now)
	}
	// The language of a claim is its own, whatever was worded first.
	await tx.update(claims).set({ language: claim.language }).where(eq(claims.id, claimId))
	return claimId
}

function readFigure({ unit, comparator, ...figure }: BundledClaim['figures'][number]): Figure {
	const knownUnit = figureUnits.find((known) => known === unit)
	const knownComparator = comparators.find((known) => known === comparator)
	if (!knownUnit || !knownComparator) throw refuse('unreadable', 'claim.json')
	// Its place is found anew in our own text.
	const { start: _, end: __, ...rest } = figure
	return { ...rest, unit: knownUnit, comparator: knownComparator }
}

async function takeInEvidence(
	tx: Db,
	actor: Actor,
	claimId: string,
	bundle: Bundle,
	{ hash, texts }: { hash: string; texts: ReadonlyMap<string, string | null> },
	now: Date,
): Promise<void> {
	const kept = new Set<string>()
	for (const { number, source, copies, ...item } of bundle.evidence) {
		const { id } = await addEvidence(
			tx,
			actor,
			{ claimId, source, evidence: item, number, submission: `bundle-e${number}-${hash.slice(0, 20)}` },
			now,
		)
		const [row] = await tx.select({ sourceId: evidence.sourceId }).from(evidence).where(eq(evidence.id, id))
		for (const { path, sha256: of, mediaType, finalUrl } of copies) {
			const content = bundle.files.get(path)
			if (!row || !content || kept.has(`${row.sourceId} ${of}`)) continue
			kept.add(`${row.sourceId} ${of}`)
			const fetched = {
				bytes: content,
				mediaType,
				text: texts.get(of) ?? null,
				etag: null,
				lastModified: null,
			}
			await keepChecked(tx, row.sourceId, { ...fetched, finalUrl: finalUrl ?? source.url ?? '' }, now)
		}
	}
}

/** The words of their verdict, as a draft; a rating that our scale does not have is left open. */
async function takeInDraft(
	tx: Db,
	actor: Actor,
	claimId: string,
	{ verdict }: Bundle,
	now: Date,
): Promise<void> {
	const [rating] = await tx.select().from(ratings).where(eq(ratings.key, verdict.rating.key))
	const { summary, rationale, asOf } = verdict
	const draft = { rating: rating && !rating.retiredAt ? rating.key : null, summary, rationale, asOf }
	await saveDraft(tx, actor, { claimId, revision: 0, draft }, now)
}

import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { stringify } from 'csv-stringify/sync'
import { zipSync } from 'fflate'
import type { Db } from '#app/db.server.ts'
import {
	type BundledArticles,
	type BundledClaim,
	type BundledEvidence,
	bundleFormat,
	type BundleManifest,
	manifestPath,
} from '#app/domain/bundle.ts'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { claimReview } from '#app/domain/claim-review.ts'
import { safeCell } from '#app/domain/csv-cell.ts'
import { languages } from '#app/domain/language.ts'
import { webAnnotations } from '#app/domain/web-annotation.ts'
import { Refusal } from '#app/errors.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { sha256 } from '#app/ids.server.ts'
import {
	appearances,
	articles,
	articleVersions,
	blobs,
	claimants,
	claimCountries,
	claimEvents,
	claims,
	importedBundles,
	ledger,
	sourceCopies,
	verdicts,
} from '#drizzle/schema.ts'
import { readFigures } from './claim-figures.server.ts'
import { listEvidence } from './evidence.server.ts'
import { findFactCheck, type FactCheckPage } from './fact-checks.server.ts'
import { proveEntry } from './ledger-reading.server.ts'

/** Every file of a bundle carries this day, so that one verdict gives one bundle, byte for byte. */
const fileDate = new Date(2000, 0, 1)
const encoder = new TextEncoder()

type Files = Map<string, Uint8Array>

/**
 * Everything behind a published verdict in one file: claim, quotations with the texts they stand in, evidence with its
 * copies, every version, corrections, history without names, ClaimReview and Web Annotation markup, proofs, a manifest
 * of hashes and a readme in both languages. The same state gives the same bytes.
 * @throws Refusal `not-found` for an unknown claim; `wrong-step` for one that has no published verdict
 */
export async function exportBundle(
	db: Db,
	claimId: string,
	{ origin }: { origin: string },
): Promise<{ slug: string; bytes: Uint8Array }> {
	const [found] = await db
		.select({ claim: claims, claimant: claimants })
		.from(claims)
		.leftJoin(claimants, eq(claimants.id, claims.claimantId))
		.where(eq(claims.id, claimId))
	if (!found) throw new Refusal('not-found', `No claim ${claimId}`)
	const { slug } = found.claim
	const page = await findFactCheck(db, slug)
	if (!page) throw new Refusal('wrong-step', 'Nothing is published')

	const files: Files = new Map()
	const quotations = await addArticles(db, claimId, files)
	addJson(files, 'claim.json', await describeClaim(db, found, quotations))
	await addEvidence(db, claimId, files)
	await addVersions(db, claimId, page, files)
	addJson(files, 'history.json', await listHistory(db, claimId))
	for (const language of languages) {
		const name = wordsFor(language).product
		addJson(files, `claim-review.${language}.json`, claimReview(page, { origin, name, language }))
		addText(files, `readme.${language}.md`, wordsFor(language).bundle.readme({ slug, origin }))
	}
	addJson(
		files,
		'annotations.json',
		webAnnotations(quotations, `${origin}/${found.claim.language}/verdicts/${encodeURIComponent(slug)}`),
	)
	await addProofs(db, slug, files)
	return { slug, bytes: pack(files, { origin, slug, version: page.factCheck.version }) }
}

/** What a claim was taken in from, byte for byte, or `null` where it is our own. */
export async function findImportedBundle(db: Db, claimId: string): Promise<Uint8Array | null> {
	const [found] = await db
		.select({ bytes: blobs.bytes })
		.from(importedBundles)
		.innerJoin(blobs, eq(blobs.sha256, importedBundles.sha256))
		.where(eq(importedBundles.claimId, claimId))
	return found?.bytes ?? null
}

function addText(files: Files, path: string, text: string): void {
	files.set(path, encoder.encode(text))
}

function addJson(files: Files, path: string, value: unknown): void {
	addText(files, path, `${canonicalJson(value)}\n`)
}

async function addArticles(db: Db, claimId: string, files: Files): Promise<BundledClaim['quotations']> {
	const rows = await db
		.select({ appearance: appearances, article: articles, version: articleVersions })
		.from(appearances)
		.leftJoin(articles, eq(articles.id, appearances.articleId))
		.leftJoin(articleVersions, eq(articleVersions.id, appearances.articleVersionId))
		.where(eq(appearances.claimId, claimId))
		.orderBy(asc(appearances.createdAt), asc(appearances.id))
	const listed = new Map<string, BundledArticles[number]>()
	for (const { article, version } of rows) {
		if (!article || !version) continue
		const path = `articles/${version.sha256}.txt`
		const { title, outlet, author, url, publishedOn, language } = article
		addText(files, path, version.text)
		listed.set(version.sha256, {
			sha256: version.sha256,
			text: path,
			...{ title, outlet, author, url, publishedOn, language },
			capturedAt: version.capturedAt.toISOString(),
		})
	}
	addJson(files, 'articles.json', [...listed.values()])
	return rows.map(({ appearance, article, version }) => ({
		id: appearance.id,
		exact: appearance.exact,
		prefix: appearance.prefix,
		suffix: appearance.suffix,
		start: appearance.start,
		end: appearance.end,
		textSha256: version?.sha256 ?? null,
		url: article?.url ?? appearance.url,
		language: article?.language ?? null,
	}))
}

async function describeClaim(
	db: Db,
	{ claim, claimant }: { claim: typeof claims.$inferSelect; claimant: typeof claimants.$inferSelect | null },
	quotations: BundledClaim['quotations'],
): Promise<BundledClaim> {
	const countries = await db
		.select({ country: claimCountries.country })
		.from(claimCountries)
		.where(eq(claimCountries.claimId, claim.id))
		.orderBy(asc(claimCountries.country))
	return {
		language: claim.language,
		statement: { ar: claim.statementAr, en: claim.statementEn },
		type: claim.type,
		claimant: claimant && {
			kind: claimant.kind,
			name: { ar: claimant.nameAr, en: claimant.nameEn },
			role: { ar: claimant.roleAr, en: claimant.roleEn },
			url: claimant.url,
		},
		claimedOn: claim.claimedOn,
		claimedOnBasis: claim.claimedOnBasis,
		countries: countries.map(({ country }) => country),
		tags: claim.tags,
		figures: await readFigures(db, claim.id),
		quotations,
	}
}

async function addEvidence(db: Db, claimId: string, files: Files): Promise<void> {
	const items = await listEvidence(db, claimId)
	const sourceIds = [...new Set(items.map(({ source }) => source.id))]
	const copies =
		sourceIds.length === 0
			? []
			: await db
					.select({ copy: sourceCopies, bytes: blobs.bytes })
					.from(sourceCopies)
					.innerJoin(blobs, eq(blobs.sha256, sourceCopies.sha256))
					.where(and(inArray(sourceCopies.sourceId, sourceIds), eq(sourceCopies.status, 'kept')))
					.orderBy(asc(sourceCopies.settledAt), asc(sourceCopies.id))
	for (const { copy, bytes } of copies) if (copy.sha256) files.set(`copies/${copy.sha256}`, bytes)
	const bundled: BundledEvidence = items.map(({ evidence: item, source }) => ({
		number: item.number,
		stance: item.stance,
		kind: item.kind,
		passage: item.passage,
		label: { ar: item.labelAr, en: item.labelEn },
		shows: { ar: item.showsAr, en: item.showsEn },
		foundBy: item.foundBy,
		source: {
			url: source.url,
			publisher: source.publisher,
			title: source.title,
			publishedOn: source.publishedOn,
			language: source.language,
		},
		copies: copies
			.filter(({ copy }) => copy.sourceId === source.id)
			.map(({ copy }) => ({
				path: `copies/${copy.sha256 ?? ''}`,
				sha256: copy.sha256 ?? '',
				mediaType: copy.mediaType ?? '',
				keptAt: copy.settledAt?.toISOString() ?? '',
				finalUrl: copy.finalUrl,
			})),
	}))
	addJson(files, 'evidence.json', bundled)
	addText(files, 'evidence.csv', evidenceTable(bundled))
}

/** The evidence as a table for a spreadsheet. */
function evidenceTable(items: BundledEvidence): string {
	const rows = items.map((item) => [
		String(item.number),
		item.stance,
		item.kind,
		item.source.publisher ?? '',
		item.source.title ?? '',
		item.source.publishedOn ?? '',
		item.source.url ?? '',
		item.passage ?? '',
		item.shows.ar ?? '',
		item.shows.en ?? '',
		item.copies.map(({ sha256: of }) => of).join(' '),
	])
	const columns = [
		'number',
		'stance',
		'kind',
		'publisher',
		'title',
		'published_on',
		'url',
		'passage',
		'shows_ar',
		'shows_en',
		'copies_sha256',
	]
	const safe = rows.map((row) => row.map(safeCell))
	return stringify([columns, ...safe], { bom: true, record_delimiter: '\r\n' })
}

async function addVersions(db: Db, claimId: string, page: FactCheckPage, files: Files): Promise<void> {
	addJson(files, 'verdict.json', page.factCheck)
	addJson(files, 'corrections.json', page.corrections)
	const versions = await db
		.select({ number: verdicts.number, content: verdicts.content })
		.from(verdicts)
		.where(eq(verdicts.claimId, claimId))
	for (const { number, content } of versions) addJson(files, `versions/${number}.json`, content)
}

/** What was done and when, without who: people of a newsroom are named by their choice only. */
async function listHistory(db: Db, claimId: string) {
	const rows = await db
		.select({
			kind: claimEvents.kind,
			from: claimEvents.fromStatus,
			to: claimEvents.toStatus,
			at: claimEvents.at,
		})
		.from(claimEvents)
		.where(eq(claimEvents.claimId, claimId))
		.orderBy(asc(claimEvents.id))
	return rows.map(({ at, ...event }) => ({ ...event, at: at.toISOString() }))
}

/** The entries of the ledger about this verdict, each with what proves that it is in the ledger. */
async function addProofs(db: Db, slug: string, files: Files): Promise<void> {
	const entries = await db
		.select({ seq: ledger.seq })
		.from(ledger)
		.where(eq(ledger.slug, slug))
		.orderBy(desc(ledger.seq))
	const proofs: unknown[] = []
	for (const { seq } of entries) {
		const { salt: _, ...proof } = await proveEntry(db, seq)
		proofs.push(proof)
	}
	addJson(files, 'ledger.json', proofs)
}

function pack(files: Files, { origin, slug, version }: { origin: string; slug: string; version: number }) {
	const paths = [...files.keys()].sort()
	const manifest: BundleManifest = {
		format: bundleFormat,
		origin,
		slug,
		version,
		files: paths.map((path) => {
			const bytes = files.get(path) ?? new Uint8Array()
			return { path, size: bytes.length, sha256: sha256(bytes) }
		}),
	}
	addJson(files, manifestPath, manifest)
	const sorted = [manifestPath, ...paths].map((path) => [path, files.get(path) ?? new Uint8Array()] as const)
	return zipSync(Object.fromEntries(sorted), { level: 6, mtime: fileDate })
}

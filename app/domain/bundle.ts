import { z } from 'zod'
import type { FactCheck } from './fact-check.ts'

/*
 * A bundle is one file (ZIP) with everything behind a verdict, so that a stranger can repeat the check and another
 * newsroom can go on from it. The manifest lists every other file with its SHA-256.
 */

export const bundleFormat = 'tadqiq-bundle/1'
export const manifestPath = 'manifest.json'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const bilingual = z.object({ ar: z.string().nullable(), en: z.string().nullable() })
const language = z.enum(['ar', 'en'])

/** A name inside the bundle: letters, digits and single dots, one folder deep, never a way out of it. */
const filePath = z.string().regex(/^(?:[a-z-]+\/)?[A-Za-z0-9_-]+(?:\.[a-z0-9]+){0,2}$/)

export const manifestSchema = z.object({
	format: z.literal(bundleFormat),
	/** Where it was made, and what the verdict is called there. */
	origin: z.string().max(300),
	slug: z.string().max(200),
	version: z.number().int().min(1),
	files: z.array(z.object({ path: filePath, size: z.number().int().min(0), sha256: hash })).max(2000),
})
export type BundleManifest = z.output<typeof manifestSchema>

const figure = z.object({
	value: z.string(),
	unit: z.string(),
	comparator: z.string(),
	base: z.string().nullable(),
	asWritten: z.string(),
	measuredIn: z.string().optional(),
	valueTo: z.string().optional(),
	place: z.string().optional(),
	period: z.string().optional(),
	countedBy: z.string().optional(),
	rounding: z.string().optional(),
	start: z.number().int().optional(),
	end: z.number().int().optional(),
})

/** The claim with the places it was taken from; `text` names a file of the bundle. */
export const bundledClaimSchema = z.object({
	language,
	statement: bilingual,
	type: z.string(),
	claimant: z
		.object({ kind: z.string(), name: bilingual, role: bilingual, url: z.string().nullable() })
		.nullable(),
	claimedOn: z.string().nullable(),
	claimedOnBasis: z.enum(['text', 'evidence']).nullable(),
	countries: z.array(z.string().regex(/^[A-Z]{2}$/)),
	tags: z.array(z.string()),
	figures: z.array(figure),
	quotations: z.array(
		z.object({
			id: z.string(),
			exact: z.string(),
			prefix: z.string(),
			suffix: z.string(),
			start: z.number().int().nullable(),
			end: z.number().int().nullable(),
			textSha256: hash.nullable(),
			url: z.string().nullable(),
			language: language.nullable(),
		}),
	),
})
export type BundledClaim = z.output<typeof bundledClaimSchema>

/** An article that was quoted, with its text beside it. */
export const bundledArticlesSchema = z.array(
	z.object({
		sha256: hash,
		text: filePath,
		title: z.string().nullable(),
		outlet: z.string().nullable(),
		author: z.string().nullable(),
		url: z.string().nullable(),
		publishedOn: z.string().nullable(),
		language: language.nullable(),
		capturedAt: z.string(),
	}),
)
export type BundledArticles = z.output<typeof bundledArticlesSchema>

/** Evidence as it is on the claim; `copies` name files of the bundle. */
export const bundledEvidenceSchema = z.array(
	z.object({
		number: z.number().int().min(1),
		stance: z.enum(['supports', 'refutes', 'context']),
		kind: z.enum(['primary', 'secondary']),
		passage: z.string().nullable(),
		label: bilingual,
		shows: bilingual,
		foundBy: z.string().nullable(),
		source: z.object({
			url: z.string().nullable(),
			publisher: z.string().nullable(),
			title: z.string().nullable(),
			publishedOn: z.string().nullable(),
			language: z.string().nullable(),
		}),
		copies: z.array(
			z.object({
				path: filePath,
				sha256: hash,
				mediaType: z.string(),
				keptAt: z.string(),
				finalUrl: z.string().nullable(),
			}),
		),
	}),
)
export type BundledEvidence = z.output<typeof bundledEvidenceSchema>

/** What is taken over from the verdict in force: its text, not its standing. */
export const bundledVerdictSchema = z.object({
	rating: z.object({ key: z.string() }),
	summary: bilingual,
	rationale: bilingual,
	asOf: z.string(),
}) satisfies z.ZodType<Pick<FactCheck, 'summary' | 'rationale' | 'asOf'>>

/** Why a file is not taken as a bundle. */
export const bundleProblems = [
	'not-a-bundle',
	'too-large',
	'no-manifest',
	'missing-file',
	'foreign-file',
	'changed-file',
	'unreadable',
] as const
export type BundleProblem = (typeof bundleProblems)[number]

/**
 * The first thing wrong with the files of a bundle, or `null`: each listed file has to be there with its size and hash,
 * and no other.
 * @param files path, size and SHA-256 of everything but the manifest
 */
export function checkManifest(
	manifest: BundleManifest,
	files: ReadonlyMap<string, { size: number; sha256: string }>,
): { problem: BundleProblem; path: string } | null {
	const listed = new Set(manifest.files.map(({ path }) => path))
	for (const { path, size, sha256 } of manifest.files) {
		const found = files.get(path)
		if (!found) return { problem: 'missing-file', path }
		if (found.size !== size || found.sha256 !== sha256) return { problem: 'changed-file', path }
	}
	if (listed.size !== manifest.files.length) return { problem: 'unreadable', path: manifestPath }
	const foreign = [...files.keys()].find((path) => !listed.has(path))
	return foreign === undefined ? null : { problem: 'foreign-file', path: foreign }
}

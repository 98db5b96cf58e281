import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { claimTypes, sourceKinds, stances } from '#app/domain/claim.ts'
import { statuses } from '#app/domain/workflow.ts'

/*
 * The demonstration corpus as its files hold it (README.md beside them says what every field means),
 * read strictly: a file that does not fit stops the start instead of showing half a newsroom.
 */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const claimSchema = z.object({
	id: z.string(),
	article: z.string(),
	quote: z.string(),
	statement_ar: z.string(),
	statement_en: z.string(),
	claimant: z.object({ name_ar: z.string(), name_en: z.string(), role: z.string(), role_ar: z.string() }),
	claim_type: z.enum(claimTypes),
	countries: z.array(z.string()).min(1),
	claimed_on: day.nullable(),
	claimed_on_basis: z.enum(['seed', 'evidence']).nullable(),
	figures: z.array(
		z.object({
			value: z.union([z.number(), z.string()]).transform(String),
			unit: z.enum(['percent', 'date', 'month', 'decade', 'weekday', 'year', 'country']),
			as_written: z.string(),
		}),
	),
	status: z.enum(statuses),
	tags: z.array(z.string()),
	related_to: z.array(z.string()).optional(),
	research_note_ar: z.string().optional(),
	research_note_en: z.string().optional(),
})

const factCheckSchema = z.object({
	id: z.string(),
	claim_id: z.string(),
	state: z.enum(['in_review', 'published']),
	rating: z.string(),
	as_of: day,
	summary_ar: z.string(),
	summary_en: z.string(),
	rationale_ar: z.string(),
	rationale_en: z.string(),
	sources: z.array(
		z.object({
			n: z.number().int(),
			url: z.url(),
			publisher: z.string(),
			title: z.string().nullable(),
			label_ar: z.string(),
			label_en: z.string(),
			published_on: day.nullable(),
			language: z.string(),
			kind: z.enum(sourceKinds),
			stance: z.enum(stances),
			shows_ar: z.string(),
			shows_en: z.string(),
			found_by: z.string(),
		}),
	),
	corrections: z.array(
		z.object({
			seq: z.number().int(),
			on: day,
			kind: z.enum(['correction', 'clarification', 'reassessment']),
			severity: z.enum(['minor', 'major']),
			rating_before: z.string(),
			rating_after: z.string(),
			what_ar: z.string(),
			what_en: z.string(),
			why_ar: z.string(),
			why_en: z.string(),
		}),
	),
})

export type SeedClaim = z.output<typeof claimSchema>
export type SeedFactCheck = z.output<typeof factCheckSchema>
export type SeedArticle = { slug: string; title: string; fileName: string; text: string }

const folder = path.resolve('seeds')
const readJson = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))

export function readClaims(): SeedClaim[] {
	return z.array(claimSchema).parse(readJson('claims.json'))
}

export function readFactChecks(): SeedFactCheck[] {
	return z.array(factCheckSchema).parse(readJson('fact-checks.json'))
}

/** One brief: its text is what follows the front matter, without the empty lines round it. */
export function readArticle(slug: string): SeedArticle {
	const fileName = `${slug}.md`
	const file = readFileSync(path.join(folder, 'articles', fileName), 'utf8')
	const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? []
	if (head === undefined || body === undefined)
		throw new Error(`seeds/articles/${fileName} has no front matter`)
	const { title } = z.object({ title: z.string() }).parse(parse(head))
	return { slug, title, fileName, text: body.trim() }
}

import { and, asc, eq, isNull } from 'drizzle-orm'
import { parse } from 'yaml'
import { z } from 'zod'
import { hashPassword } from '#app/auth/password.server.ts'
import type { Db } from '#app/db.server.ts'
import type { ArticleDetails } from '#app/domain/article.ts'
import { findFrontMatter } from '#app/domain/front-matter.ts'
import { decodeText, type TextProblem } from '#app/domain/incoming-text.ts'
import type { Actor } from '#app/domain/people.ts'
import { languageByScript } from '#app/domain/script.ts'
import { Refusal } from '#app/errors.ts'
import { optionalDay, optionalLine, optionalUrl } from '#app/forms/text-fields.ts'
import { newId } from '#app/ids.server.ts'
import { users } from '#drizzle/schema.ts'
import { addArticle } from './articles.server.ts'

/** Why a file brings no article: a problem of its text, a kind of file that is not taken, JSON of another shape. */
export type FileProblem = TextProblem | { code: 'kind' } | { code: 'json' }

/** An article as a file holds it. `leftOpen` names details that the file gives and that cannot be read. */
export type ReadArticle = {
	text: string
	details: ArticleDetails
	leftOpen: (keyof ArticleDetails)[]
}

/** How each kind of file is read, by the end of its name. */
const kinds: [RegExp, (text: string) => { articles: ReadArticle[] } | { problem: FileProblem }][] = [
	[/\.(?:txt|text)$/i, (text) => ({ articles: [readPlainText(text)] })],
	[/\.(?:md|markdown)$/i, (text) => ({ articles: [readMarkdown(text)] })],
	[/\.json$/i, readJson],
]

/**
 * The articles that a file holds: one for plain text (`.txt`) and Markdown (`.md`), one or many for JSON. Text and
 * Markdown are kept to the last character; front matter is read for what it says of the article and stays where it is.
 * @param name the file's name, whose end tells its kind
 */
export function readArticleFile(
	name: string,
	bytes: Uint8Array,
): { articles: ReadArticle[] } | { problem: FileProblem } {
	const decoded = decodeText(bytes)
	const read = kinds.find(([pattern]) => pattern.test(name))?.[1]
	if (!read) {
		const binary = 'problem' in decoded && decoded.problem.code === 'binary'
		return { problem: binary ? { code: 'binary' } : { code: 'kind' } }
	}
	return 'problem' in decoded ? decoded : read(decoded.text)
}

const nothingKnown: ArticleDetails = {
	title: null,
	outlet: null,
	author: null,
	url: null,
	publishedOn: null,
	language: null,
}

function readPlainText(text: string): ReadArticle {
	return { text, details: { ...nothingKnown, language: languageByScript(text) }, leftOpen: [] }
}

function readMarkdown(text: string): ReadArticle {
	const frontMatter = findFrontMatter(text)
	if (!frontMatter) return readPlainText(text)
	return { text, ...readDetails(parseYaml(frontMatter.yaml), text.slice(frontMatter.end)) }
}

function parseYaml(yaml: string): unknown {
	try {
		return parse(yaml, { maxAliasCount: 0 })
	} catch {
		// It only looked like front matter.
		return null
	}
}

const jsonArticle = z.looseObject({ text: z.string() })

function readJson(json: string): { articles: ReadArticle[] } | { problem: FileProblem } {
	let value: unknown
	try {
		value = JSON.parse(json)
	} catch {
		return { problem: { code: 'json' } }
	}
	const list = z
		.array(jsonArticle)
		.min(1)
		.safeParse(Array.isArray(value) ? value : [value])
	if (!list.success) return { problem: { code: 'json' } }
	return {
		articles: list.data.map((article) => ({ text: article.text, ...readDetails(article, article.text) })),
	}
}

/** The names under which files give each detail, and how it is read. */
const detailNames: { [Key in keyof Omit<ArticleDetails, 'language'>]: [string[], z.ZodType<string | null>] } =
	{
		title: [['title', 'headline'], optionalLine(300)],
		outlet: [['outlet', 'publisher', 'source', 'site'], optionalLine(200)],
		author: [['author', 'byline'], optionalLine(200)],
		url: [['url', 'link', 'canonical'], optionalUrl()],
		publishedOn: [['publishedOn', 'published_on', 'published', 'datePublished', 'date'], optionalDay()],
	}

function readDetails(given: unknown, prose: string): Pick<ReadArticle, 'details' | 'leftOpen'> {
	const record = z.record(z.string(), z.unknown()).safeParse(given).data ?? {}
	const details: ArticleDetails = { ...nothingKnown }
	const leftOpen: ReadArticle['leftOpen'] = []
	for (const key of Object.keys(detailNames) as (keyof typeof detailNames)[]) {
		const [names, field] = detailNames[key]
		const value = names.map((name) => record[name]).find((found) => found != null && found !== '')
		if (value === undefined) continue
		// A date may come with its time: the day is what is kept.
		const typed = key === 'publishedOn' ? String(value).replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/s, '$1') : value
		const read = field.safeParse(typeof typed === 'number' ? String(typed) : typed)
		if (read.success) details[key] = read.data
		else leftOpen.push(key)
	}
	const language = record['language'] ?? record['lang'] ?? record['inLanguage']
	const tag = typeof language === 'string' ? /^(ar|en)(?:-|$)/i.exec(language)?.[1]?.toLowerCase() : undefined
	details.language = tag === 'ar' || tag === 'en' ? tag : language ? null : languageByScript(prose)
	return { details, leftOpen }
}

/** What came of one article of a file. `name` is the file's, with a number behind it where a file holds many. */
export type ImportOutcome =
	| { outcome: 'added' | 'already'; id: string; name: string; leftOpen: ReadArticle['leftOpen'] }
	| { outcome: 'refused'; name: string; problem: FileProblem }

/** Take in every article of a file. One that cannot be kept does not keep the others out. */
export async function importFile(
	db: Db,
	actor: Actor,
	file: { name: string; bytes: Uint8Array },
	now = new Date(),
): Promise<ImportOutcome[]> {
	const read = readArticleFile(file.name, file.bytes)
	if ('problem' in read) return [{ outcome: 'refused', name: file.name, problem: read.problem }]
	const outcomes: ImportOutcome[] = []
	for (const [index, { text, details, leftOpen }] of read.articles.entries()) {
		const name = read.articles.length > 1 ? `${file.name}#${index + 1}` : file.name
		const fileName = file.name.split(/[\\/]/).at(-1) ?? file.name
		try {
			const { id, already } = await addArticle(db, actor, { ...details, text, fileName }, now)
			outcomes.push({ outcome: already ? 'already' : 'added', id, name, leftOpen })
		} catch (error) {
			if (!(error instanceof Refusal) || error.code !== 'invalid-text') throw error
			outcomes.push({ outcome: 'refused', name, problem: error.detail['problem'] as TextProblem })
		}
	}
	return outcomes
}

/**
 * In whose name a command acts: the first administrator or, before there is one, an account of the system's own
 * that nobody can sign in to. It is made once.
 */
export async function findImporter(db: Db, now = new Date()): Promise<Actor> {
	const [admin] = await db
		.select(actorColumns)
		.from(users)
		.where(and(eq(users.role, 'admin'), isNull(users.disabledAt)))
		.orderBy(asc(users.createdAt), asc(users.id))
		.limit(1)
	if (admin) return admin
	await db
		.insert(users)
		.values({
			id: 'system',
			email: 'system@tadqiq.invalid',
			name: 'Tadqiq',
			role: 'reviewer',
			language: 'ar',
			// Of a password that is forgotten at once.
			passwordHash: await hashPassword(newId() + newId()),
			disabledAt: now,
			createdAt: now,
		})
		.onConflictDoNothing()
	const [system] = await db.select(actorColumns).from(users).where(eq(users.id, 'system'))
	if (!system) throw new Error('The account of the system is not there')
	return system
}

const actorColumns = {
	id: users.id,
	name: users.name,
	email: users.email,
	role: users.role,
	language: users.language,
}

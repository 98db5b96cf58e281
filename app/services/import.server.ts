import { and, asc, eq, isNull } from 'drizzle-orm'
import { hashPassword } from '#app/auth/password.server.ts'
import type { Db } from '#app/db.server.ts'
import type { Intake } from '#app/domain/article.ts'
import type { TextProblem } from '#app/domain/incoming-text.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { type ReadArticle, readArticleFile } from '#app/intake/article-file.server.ts'
import type { FileProblem } from '#app/intake/problem.ts'
import { users } from '#drizzle/schema.ts'
import type { TakenIn } from './article-versions.server.ts'
import { addArticle } from './articles.server.ts'

/**
 * What came of one article of a file. `name` is the file's, with a number behind it where a file holds many; `leftOpen`
 * names details that the file states and that cannot be read.
 */
export type ImportOutcome =
	| {
			outcome: 'added' | 'version' | 'already'
			id: string
			name: string
			leftOpen: ReadArticle['leftOpen']
	  }
	| { outcome: 'refused'; name: string; problem: FileProblem }

/** Take in every article of a file. One that cannot be kept does not keep the others out. */
export async function importFile(
	db: Db,
	actor: Actor,
	file: { name: string; bytes: Uint8Array; intake?: Intake },
	now = new Date(),
): Promise<ImportOutcome[]> {
	const read = await readArticleFile(file.name, file.bytes)
	if ('problem' in read) return [{ outcome: 'refused', name: file.name, problem: read.problem }]
	const outcomes: ImportOutcome[] = []
	for (const [index, { text, details, leftOpen, proposed }] of read.articles.entries()) {
		const name = read.articles.length > 1 ? `${file.name}#${index + 1}` : file.name
		const fileName = file.name.split(/[\\/]/).at(-1) ?? file.name
		const intake = file.intake ?? 'import'
		const input = { ...details, text, fileName, intake, original: read.original, proposed }
		try {
			const { id, outcome } = toOutcome(await addArticle(db, actor, input, now))
			outcomes.push({ outcome, id, name, leftOpen })
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

/** A text that is new to an article that is known is its next version. */
export function toOutcome({ id, already, version }: TakenIn): {
	id: string
	outcome: 'added' | 'version' | 'already'
} {
	if (already) return { id, outcome: 'already' }
	return { id, outcome: version > 1 ? 'version' : 'added' }
}

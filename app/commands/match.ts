import fs from 'node:fs/promises'
import { z } from 'zod'
import { CannotStart } from '#app/cannot-start.ts'
import type { Db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { readStatement, type Statement } from '#app/domain/match-statement.ts'
import { withScratchDatabase } from '#app/scratch-database.server.ts'
import { type Candidate, findCandidatesOfMany } from '#app/services/match-candidates.server.ts'
import { countCommonness } from '#app/services/match-keys.server.ts'
import { addLooseClaims } from '#app/services/match-pool.server.ts'

/*
 * npm run match -- CLAIMS.json: for each claim of an array of {"id", "text"}, which others say the same or contradict it, as
 * JSON on standard output. Claims with "pool": false only ask. All is done in a database of its own that is dropped.
 */

const claimList = z.array(
	z.object({
		id: z.union([z.string().min(1), z.number()]).transform(String),
		text: z.string(),
		pool: z.boolean().default(true),
	}),
)
type Claim = z.output<typeof claimList>[number]

/** What is said of one claim; see the contract in the README. */
type Answer = { candidates: string[]; duplicate: boolean; conflict: boolean }

/** So many claims are searched for in one statement, and so many statements wait for the database at once. */
const batchSize = 40
const searchers = 3

const [name] = process.argv.slice(2)
if (!name) {
	console.error('Which claims? For example: npm run match -- claims.json')
	process.exit(1)
}
try {
	const claims = await readClaims(name)
	const answers = await withScratchDatabase(env(), 'match', (db) => matchAll(db, claims))
	process.stdout.write(`${JSON.stringify(answers)}\n`)
} catch (error) {
	if (!(error instanceof CannotStart)) throw error
	console.error(error.message)
	process.exitCode = 1
}

async function readClaims(name: string): Promise<Claim[]> {
	const text = await fs.readFile(name, 'utf8').catch((error: Error) => {
		throw new CannotStart(`${name} cannot be read: ${error.message}`)
	})
	let json: unknown
	try {
		json = JSON.parse(text)
	} catch (error) {
		throw new CannotStart(`${name} is no JSON: ${(error as Error).message}`)
	}
	const read = claimList.safeParse(json)
	if (!read.success) throw new CannotStart(`${name} is no list of claims: ${z.prettifyError(read.error)}`)
	const ids = new Set(read.data.map(({ id }) => id))
	if (ids.size < read.data.length) throw new CannotStart(`${name} gives one id to several claims`)
	return read.data
}

async function matchAll(db: Db, claims: Claim[]): Promise<Record<string, Answer>> {
	const pool = claims.filter((claim) => claim.pool)
	await addLooseClaims(db, pool)
	const commonness = await countCommonness(db)
	const known = new Map<string, Statement>()
	const read = (text: string) => {
		const statement = known.get(text) ?? readStatement(text)
		known.set(text, statement)
		return statement
	}
	const answers = new Map<string, Answer>()
	const batches = Array.from({ length: Math.ceil(claims.length / batchSize) }, (_, batch) =>
		claims.slice(batch * batchSize, (batch + 1) * batchSize),
	).values()
	const search = async () => {
		for (const batch of batches) {
			const asked = batch.map(({ id, text }) => ({ text, except: id }))
			const found = await findCandidatesOfMany(db, asked, { commonness, read })
			for (const [index, { id }] of batch.entries()) answers.set(id, answerOf(found[index] ?? []))
		}
	}
	await Promise.all(Array.from({ length: searchers }, search))
	return Object.fromEntries(claims.map(({ id }) => [id, answers.get(id) ?? answerOf([])]))
}

function answerOf(found: Candidate[]): Answer {
	return {
		candidates: found.map(({ claimId }) => claimId),
		duplicate: found.some(({ comparison }) => comparison.kind === 'repeats'),
		conflict: found.some(({ comparison }) => comparison.kind === 'contradicts'),
	}
}

import fs from 'node:fs/promises'
import { z } from 'zod'
import { CannotStart } from '#app/cannot-start.ts'
import { type IndexedCandidate, indexClaims } from '#app/domain/match-index.ts'
import { readStatement, type Statement } from '#app/domain/match-statement.ts'

/*
 * npm run match -- CLAIMS.json: for each claim of an array of {"id", "text"}, which others say the same or contradict it, as
 * JSON on standard output. Claims with "pool": false only ask. No database is needed: all claims are asked about, so they
 * are held in memory and searched there by the rules of the desk's own search.
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

const [name] = process.argv.slice(2)
if (!name) {
	console.error('Which claims? For example: npm run match -- claims.json')
	process.exit(1)
}
try {
	const claims = await readClaims(name)
	const answers = matchAll(claims)
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

function matchAll(claims: Claim[]): Record<string, Answer> {
	const known = new Map<string, Statement>()
	const read = (text: string) => {
		const statement = known.get(text) ?? readStatement(text)
		known.set(text, statement)
		return statement
	}
	const pool = claims.filter((claim) => claim.pool)
	const index = indexClaims(pool.map(({ id, text }) => ({ id, statement: read(text) })))
	return Object.fromEntries(
		claims.map(({ id, text }) => [id, answerOf(index.find(read(text), { except: id }))]),
	)
}

function answerOf(found: IndexedCandidate[]): Answer {
	return {
		candidates: found.map(({ claimId }) => claimId),
		duplicate: found.some(({ comparison }) => comparison.kind === 'repeats'),
		conflict: found.some(({ comparison }) => comparison.kind === 'contradicts'),
	}
}

import { setTimeout as wait } from 'node:timers/promises'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '#app/db.server.ts'
import { verifyLedger } from '#app/domain/ledger-verification.ts'
import type { Actor } from '#app/domain/people.ts'
import { newId } from '#app/ids.server.ts'
import { exportLedger } from '#app/services/ledger-reading.server.ts'
import { compareTables } from '#app/services/ledger-tables.server.ts'
import {
	claimEvents,
	claims,
	corrections,
	drafts,
	evidence,
	ledger,
	proposals,
	sources,
	verdicts,
} from '#drizzle/schema.ts'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { addPerson, openSession } from '#tests/support/factories.ts'
import { findRollUpFaults } from '#tests/support/roll-up.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'

/*
 * The server is killed again and again, without a word, while people write. What it acknowledged has to be there, once;
 * what is there has to be whole.
 */

/** How often it is killed: some times in every run, more where `FAULT_ROUNDS` says so. */
const rounds = Number(process.env['FAULT_ROUNDS'] ?? 5)
const env = { TRUSTED_PROXIES: '127.0.0.1,::1,::ffff:127.0.0.1' }

let database: FreshDatabase
let server: TestServer
let db: Db
let leaving = false
const acknowledged = { evidence: new Set<string>(), approvals: new Set<string>() }

beforeAll(async () => {
	database = await freshDatabase()
	db = database.db
	server = await startServer({ env, database })
}, 200_000)

afterAll(async () => {
	leaving = true
	await server.stop()
	await database.drop()
})

type Person = { actor: Actor; cookie: string; address: string }

let people = 0

async function addWriter(role: Actor['role'] = 'reviewer'): Promise<Person> {
	people += 1
	const actor = await addPerson(db, { role, id: `fault-${people}` })
	return { actor, cookie: await openSession(db, actor), address: `10.7.0.${people}` }
}

/** Send a form of the workbench. @returns the status, or `null` when nobody answered */
async function send(person: Person, claimId: string, form: Record<string, string>): Promise<number | null> {
	try {
		const response = await fetch(`${server.origin}/desk/claims/${claimId}`, {
			method: 'POST',
			redirect: 'manual',
			body: new URLSearchParams(form),
			headers: { cookie: person.cookie, origin: server.origin, 'x-forwarded-for': person.address },
			signal: AbortSignal.timeout(20_000),
		})
		await response.arrayBuffer()
		return response.status
	} catch {
		return null
	}
}

/**
 * Until it is answered, as somebody does whose page did not come back. @returns whether it was acknowledged; it may also
 * have been done before the cut, and then be refused as done (409)
 * @throws Error for any other refusal
 */
async function insist(person: Person, claimId: string, form: Record<string, string>): Promise<boolean> {
	while (!leaving) {
		const status = await send(person, claimId, form)
		if (status === 303) return true
		if (status === 409) return false
		if (status !== null && status < 500) throw new Error(`${form['intent']} was answered with ${status}`)
		await wait(100)
	}
	return false
}

/** One piece of evidence after another, each with the key of its form. */
async function addEvidence(person: Person, claimId: string): Promise<void> {
	for (let count = 1; !leaving; count++) {
		const publisher = `شاهد ${person.actor.id} ${count}`
		const done = await insist(person, claimId, {
			intent: 'add_evidence',
			submission: newId(),
			publisher,
			stance: 'context',
			kind: 'secondary',
			showsAr: 'سياق.',
		})
		if (done) acknowledged.evidence.add(publisher)
	}
}

/** One corrected version after another: one person proposes, the other approves what waits. */
async function correct(proposer: Person, approver: Person, claimId: string): Promise<void> {
	for (let count = 1; !leaving; count++) {
		const [draft] = await db.select().from(drafts).where(eq(drafts.claimId, claimId))
		const proposed = await insist(proposer, claimId, {
			intent: 'propose',
			revision: String(draft?.revision ?? 0),
			rating: draft?.rating ?? '',
			summaryAr: `خلاصة ${count} من ${proposer.actor.id}`,
			summaryEn: `Summary ${count} by ${proposer.actor.id}`,
			rationaleAr: draft?.rationaleAr ?? '',
			rationaleEn: draft?.rationaleEn ?? '',
			asOf: draft?.asOf ?? '',
			correctionKind: 'clarification',
			severity: 'minor',
			whatAr: `تغيير ${count}`,
			whyAr: 'ليكون أوضح.',
		})
		const [waiting] = await db
			.select({ id: proposals.id })
			.from(proposals)
			.where(and(eq(proposals.claimId, claimId), eq(proposals.decision, 'pending')))
		if (!waiting) {
			// It was taken before the cut, which its proposer never learnt, and decided; or it was refused as stale.
			if (!proposed) {
				await wait(100)
				continue
			}
			throw new Error(`A proposal for ${claimId} was acknowledged and is not there`)
		}
		if (await insist(approver, claimId, { intent: 'approve', proposalId: waiting.id })) {
			acknowledged.approvals.add(waiting.id)
		}
	}
}

test(
	`killed ${rounds} times while ten people write, nothing acknowledged is lost and nothing is half there`,
	async () => {
		const published = await db
			.select({ id: claims.id })
			.from(claims)
			.where(eq(claims.status, 'published'))
			.orderBy(claims.id)
		const [first, second, third, fourth, fifth] = published.map(({ id }) => id)
		if (!first || !second || !third || !fourth || !fifth) throw new Error('The corpus has too few verdicts')
		const writers: Person[] = []
		for (let count = 0; count < 10; count++) writers.push(await addWriter())
		const [a, b, c, d, e, f, g, h, i, j] = writers as [
			Person,
			Person,
			Person,
			Person,
			Person,
			Person,
			Person,
			Person,
			Person,
			Person,
		]
		const work = [
			// Four at one claim, so that their changes wait for one another.
			...[a, b, c, d].map((person) => addEvidence(person, fourth)),
			...[e, f].map((person) => addEvidence(person, fifth)),
			correct(g, h, first),
			correct(i, j, second),
		]
		for (let round = 0; round < rounds; round++) {
			// Another moment each time, from among the first requests to well into the run.
			await wait(150 + ((round * 389) % 1_700))
			await server.kill()
			server = await startServer({ env, database, port: Number(new URL(server.origin).port) })
		}
		await wait(500)
		leaving = true
		await Promise.all(work)

		expect(acknowledged.evidence.size).toBeGreaterThan(rounds)
		expect(acknowledged.approvals.size).toBeGreaterThan(0)

		// Every piece of evidence once, with the event that says so; no event without its evidence.
		const added = await db
			.select({ publisher: sources.publisher, events: countEvents() })
			.from(evidence)
			.innerJoin(sources, eq(sources.id, evidence.sourceId))
			.where(sql`${sources.publisher} like 'شاهد %'`)
		const names = added.map(({ publisher }) => publisher)
		expect(new Set(names).size).toBe(names.length)
		expect([...acknowledged.evidence].filter((publisher) => !names.includes(publisher))).toEqual([])
		expect(added.filter(({ events }) => events !== 1)).toEqual([])
		const orphans = await db
			.select({ id: claimEvents.id })
			.from(claimEvents)
			.where(
				sql`${claimEvents.kind} = 'add_evidence' and not exists (select from evidence e
					where e.claim_id = ${claimEvents.claimId} and e.number = (${claimEvents.detail}->>'number')::int)`,
			)
		expect(orphans).toEqual([])

		// Every approval with its version, correction, event and entry in the ledger, and none without the others.
		const approved = await db
			.select({
				id: proposals.id,
				verdict: verdicts.number,
				correction: corrections.number,
				entry: ledger.seq,
				events: sql<number>`(select count(*) from claim_events v where v.claim_id = ${proposals.claimId}
					and v.kind = 'correct' and v.detail->>'proposalId' = ${proposals.id})`.mapWith(Number),
			})
			.from(proposals)
			.innerJoin(claims, eq(claims.id, proposals.claimId))
			.leftJoin(verdicts, eq(verdicts.proposalId, proposals.id))
			.leftJoin(
				corrections,
				and(eq(corrections.claimId, proposals.claimId), eq(corrections.verdictNumber, verdicts.number)),
			)
			.leftJoin(ledger, and(eq(ledger.slug, claims.slug), eq(ledger.version, verdicts.number)))
			.where(and(eq(proposals.decision, 'approved'), inArray(proposals.proposerId, [g.actor.id, i.actor.id])))
		const known = approved.map(({ id }) => id)
		expect([...acknowledged.approvals].filter((id) => !known.includes(id))).toEqual([])
		expect(
			approved.filter(
				({ verdict, correction, entry, events }) => !verdict || !correction || !entry || events !== 1,
			),
		).toEqual([])

		const check = verifyLedger()
		for await (const lines of exportLedger(db)) for (const line of lines) check.take(line)
		expect(check.end()).toMatchObject({ fault: null })
		expect(await compareTables(db)).toBeNull()
		expect(await findRollUpFaults(db)).toEqual([])
		process.stderr.write(
			`${rounds} kills: ${acknowledged.evidence.size} pieces of evidence and ${acknowledged.approvals.size} versions acknowledged; ` +
				`${names.length} and ${known.length} there\n`,
		)
	},
	60_000 + rounds * 20_000,
)

function countEvents() {
	return sql<number>`(select count(*) from claim_events v where v.claim_id = ${evidence.claimId}
		and v.kind = 'add_evidence' and (v.detail->>'number')::int = ${evidence.number})`.mapWith(Number)
}

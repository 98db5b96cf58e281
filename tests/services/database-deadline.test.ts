import { once } from 'node:events'
import net from 'node:net'
import { sql } from 'drizzle-orm'
import { describe, expect, vi } from 'vitest'
import { isDatabaseAway } from '#app/database-away.ts'
import { type Connection, openDatabase } from '#app/db.server.ts'
import { test } from '#tests/support/database.ts'

/** A way to the database that can fall silent: connections stay open, and nothing passes any more. */
async function silentWay(to: Connection) {
	const sockets: net.Socket[] = []
	let silent = false
	const target = () => {
		if (typeof to === 'string') {
			const { hostname, port } = new URL(to)
			return net.connect(Number(port || 5432), hostname)
		}
		return to.host.startsWith('/')
			? net.connect(`${to.host}/.s.PGSQL.${to.port}`)
			: net.connect(to.port, to.host)
	}
	const server = net.createServer((near) => {
		const far = target()
		for (const [from, into] of [
			[near, far],
			[far, near],
		] as const) {
			const born = silent
			from.on('data', (chunk) => !silent && !born && into.write(chunk))
			from.on('error', () => {})
			from.on('close', () => into.destroy())
			sockets.push(from)
		}
	})
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	const { port } = server.address() as net.AddressInfo
	const connection: Connection =
		typeof to === 'string'
			? Object.assign(new URL(to), { hostname: '127.0.0.1', port: String(port) }).href
			: { ...to, host: '127.0.0.1', port }
	return {
		connection,
		fallSilent: () => (silent = true),
		/** New connections pass; those from before stay as dead as they were. */
		recover: () => {
			silent = false
			for (const socket of sockets.splice(0)) socket.removeAllListeners('data')
		},
		close: () => {
			server.close()
			for (const socket of sockets) socket.destroy()
		},
	}
}

describe('what says that the database is away', () => {
	const withCode = (code: string, more = {}) => Object.assign(new Error(code), { code, ...more })

	test.for<[string, unknown, boolean]>([
		['a connection that was closed', withCode('CONNECTION_CLOSED'), true],
		['a server that is not there', withCode('ECONNREFUSED'), true],
		['a socket that is not there', withCode('ENOENT', { syscall: 'connect' }), true],
		['a server that is starting', withCode('57P03'), true],
		['a server that was told to stop', withCode('57P01'), true],
		['too many connections', withCode('53300'), true],
		['a query that took too long', withCode('57014'), true],
		['a server that only reads', withCode('25006'), true],
		['the cause of what a query says', new Error('Failed query', { cause: withCode('08006') }), true],
		['a row that is there already', withCode('23505'), false],
		['a column that is not', new Error('Failed query', { cause: withCode('42703') }), false],
		['a file that is not there', withCode('ENOENT', { syscall: 'open' }), false],
		['an error of ours', new TypeError('x'), false],
		['no error', 'CONNECTION_CLOSED', false],
	])('%s', ([, error, expected]) => {
		expect(isDatabaseAway(error)).toBe(expected)
	})
})

describe('a database that has fallen silent', () => {
	test('fails what waits for it, and is asked again when it is back', async ({ fresh }) => {
		const way = await silentWay(fresh.connection)
		const { db, close } = openDatabase(way.connection, { max: 2, silence: 300 })
		expect(await db.execute(sql`select 1 as one`)).toMatchObject([{ one: 1 }])

		way.fallSilent()
		const outcomes = await Promise.allSettled([
			db.execute(sql`select 2`),
			db.transaction((tx) => tx.execute(sql`select 3`)),
			// No connection is left for these.
			db.execute(sql`select 4`),
			db.transaction((tx) => tx.execute(sql`select 5`)),
		])
		expect(
			outcomes.map((outcome) => outcome.status === 'rejected' && isDatabaseAway(outcome.reason)),
		).toEqual([true, true, true, true])

		way.recover()
		// A connection that was begun in the silence may cost another try.
		const answer = () => db.execute(sql`select 6 as six, now() as at`)
		expect(await vi.waitFor(answer, { timeout: 15_000 })).toMatchObject([{ six: 6, at: expect.any(String) }])
		expect(await db.transaction((tx) => tx.execute(sql`select 7 as seven`))).toMatchObject([{ seven: 7 }])
		await close()
		way.close()
	})

	test('in the middle of a transaction undoes it', async ({ fresh }) => {
		await fresh.db.execute(sql`create table kept (n int)`)
		const way = await silentWay(fresh.connection)
		const { db, close } = openDatabase(way.connection, { max: 2, silence: 300 })
		const work = db.transaction(async (tx) => {
			await tx.transaction((inner) => inner.execute(sql`insert into kept values (1)`))
			way.fallSilent()
			await tx.execute(sql`insert into kept values (2)`)
		})
		await expect(work).rejects.toSatisfy(isDatabaseAway)
		way.recover()
		const kept = () => db.execute(sql`select count(*)::int as kept from kept`)
		expect(await vi.waitFor(kept, { timeout: 15_000 })).toMatchObject([{ kept: 0 }])
		await close()
		way.close()
	})

	test('is not one that takes its time and answers', async ({ fresh }) => {
		const { db, close } = openDatabase(fresh.connection, { max: 1, silence: 2_000 })
		const asked = Array.from({ length: 4 }, () => db.execute(sql`select pg_sleep(0.2)`))
		expect(await Promise.all(asked)).toHaveLength(4)
		await close()
	})
})

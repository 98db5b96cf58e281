import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/server-runtime'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureBuild } from '#app/build.server.ts'
import type { Db } from '#app/db.server.ts'
import { access, type Access, mayEnter } from '#app/domain/access.ts'
import type { Actor, Role } from '#app/domain/people.ts'
import { sha256 } from '#app/ids.server.ts'
import { keepUpload } from '#app/services/copies.server.ts'
import { newSecret } from '#app/services/one-time-tokens.server.ts'
import { sources, users } from '#drizzle/schema.ts'
import { addArticle, addPerson, openSession } from '#tests/support/factories.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'

/*
 * Every route × everybody × every way to ask, over HTTP, from the table by which the application itself decides.
 * `build.routes` is what Remix serves; a route that the table does not know fails here before anything is asked.
 */

const everybody = ['anonymous', 'disabled', 'reviewer', 'editor', 'admin'] as const
type Somebody = (typeof everybody)[number]

/** Stands in things only people of the desk may see. */
const marker = 'MARKER-7F3A'

let build: ServerBuild
let server: TestServer
let db: Db
/** Values for the parameters of addresses: somebody's own, and one that is not there. */
let present: Record<string, string>
let people: Record<Exclude<Somebody, 'anonymous'>, Actor>
let asked = 0

type Route = { id: string; name: string; path: string; reads: boolean; acts: boolean }
let routes: Route[]

beforeAll(async () => {
	const { directory } = await ensureBuild()
	build = (await import(pathToFileURL(path.join(directory, 'server', 'index.js')).href)) as ServerBuild
	// One proxy in front, so that each request can come from an address of its own: limits are another test's matter.
	server = await startServer({ env: { TRUSTED_PROXIES: '127.0.0.1,::1', LOG_LEVEL: 'error' } })
	db = server.database.db
	routes = listRoutes(build)

	const person = (role: Role, id: string) =>
		addPerson(db, { id, role, name: id, email: `${id}@desk.example` })
	people = {
		reviewer: await person('reviewer', 'matrix-reviewer'),
		editor: await person('editor', 'matrix-editor'),
		admin: await person('admin', 'matrix-admin'),
		disabled: await person('admin', 'matrix-disabled'),
	}
	await db
		.update(users)
		.set({ disabledAt: new Date() })
		.where(sql`${users.id} = 'matrix-disabled'`)
	await addPerson(db, { id: 'matrix-other', name: marker, email: 'other@marker-7f3a.example' })
	const article = await addArticle(db, { title: marker, by: people.editor })
	// Without an address, so that nothing is asked of the network.
	const source = { id: 'matrix-source', publisher: marker, createdAt: new Date() }
	await db.insert(sources).values(source)
	const { sha256: copy } = await keepUpload(db, people.editor, {
		sourceId: source.id,
		name: 'marker.png',
		bytes: await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
			.png()
			.toBuffer(),
	})
	const [factCheck] = await db.execute<{ slug: string }>(
		sql`select slug from fact_checks order by slug limit 1`,
	)
	present = {
		lang: 'ar',
		code: 'MA',
		slug: factCheck?.slug ?? '',
		number: '1',
		seq: '1',
		articleId: article.id,
		claimId: 'c01',
		sourceId: source.id,
		sha: copy,
		personId: 'matrix-other',
		'*': 'nothing-here',
	}
}, 300_000)

afterAll(() => server?.stop())

function listRoutes({ routes: manifest }: ServerBuild): Route[] {
	return Object.values(manifest).flatMap((route) => {
		if (!route) return []
		const segments: string[] = []
		for (let at: typeof route | undefined = route; at; at = manifest[at.parentId ?? ''])
			if (at.path) segments.unshift(at.path)
		const { loader, action } = route.module
		const name = route.id.replace(/^routes\//, '')
		return [{ id: route.id, name, path: `/${segments.join('/')}`, reads: !!loader, acts: !!action }]
	})
}

function fill(pattern: string, values: Record<string, string>): string {
	return pattern.replace(/:(\w+)|\*/g, (whole, name?: string) => values[name ?? '*'] ?? whole)
}

/** What the table says of a route, by action. */
const rules = (name: string) => Object.entries((access as Record<string, Record<string, Access>>)[name] ?? {})
const roleOf = (who: Somebody): Role | null => (who === 'anonymous' || who === 'disabled' ? null : who)

/** Ask as this person, by a session made for this one request, from an address nobody else has. */
async function ask(who: Somebody, target: string, init: RequestInit = {}): Promise<Response> {
	asked += 1
	const headers = new Headers(init.headers)
	headers.set('x-forwarded-for', `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`)
	if (who !== 'anonymous') headers.set('cookie', await cookieOf(people[who]))
	return fetch(`${server.origin}${target}`, { redirect: 'manual', ...init, headers })
}

async function cookieOf(person: Actor): Promise<string> {
	const token = newSecret()
	await openSession(db, person, { id: sha256(token), secondFactor: true })
	return `session=${token}`
}

type Transport = {
	name: string
	of: (route: Route, filled: string) => { target: string; init?: RequestInit }
}

const readings: Transport[] = [
	{ name: 'document', of: (_route, target) => ({ target }) },
	{ name: '_data', of: ({ id }, target) => ({ target: `${target}?_data=${encodeURIComponent(id)}` }) },
	{ name: '.data', of: (_route, target) => ({ target: `${target.replace(/\/$/, '/_root')}.data` }) },
	{
		name: '_routes',
		of: ({ id }, target) => ({
			target: `${target.replace(/\/$/, '/_root')}.data?_routes=${encodeURIComponent(id)}`,
		}),
	},
	{ name: 'API', of: (_route, target) => ({ target, init: { headers: { accept: 'application/json' } } }) },
	{ name: 'HEAD', of: (_route, target) => ({ target, init: { method: 'HEAD' } }) },
]

const sendings: Transport[] = [
	{ name: 'document', of: (route, target) => ({ target: indexed(route, target) }) },
	{
		name: '_data',
		of: (route, target) => {
			const to = indexed(route, target)
			return { target: `${to}${to.includes('?') ? '&' : '?'}_data=${encodeURIComponent(route.id)}` }
		},
	},
	{ name: '.data', of: (_route, target) => ({ target: `${target.replace(/\/$/, '/_root')}.data` }) },
]

/** Remix sends a form to the index route of an address by this word, and to its layout without it. */
function indexed({ name }: Route, target: string): string {
	return name.endsWith('_index') ? `${target}?index` : target
}

const isRefused = (response: Response) =>
	response.status === 401 || response.status === 403 || leadsToSignIn(response)

function leadsToSignIn(response: Response): boolean {
	const to = response.headers.get('location') ?? response.headers.get('x-remix-redirect') ?? ''
	return to.startsWith('/sign-in')
}

/** Everything that is stored, but for what merely being asked changes: last uses, counts, challenges set, and that an export was read. */
async function everythingStored(): Promise<string> {
	const tables = await db.execute<{ name: string }>(
		sql`select format('%I.%I', schemaname, tablename) as name from pg_tables
			where schemaname = 'public' and tablename not in ('sessions', 'rate_limits', 'one_time_tokens') order by 1`,
	)
	const digests = await Promise.all(
		tables.map(({ name }) =>
			db.execute<{ digest: string | null }>(
				sql.raw(
					`select md5(string_agg(t::text, '|' order by t::text)) as digest from ${name} t
					where t::text not like '%activity-exported%'`,
				),
			),
		),
	)
	return tables.map(({ name }, index) => `${name} ${digests[index]?.[0]?.digest}`).join('\n')
}

describe('the table of access', () => {
	test('knows every route that is served, and no other', () => {
		const served = routes.filter(({ reads, acts }) => reads || acts).map(({ name }) => name)
		const silent = routes.filter(({ reads, acts }) => !reads && !acts).map(({ name }) => name)
		expect(
			Object.keys(access)
				.filter((name) => !silent.includes(name))
				.sort(),
		).toEqual(served.sort())
	})

	test('says of each route who reads it if it can be read, and who does what if anything can be sent', () => {
		const said = routes
			.filter(({ reads, acts }) => reads || acts)
			.map(({ name }) => [name, rules(name).some(([action]) => action !== 'read')])
		expect(said).toEqual(
			routes.filter(({ reads, acts }) => reads || acts).map(({ name, acts }) => [name, acts]),
		)
	})
})

describe('reading', () => {
	test.each(everybody)(
		'as %s shows what the table allows, and nothing else, however it is asked',
		async (who) => {
			const wrong: string[] = []
			const before = await everythingStored()
			let seen = 0
			for (const route of routes.filter(({ reads }) => reads)) {
				const least = rules(route.name).find(([action]) => action === 'read')?.[1] ?? 'admin'
				const allowed = mayEnter(roleOf(who), least)
				for (const values of [
					present,
					{ ...present, claimId: 'absent', articleId: 'absent', personId: 'absent', sourceId: 'absent' },
				]) {
					for (const transport of readings) {
						const { target, init } = transport.of(route, fill(route.path, values))
						const response = await ask(who, target, init)
						const body = await response.text()
						const isSeen = body.includes(marker) || body.toLowerCase().includes('marker-7f3a.example')
						if (isSeen) seen += 1
						const verdict = `${who} ${transport.name} ${target}: ${response.status}`
						if (response.status >= 500) wrong.push(verdict)
						if (isSeen && !allowed) wrong.push(`${verdict} and shows the marker`)
						// Single fetch is off, so that nothing answers at these.
						if (transport.name === '.data' || transport.name === '_routes') {
							if (response.status === 200) wrong.push(verdict)
						} else if (isRefused(response) === allowed) wrong.push(verdict)
					}
				}
			}
			expect(wrong).toEqual([])
			expect(await everythingStored()).toBe(before)
			// The marker is really where only some may look.
			expect(seen > 0).toBe(roleOf(who) !== null)
		},
		300_000,
	)
})

describe('sending', () => {
	test.each(everybody)(
		'as %s does what the table allows, and nothing else, however it is sent',
		async (who) => {
			const wrong: string[] = []
			const before = await everythingStored()
			for (const route of routes.filter(({ acts }) => acts)) {
				for (const [action, least] of rules(route.name).filter(([name]) => name !== 'read')) {
					const allowed = mayEnter(roleOf(who), least)
					if (allowed) continue
					const maySee = mayEnter(
						roleOf(who),
						rules(route.name).find(([name]) => name === 'read')?.[1] ?? 'admin',
					)
					for (const transport of sendings) {
						const { target } = transport.of(route, fill(route.path, present))
						const response = await send(who, target, action)
						const body = await response.text()
						const verdict = `${who} ${transport.name} ${action} ${target}: ${response.status}`
						if (transport.name !== '.data' && !isRefused(response)) wrong.push(verdict)
						if (response.status < 400 && !leadsToSignIn(response)) wrong.push(`${verdict} as if it were done`)
						if (body.includes(marker) && !maySee) wrong.push(`${verdict} and shows the marker`)
					}
				}
			}
			expect(wrong).toEqual([])
			expect(await everythingStored()).toBe(before)
		},
		300_000,
	)

	test.each(everybody)(
		'as %s is not refused what the table allows',
		async (who) => {
			const wrong: string[] = []
			for (const route of routes.filter(({ acts }) => acts)) {
				for (const [action, least] of rules(route.name).filter(([name]) => name !== 'read')) {
					if (!mayEnter(roleOf(who), least)) continue
					const { target } = sendings[0]!.of(route, fill(route.path, present))
					const response = await send(who, target, action)
					await response.text()
					const refused = response.status === 401 || response.status === 403
					if (refused || response.status >= 500) wrong.push(`${action} ${target}: ${response.status}`)
				}
			}
			expect(wrong).toEqual([])
		},
		300_000,
	)

	test.each(['GET', 'HEAD'])(
		'an action is not run by %s',
		async (method) => {
			const before = await everythingStored()
			for (const route of routes.filter(({ acts }) => acts)) {
				for (const [action] of rules(route.name).filter(([name]) => name !== 'read')) {
					const target = `${fill(route.path, present)}?intent=${action}`
					expect((await ask('admin', target, { method })).status).toBeLessThan(500)
				}
			}
			expect(await everythingStored()).toBe(before)
		},
		300_000,
	)
})

/** A form with nothing in it but what it is meant to do. */
function send(who: Somebody, target: string, action: string): Promise<Response> {
	return ask(who, target, {
		method: 'POST',
		headers: { origin: server.origin, 'sec-fetch-site': 'same-origin' },
		body: new URLSearchParams({ intent: action }),
	})
}

import { eq } from 'drizzle-orm'
import { describe, expect, vi } from 'vitest'
import { readSecret } from '#app/auth/cookie.server.ts'
import {
	addPasskey,
	askForNewPasskey,
	askForPasskey,
	type Challenge,
	listPasskeys,
	provePasskey,
	removePasskey,
} from '#app/auth/passkeys.server.ts'
import { findMethods } from '#app/auth/second-factor.server.ts'
import { askSecondStep, signInByPasskey, takeSecondStep } from '#app/auth/sign-in.server.ts'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { sha256 } from '#app/ids.server.ts'
import { post } from '#app/mail/post.server.ts'
import { accountEvents, passkeys, sessions, users } from '#drizzle/schema.ts'
import { type Lies, SoftwareAuthenticator } from '#tests/support/authenticator.ts'
import { test as base } from '#tests/support/database.ts'
import { addPerson, openSession } from '#tests/support/factories.ts'

vi.mock('#app/mail/post.server.ts', () => ({ post: vi.fn() }))

const site = { origin: 'http://localhost:3000', rpID: 'localhost' }
const now = new Date('2026-03-02T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const visitor = { agent: null, network: '192.0.2.1', device: null }

/** The secret of the cookie that came with a challenge. */
function secretOf(
	{ cookie }: Pick<Challenge<unknown>, 'cookie'>,
	name: 'passkey' | 'second-step' = 'passkey',
) {
	return readSecret(new Request('http://localhost/', { headers: { cookie } }), name) ?? ''
}

async function signedIn(db: Db, person: Actor): Promise<Request> {
	const cookie = await openSession(db, person, { secondFactor: false })
	return new Request('http://localhost/desk/account/second-factor', { headers: { cookie } })
}

/** Have a device make a passkey for a person. */
async function add(db: Db, person: Actor, device: SoftwareAuthenticator, lies: Lies = {}) {
	const challenge = await askForNewPasskey(db, person, 'Tadqiq', now)
	const response = device.create(challenge.options.challenge, lies)
	const request = await signedIn(db, person)
	return addPasskey(db, person, { secret: secretOf(challenge), response, name: 'هاتف', request }, now)
}

/** Have a device show its passkey to a challenge that was set for this person, or for anybody. */
async function prove(db: Db, device: SoftwareAuthenticator, lies: Lies = {}, userId: string | null = null) {
	const challenge = await askForPasskey(db, userId, now)
	const response = device.show(challenge.options.challenge, lies)
	return provePasskey(db, { secret: secretOf(challenge), response, userId }, now)
}

/** Somebody, and the device with their passkey. */
const test = base.extend<{ huda: Actor; device: SoftwareAuthenticator }>({
	huda: async ({ db }, use) => {
		vi.mocked(post).mockClear()
		await use(await addPerson(db, { id: 'huda', email: 'huda@desk.example' }))
	},
	device: async ({ db, huda }, use) => {
		const device = new SoftwareAuthenticator(site, huda.id)
		await add(db, huda, device)
		await db.delete(sessions)
		await use(device)
	},
})

const letters = () =>
	vi.mocked(post).mock.calls.map(([, letter]) => ('what' in letter ? letter.what : letter.kind))

describe('adding a passkey', () => {
	test('keeps its public half, renews the session, ends the others and hands out recovery codes', async ({
		db,
		huda,
	}) => {
		await openSession(db, huda, { id: sha256('another device') })
		const device = new SoftwareAuthenticator(site, huda.id)
		const change = await add(db, huda, device)
		expect(change?.codes).toHaveLength(10)
		expect(await listPasskeys(db, huda.id)).toEqual([
			{ id: device.id, name: 'هاتف', createdAt: now, lastUsedAt: null },
		])
		expect(await db.select().from(sessions)).toMatchObject([{ secondFactor: true }])
		expect(await findMethods(db, huda.id)).toEqual({ code: false, passkey: true, recovery: true })
		expect((await db.select().from(accountEvents)).map(({ kind }) => kind)).toEqual([
			'passkey-added',
			'recovery-codes-made',
		])
		expect(letters()).toEqual(['passkey-added'])
	})

	test('asks for one that needs no name and proves its person', async ({ db, huda, device }) => {
		const { options } = await askForNewPasskey(db, huda, 'تدقيق', now)
		expect(options).toMatchObject({
			rp: { id: 'localhost', name: 'تدقيق' },
			user: { id: Buffer.from('huda').toString('base64url'), name: 'huda@desk.example' },
			authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
			excludeCredentials: [{ id: device.id }],
			attestation: 'none',
		})
	})

	test.for([
		['at another site', { origin: 'https://tadqiq.example.evil.example' }],
		['at our host over another port', { origin: 'http://localhost:3001' }],
		['for another site', { rpID: 'evil.example' }],
		['without a finger, a face or a PIN', { unverified: true }],
	] as const)('takes none that was made %s', async ([, lies], { db, huda }) => {
		expect(await add(db, huda, new SoftwareAuthenticator(site, huda.id), lies)).toBeNull()
		expect(await db.$count(passkeys)).toBe(0)
	})

	test('takes an answer once, in time, and of the person who was asked', async ({ db, huda }) => {
		const salma = await addPerson(db, { id: 'salma' })
		const device = new SoftwareAuthenticator(site, huda.id)
		const challenge = await askForNewPasskey(db, huda, 'Tadqiq', now)
		const secret = secretOf(challenge)
		const response = device.create(challenge.options.challenge)
		const given = { secret, response, name: 'هاتف', request: await signedIn(db, salma) }
		expect(await addPasskey(db, salma, given, now)).toBeNull()
		// That has spent the challenge.
		expect(await addPasskey(db, huda, { ...given, request: await signedIn(db, huda) }, now)).toBeNull()

		const late = await askForNewPasskey(db, huda, 'Tadqiq', now)
		const answer = device.create(late.options.challenge)
		const request = given.request
		expect(
			await addPasskey(
				db,
				huda,
				{ secret: secretOf(late), response: answer, name: 'هاتف', request },
				later(301),
			),
		).toBeNull()
		expect(await db.$count(passkeys)).toBe(0)
	})

	test('refuses one that is kept already', async ({ db, huda, device }) => {
		await expect(add(db, huda, device)).rejects.toMatchObject({ code: 'taken' })
	})

	test('takes nothing that is no answer at all', async ({ db, huda }) => {
		const device = new SoftwareAuthenticator(site, huda.id)
		const challenge = await askForNewPasskey(db, huda, 'Tadqiq', now)
		const response = device.create(challenge.options.challenge)
		response.response.attestationObject = 'o2NmbXQ'
		const request = await signedIn(db, huda)
		const given = { secret: secretOf(challenge), response, name: 'هاتف', request }
		expect(await addPasskey(db, huda, given, now)).toBeNull()
	})
})

describe('showing a passkey', () => {
	test('tells whose it is, and is remembered', async ({ db, device }) => {
		expect(await prove(db, device)).toBe('huda')
		expect(await db.select().from(passkeys)).toMatchObject([{ counter: 1, lastUsedAt: now }])
		expect(await prove(db, device)).toBe('huda')
	})

	test.for([
		['at another site', { origin: 'http://localhost.evil.example:3000' }],
		['for another site', { rpID: 'evil.example' }],
		['without a finger, a face or a PIN', { unverified: true }],
		['as another person’s', { userHandle: 'salma' }],
	] as const)('proves nothing %s', async ([, lies], { db, device }) => {
		expect(await prove(db, device, lies)).toBeNull()
	})

	test('proves nothing with a counter that has not risen: it was copied', async ({ db, device }) => {
		expect(await prove(db, device, { counter: 5 })).toBe('huda')
		expect(await prove(db, device, { counter: 5 })).toBeNull()
		expect(await prove(db, device, { counter: 4 })).toBeNull()
		expect(await prove(db, device, { counter: 0 })).toBeNull()
		expect(await prove(db, device, { counter: 6 })).toBe('huda')
	})

	test('works again and again for a device that does not count', async ({ db, device }) => {
		expect(await prove(db, device, { counter: 0 })).toBe('huda')
		expect(await prove(db, device, { counter: 0 })).toBe('huda')
	})

	test('is refused to somebody disabled', async ({ db, device }) => {
		await db.update(users).set({ disabledAt: now })
		expect(await prove(db, device)).toBeNull()
	})

	test('is refused for a passkey that was removed, or never added', async ({ db, huda, device }) => {
		expect(await prove(db, new SoftwareAuthenticator(site, huda.id))).toBeNull()
		await db.delete(passkeys).where(eq(passkeys.id, device.id))
		expect(await prove(db, device)).toBeNull()
	})

	test('is refused by another key under the same name', async ({ db, huda, device }) => {
		const thief = new SoftwareAuthenticator(site, huda.id)
		const challenge = await askForPasskey(db, null, now)
		const response = { ...thief.show(challenge.options.challenge), id: device.id, rawId: device.id }
		expect(await provePasskey(db, { secret: secretOf(challenge), response, userId: null }, now)).toBeNull()
	})

	test('answers one challenge once, in time', async ({ db, device }) => {
		const challenge = await askForPasskey(db, null, now)
		const secret = secretOf(challenge)
		const response = device.show(challenge.options.challenge)
		expect(await provePasskey(db, { secret, response, userId: null }, now)).toBe('huda')
		expect(await provePasskey(db, { secret, response, userId: null }, now)).toBeNull()
		const late = await askForPasskey(db, null, now)
		const answer = device.show(late.options.challenge)
		expect(
			await provePasskey(db, { secret: secretOf(late), response: answer, userId: null }, later(301)),
		).toBeNull()
	})

	test('answers the challenge it was set, and for whom', async ({ db, huda, device }) => {
		const salma = await addPerson(db, { id: 'salma' })
		expect(await prove(db, device, {}, huda.id)).toBe('huda')
		expect(await prove(db, device, {}, salma.id)).toBeNull()
		const open = await askForPasskey(db, null, now)
		const response = device.show(open.options.challenge)
		// Set for anybody's sign-in, shown as this person's second step.
		expect(await provePasskey(db, { secret: secretOf(open), response, userId: huda.id }, now)).toBeNull()
		const [one, two] = [await askForPasskey(db, null, now), await askForPasskey(db, null, now)]
		const swapped = device.show(one.options.challenge)
		expect(await provePasskey(db, { secret: secretOf(two), response: swapped, userId: null }, now)).toBeNull()
	})

	base('to one challenge by many at once is believed once', async ({ fresh: { db } }) => {
		const huda = await addPerson(db, { id: 'huda' })
		const device = new SoftwareAuthenticator(site, huda.id)
		await add(db, huda, device)
		const challenge = await askForPasskey(db, null, now)
		const response = device.show(challenge.options.challenge)
		const tries = Array.from({ length: 20 }, () =>
			provePasskey(db, { secret: secretOf(challenge), response, userId: null }, now),
		)
		expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
	})
})

describe('signing in by passkey', () => {
	test('needs no password, and counts as a second factor', async ({ db, device }) => {
		const challenge = await askForPasskey(db, null, now)
		const response = device.show(challenge.options.challenge)
		const answer = await signInByPasskey(db, { secret: secretOf(challenge), response, ...visitor }, now)
		expect(answer.outcome).toBe('in')
		expect(await db.select().from(sessions)).toMatchObject([{ userId: 'huda', secondFactor: true }])
		const [event] = (await db.select().from(accountEvents)).slice(-1)
		expect(event).toMatchObject({ kind: 'signed-in', detail: { by: 'passkey' } })
	})

	test('is refused like any other when it fails', async ({ db, device }) => {
		const challenge = await askForPasskey(db, null, now)
		const response = device.show(challenge.options.challenge, { unverified: true })
		const answer = await signInByPasskey(db, { secret: secretOf(challenge), response, ...visitor }, now)
		expect(answer).toEqual({ outcome: 'wrong' })
		expect(await db.$count(sessions)).toBe(0)
	})

	test('is the second step too, for the person whose password it was', async ({ db, huda, device }) => {
		const salma = await addPerson(db, { id: 'salma' })
		const step = async (person: Actor) =>
			secretOf({ cookie: await askSecondStep(db, person.id, now) }, 'second-step')
		const proof = async (person: Actor) => {
			const challenge = await askForPasskey(db, person.id, now)
			const response = device.show(challenge.options.challenge)
			return { kind: 'passkey', secret: secretOf(challenge), response } as const
		}
		const other = { secret: await step(salma), proof: await proof(salma), ...visitor }
		expect((await takeSecondStep(db, other, now)).outcome).toBe('wrong')
		const swapped = { secret: await step(salma), proof: await proof(huda), ...visitor }
		expect((await takeSecondStep(db, swapped, now)).outcome).toBe('wrong')
		const own = { secret: await step(huda), proof: await proof(huda), ...visitor }
		expect((await takeSecondStep(db, own, now)).outcome).toBe('in')
		expect(await db.select().from(sessions)).toMatchObject([{ userId: 'huda', secondFactor: true }])
	})
})

describe('removing a passkey', () => {
	test('ends every other session, and is for its person alone', async ({ db, huda, device }) => {
		const salma = await addPerson(db, { id: 'salma' })
		const foreign = { id: device.id, request: await signedIn(db, salma) }
		await expect(removePasskey(db, salma, foreign, now)).rejects.toMatchObject({ code: 'not-found' })
		const request = await signedIn(db, huda)
		await openSession(db, huda, { id: sha256('another device') })
		await removePasskey(db, huda, { id: device.id, request }, now)
		expect(await listPasskeys(db, huda.id)).toEqual([])
		expect(await findMethods(db, huda.id)).toEqual({ code: false, passkey: false, recovery: false })
		const left = await db.select().from(sessions).where(eq(sessions.userId, huda.id))
		expect(left).toMatchObject([{ secondFactor: false }])
		expect(letters()).toEqual(['passkey-added', 'passkey-removed'])
	})
})

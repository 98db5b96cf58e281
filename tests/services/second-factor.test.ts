import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, vi } from 'vitest'
import { readSecret } from '#app/auth/cookie.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import {
	countRecoveryCodes,
	makeRecoveryCodes,
	remakeRecoveryCodes,
	spendRecoveryCode,
} from '#app/auth/recovery-codes.server.ts'
import {
	beginSecondFactor,
	checkCode,
	clearSecondFactors,
	confirmSecondFactor,
	countFactors,
	findMethods,
	readSecondFactor,
	removeSecondFactor,
	secretAddress,
} from '#app/auth/second-factor.server.ts'
import { findSecondStep, signIn, type SignInAnswer, takeSecondStep } from '#app/auth/sign-in.server.ts'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { sha256 } from '#app/ids.server.ts'
import { post } from '#app/mail/post.server.ts'
import { accountEvents, recoveryCodes, sessions, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addPerson, openSession } from '#tests/support/factories.ts'

vi.mock('#app/mail/post.server.ts', () => ({ post: vi.fn() }))

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const now = new Date('2026-03-02T12:00:10Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const network = '192.0.2.1'
const visitor = { agent: null, network, device: null }
const password = 'nine patient lanterns'

/** The code that a telephone with this secret shows at a moment. */
function codeAt(moment: Date, of = secret): string {
	return TOTP.generate({ secret: Secret.fromBase32(of), timestamp: moment.getTime() })
}

async function addFactor(db: Db, person: Actor, since: Date | null = now): Promise<void> {
	await db
		.update(users)
		.set({ secondFactorSecret: secret, secondFactorAt: since, passwordHash: await hashPassword(password) })
		.where(eq(users.id, person.id))
}

/** Somebody with a second factor, signed in on this device and on another. */
const test = base.extend<{ huda: Actor; request: Request }>({
	huda: async ({ db }, use) => {
		vi.mocked(post).mockClear()
		const huda = await addPerson(db, { id: 'huda', email: 'huda@desk.example' })
		await addFactor(db, huda)
		await use(huda)
	},
	request: async ({ db, huda }, use) => {
		const cookie = await openSession(db, huda)
		await openSession(db, huda, { id: sha256('another device') })
		await use(new Request('http://localhost/desk/account/second-factor', { headers: { cookie } }))
	},
})

const kinds = async (db: Db) => (await db.select().from(accountEvents)).map(({ kind }) => kind)
const letters = () =>
	vi.mocked(post).mock.calls.map(([, letter]) => ('what' in letter ? letter.what : letter.kind))

/** The secret of the cookie by which the second step is awaited. */
function stepOf(answer: SignInAnswer): string {
	const [cookie = ''] = 'cookies' in answer ? answer.cookies : []
	return readSecret(new Request('http://localhost/', { headers: { cookie } }), 'second-step') ?? ''
}

describe('a code', () => {
	test.for([
		['of this half minute', 0, true],
		['of the half minute before', -30, true],
		['of the half minute to come', 30, true],
		['of a minute ago', -60, false],
		['of a minute to come', 60, false],
	] as const)('%s, shown now', async ([, off, taken], { db, huda }) => {
		expect(await checkCode(db, huda.id, codeAt(later(off)), now)).toBe(taken)
	})

	test('is taken once, and so is every one before it', async ({ db, huda }) => {
		expect(await checkCode(db, huda.id, codeAt(now), now)).toBe(true)
		expect(await checkCode(db, huda.id, codeAt(now), now)).toBe(false)
		expect(await checkCode(db, huda.id, codeAt(now), later(20))).toBe(false)
		expect(await checkCode(db, huda.id, codeAt(later(-30)), now)).toBe(false)
		expect(await checkCode(db, huda.id, codeAt(later(30)), later(30))).toBe(true)
	})

	test.for([
		[
			'in Arabic-Indic digits',
			(code: string) => code.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!),
		],
		['in Persian digits', (code: string) => code.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!)],
		['with a blank in the middle', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
		['with marks of direction round it', (code: string) => `\u2066${code}\u2069\u200f`],
	] as const)('may be typed %s', async ([, written], { db, huda }) => {
		expect(await checkCode(db, huda.id, written(codeAt(now)), now)).toBe(true)
	})

	test.for([
		['nothing', ''],
		['five digits', '12345'],
		['seven digits', '1234567'],
		['letters', 'abcdef'],
		['a NUL behind it', '123456\0'],
		['a million digits', '1'.repeat(1_000_000)],
	] as const)('is not %s', async ([, typed], { db, huda }) => {
		expect(await checkCode(db, huda.id, typed, now)).toBe(false)
	})

	test('is nobody else’s, and no good before it was set up', async ({ db, huda }) => {
		const salma = await addPerson(db, { id: 'salma' })
		expect(await checkCode(db, salma.id, codeAt(now), now)).toBe(false)
		await addFactor(db, salma, null)
		expect(await checkCode(db, salma.id, codeAt(now), now)).toBe(false)
		expect(await checkCode(db, huda.id, codeAt(now), now)).toBe(true)
	})

	base('shown by many at once lets one in', async ({ fresh: { db } }) => {
		const huda = await addPerson(db, { id: 'huda' })
		await addFactor(db, huda)
		const tries = Array.from({ length: 20 }, () => checkCode(db, huda.id, codeAt(now), now))
		expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
	})
})

describe('setting up', () => {
	test('asks for a code of the new secret before it counts', async ({ db, request }) => {
		const salma = await addPerson(db, { id: 'salma', email: 'salma@desk.example' })
		await beginSecondFactor(db, salma)
		const begun = await readSecondFactor(db, salma.id)
		expect(begun).toEqual({ secret: expect.stringMatching(/^[A-Z2-7]{32}$/), since: null })
		expect(await findMethods(db, salma.id)).toEqual({ code: false, passkey: false, recovery: false })
		expect(await confirmSecondFactor(db, salma, { code: '000000', request }, now)).toBeNull()
		expect(await kinds(db)).toEqual([])
	})

	test('renews this session, ends the others, and hands out recovery codes', async ({ db }) => {
		const salma = await addPerson(db, { id: 'salma' })
		const cookie = await openSession(db, salma, { secondFactor: false })
		const request = new Request('http://localhost/', { headers: { cookie } })
		await openSession(db, salma, { id: sha256('another device') })
		await beginSecondFactor(db, salma)
		const { secret: made } = await readSecondFactor(db, salma.id)
		const code = codeAt(now, made ?? '')

		const change = await confirmSecondFactor(db, salma, { code, request }, now)
		expect(change?.codes).toHaveLength(10)
		expect(change?.cookie).not.toContain(cookie)
		const left = await db.select().from(sessions).where(eq(sessions.userId, salma.id))
		expect(left).toMatchObject([{ secondFactor: true }])
		expect(await findMethods(db, salma.id)).toEqual({ code: true, passkey: false, recovery: true })
		expect(await kinds(db)).toEqual(['second-factor-added', 'recovery-codes-made'])
		expect(letters()).toEqual(['second-factor-added'])
		// The code that confirmed it is spent.
		expect(await checkCode(db, salma.id, code, now)).toBe(false)
	})

	test('takes no second secret beside the first', async ({ db, huda, request }) => {
		await expect(beginSecondFactor(db, huda)).rejects.toMatchObject({ code: 'wrong-step' })
		expect(await confirmSecondFactor(db, huda, { code: codeAt(now), request }, now)).toBeNull()
	})

	test('writes what every application reads', () => {
		const address = new URL(secretAddress(secret, 'huda@desk.example'))
		expect(address.protocol).toBe('otpauth:')
		expect(Object.fromEntries(address.searchParams)).toEqual({
			issuer: 'Tadqiq',
			secret,
			algorithm: 'SHA1',
			digits: '6',
			period: '30',
		})
	})
})

describe('removing', () => {
	test('takes a code, renews the session and ends the others', async ({ db, huda, request }) => {
		await makeRecoveryCodes(db, huda.id, now)
		const removal = await removeSecondFactor(db, huda, { code: codeAt(now), network, request }, now)
		expect(removal).toMatchObject({ outcome: 'removed' })
		expect(await readSecondFactor(db, huda.id)).toEqual({ secret: null, since: null })
		expect(await db.$count(recoveryCodes)).toBe(0)
		expect(await db.select().from(sessions)).toMatchObject([{ secondFactor: false }])
		expect(await kinds(db)).toEqual(['recovery-codes-made', 'second-factor-removed'])
		expect(letters()).toEqual(['second-factor-removed'])
	})

	test('takes a recovery code of somebody whose telephone is gone', async ({ db, huda, request }) => {
		const [code = ''] = await makeRecoveryCodes(db, huda.id, now)
		const removal = await removeSecondFactor(db, huda, { code, network, request }, now)
		expect(removal.outcome).toBe('removed')
	})

	test('is refused with a wrong code, and counted', async ({ db, huda, request }) => {
		const outcomes: string[] = []
		for (let tries = 0; tries < 30; tries += 1) {
			const { outcome } = await removeSecondFactor(db, huda, { code: '000000', network, request }, now)
			outcomes.push(outcome)
		}
		expect(outcomes[0]).toBe('wrong')
		expect(outcomes.at(-1)).toBe('wait')
		expect((await readSecondFactor(db, huda.id)).since).toEqual(now)
		expect(await db.$count(sessions)).toBe(2)
	})

	test('for somebody who lost everything leaves nothing', async ({ db, huda }) => {
		await makeRecoveryCodes(db, huda.id, now)
		expect(await clearSecondFactors(db, huda.id)).toBe(true)
		expect(await findMethods(db, huda.id)).toEqual({ code: false, passkey: false, recovery: false })
		expect(await clearSecondFactors(db, huda.id)).toBe(false)
	})
})

describe('recovery codes', () => {
	test('are ten, different, long enough, and stored as hashes alone', async ({ db, huda }) => {
		const codes = await makeRecoveryCodes(db, huda.id, now)
		expect(new Set(codes).size).toBe(10)
		for (const code of codes) expect(code).toMatch(/^(?:[2-9a-hjkmnp-z]{6}-?){3}$/)
		const stored = JSON.stringify(await db.select().from(recoveryCodes))
		for (const code of codes) expect(stored).not.toContain(code.replaceAll('-', ''))
	})

	test('work once, however they are written, and tell their person', async ({ db, huda }) => {
		const [first = '', second = ''] = await makeRecoveryCodes(db, huda.id, now)
		expect(await spendRecoveryCode(db, huda.id, ` ${first.toUpperCase().replaceAll('-', ' ')}`, now)).toBe(
			true,
		)
		expect(await spendRecoveryCode(db, huda.id, first, now)).toBe(false)
		expect(await spendRecoveryCode(db, huda.id, second.replaceAll('-', ''), now)).toBe(true)
		expect(await countRecoveryCodes(db, huda.id)).toBe(8)
		expect(letters()).toEqual(['recovery-code-used', 'recovery-code-used'])
	})

	test('are nobody else’s', async ({ db, huda }) => {
		const salma = await addPerson(db, { id: 'salma' })
		const [code = ''] = await makeRecoveryCodes(db, huda.id, now)
		expect(await spendRecoveryCode(db, salma.id, code, now)).toBe(false)
	})

	test('made anew take the place of the old', async ({ db, huda }) => {
		const [old = ''] = await makeRecoveryCodes(db, huda.id, now)
		const [young = ''] = await remakeRecoveryCodes(db, huda, now)
		expect(await spendRecoveryCode(db, huda.id, old, now)).toBe(false)
		expect(await spendRecoveryCode(db, huda.id, young, now)).toBe(true)
	})

	test('are not for somebody with nothing to recover', async ({ db }) => {
		const salma = await addPerson(db, { id: 'salma' })
		await expect(remakeRecoveryCodes(db, salma, now)).rejects.toMatchObject({ code: 'wrong-step' })
	})

	base('spent by twenty at once let one in', async ({ fresh: { db } }) => {
		const huda = await addPerson(db, { id: 'huda' })
		const [code = ''] = await makeRecoveryCodes(db, huda.id, now)
		const tries = Array.from({ length: 20 }, () =>
			db.transaction((tx) => spendRecoveryCode(tx, huda.id, code, now)),
		)
		expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
	})
})

describe('the second step', () => {
	const pair = { email: 'huda@desk.example', password }

	test('is asked for after the password, which opens nothing by itself', async ({ db, huda: _ }) => {
		const answer = await signIn(db, { ...pair, ...visitor }, now)
		expect(answer).toEqual({
			outcome: 'second-step',
			cookies: [expect.stringMatching(/^second-step=\w{52}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600/)],
		})
		expect(await db.$count(sessions)).toBe(0)
		expect(await kinds(db)).toEqual([])
	})

	test('lets in by a code, once', async ({ db, huda }) => {
		const step = stepOf(await signIn(db, { ...pair, ...visitor }, now))
		const proof = { kind: 'code', code: codeAt(now) } as const
		const answer = await takeSecondStep(db, { secret: step, proof, ...visitor }, now)
		expect(answer.outcome).toBe('in')
		expect('cookies' in answer && answer.cookies.map((cookie) => cookie.split('=')[0])).toEqual([
			'session',
			'device',
			'second-step',
		])
		expect(await db.select().from(sessions)).toMatchObject([{ userId: huda.id, secondFactor: true }])
		const next = { kind: 'code', code: codeAt(later(30)) } as const
		expect(await takeSecondStep(db, { secret: step, proof: next, ...visitor }, later(30))).toEqual({
			outcome: 'spent',
		})
	})

	test('lets in by a recovery code', async ({ db, huda }) => {
		const [code = ''] = await makeRecoveryCodes(db, huda.id, now)
		const step = stepOf(await signIn(db, { ...pair, ...visitor }, now))
		const proof = { kind: 'recovery', code } as const
		expect((await takeSecondStep(db, { secret: step, proof, ...visitor }, now)).outcome).toBe('in')
	})

	test('is open for ten minutes', async ({ db, huda: _ }) => {
		const step = stepOf(await signIn(db, { ...pair, ...visitor }, now))
		expect(await findSecondStep(db, step, later(599))).not.toBeNull()
		expect(await findSecondStep(db, step, later(601))).toBeNull()
		const proof = { kind: 'code', code: codeAt(later(601)) } as const
		expect((await takeSecondStep(db, { secret: step, proof, ...visitor }, later(601))).outcome).toBe('spent')
		expect(await db.$count(sessions)).toBe(0)
	})

	test('takes the code of the person whose password it was, and nobody else’s', async ({ db, huda: _ }) => {
		const salma = await addPerson(db, { id: 'salma', email: 'salma@desk.example' })
		const own = 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU'
		await db.update(users).set({ secondFactorSecret: own, secondFactorAt: now }).where(eq(users.id, salma.id))
		const [code = ''] = await makeRecoveryCodes(db, salma.id, now)
		const step = stepOf(await signIn(db, { ...pair, ...visitor }, now))
		for (const proof of [
			{ kind: 'code', code: codeAt(now, own) },
			{ kind: 'recovery', code },
		] as const) {
			expect((await takeSecondStep(db, { secret: step, proof, ...visitor }, now)).outcome).toBe('wrong')
		}
		expect(await db.$count(sessions)).toBe(0)
		expect(await countRecoveryCodes(db, salma.id)).toBe(10)
	})

	test('is closed to somebody disabled meanwhile', async ({ db, huda: _ }) => {
		const step = stepOf(await signIn(db, { ...pair, ...visitor }, now))
		await db.update(users).set({ disabledAt: now })
		const proof = { kind: 'code', code: codeAt(now) } as const
		expect((await takeSecondStep(db, { secret: step, proof, ...visitor }, now)).outcome).toBe('spent')
	})

	test('takes no secret that was made for something else', async ({ db, huda }) => {
		const cookie = await openSession(db, huda)
		const secret = cookie.split('=')[1] ?? ''
		const proof = { kind: 'code', code: codeAt(now) } as const
		expect((await takeSecondStep(db, { secret, proof, ...visitor }, now)).outcome).toBe('spent')
		expect((await takeSecondStep(db, { secret: null, proof, ...visitor }, now)).outcome).toBe('spent')
	})

	test('counts what was shown: after too many not even the right code is looked at', async ({
		db,
		huda: _,
	}) => {
		const step = stepOf(await signIn(db, { ...pair, ...visitor }, now))
		const show = (code: string) =>
			takeSecondStep(db, { secret: step, proof: { kind: 'code', code }, ...visitor }, now)
		let last: SignInAnswer = { outcome: 'wrong' }
		for (let tries = 0; tries < 30 && last.outcome === 'wrong'; tries += 1) last = await show('000000')
		expect(last).toEqual({ outcome: 'wait', seconds: expect.any(Number) })
		expect((await show(codeAt(now))).outcome).toBe('wait')
		expect(await db.$count(sessions)).toBe(0)
	})

	base('taken with one code by many at once lets one in', async ({ fresh: { db } }) => {
		const huda = await addPerson(db, { id: 'huda', email: 'huda@desk.example' })
		await addFactor(db, huda)
		const step = stepOf(await signIn(db, { ...pair, ...visitor }, now))
		const proof = { kind: 'code', code: codeAt(now) } as const
		const tries = Array.from({ length: 10 }, (_, at) =>
			takeSecondStep(db, { secret: step, proof, ...visitor, network: `198.51.100.${at}` }, now),
		)
		const outcomes = (await Promise.all(tries)).map(({ outcome }) => outcome)
		expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(1)
		expect(await db.$count(sessions)).toBe(1)
	})
})

test('the settings page is told how many people of each role have none', async ({ db, huda: _ }) => {
	await addPerson(db, { role: 'reviewer' })
	await addPerson(db, { role: 'admin' })
	const gone = await addPerson(db, { role: 'admin' })
	await db.update(users).set({ disabledAt: now }).where(eq(users.id, gone.id))
	expect(await countFactors(db)).toEqual({
		reviewer: { people: 2, lacking: 1 },
		editor: { people: 0, lacking: 0 },
		admin: { people: 1, lacking: 1 },
	})
})

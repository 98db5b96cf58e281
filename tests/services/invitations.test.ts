import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { checkPassword } from '#app/auth/password.server.ts'
import { openDatabase, type Db } from '#app/db.server.ts'
import { tokenPurposes } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/people.ts'
import {
	acceptInvitation,
	findInvitation,
	invite,
	listInvitations,
	resendInvitation,
	revokeInvitation,
} from '#app/services/invitations.server.ts'
import { issueToken } from '#app/services/one-time-tokens.server.ts'
import { disablePerson } from '#app/services/team.server.ts'
import { accountEvents, invitations, oneTimeTokens, sessions, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addPerson, noon } from '#tests/support/factories.ts'
import { openLetters, takeLetters } from '#tests/support/letters.ts'

const test = base.extend<{ admin: Actor }>({
	admin: async ({ db }, use) => use(await addPerson(db, { id: 'admin', name: 'نادية', role: 'admin' })),
})

const asked = { email: 'rim@desk.example', role: 'editor', language: 'ar' } as const
const newcomer = { name: 'ريم حداد', language: 'en', password: 'four slow green rivers' } as const
const hour = 3_600_000
const after = (hours: number) => new Date(noon.getTime() + hours * hour)

/** Invite, and take the secret out of the letter. */
async function inviteAndOpen(db: Db, admin: Actor, given: Partial<typeof asked> = {}, now = noon) {
	const { invitationId } = await invite(db, admin, { ...asked, ...given }, now)
	const letters = await openLetters(db, now)
	return { invitationId, secret: letters.findLast(({ secret }) => secret)?.secret ?? '' }
}

const kinds = async (db: Db) =>
	(await db.select().from(accountEvents).orderBy(accountEvents.id)).map(({ kind }) => kind)

describe('inviting', () => {
	test('posts a letter to the one address, and is written down without it', async ({ db, admin }) => {
		const { invitationId } = await invite(db, admin, asked, noon)
		expect(await takeLetters(db)).toEqual([{ kind: 'invitation', invitationId }])
		const [event] = await db.select().from(accountEvents)
		expect(event).toMatchObject({ kind: 'invited', actorId: admin.id, detail: { role: 'editor' } })
		expect(JSON.stringify(event)).not.toContain('rim@')
		expect(await listInvitations(db, noon)).toMatchObject([
			{ ...asked, inviter: 'نادية', sentAt: noon, expiresAt: after(72), expired: false },
		])
	})

	test('keeps no secret: it is made when the letter is sent', async ({ db, admin }) => {
		await invite(db, admin, asked, noon)
		expect(await db.$count(oneTimeTokens)).toBe(0)
	})

	test.for(['reviewer', 'editor'] as const)('is not for a %s', async (role, { db }) => {
		const actor = await addPerson(db, { role })
		await expect(invite(db, actor, asked, noon)).rejects.toMatchObject({ code: 'forbidden' })
		expect(await takeLetters(db)).toEqual([])
	})

	test('is not for somebody who was an admin when the request came', async ({ db, admin }) => {
		await db.update(users).set({ role: 'editor' }).where(eq(users.id, admin.id))
		await expect(invite(db, admin, asked, noon)).rejects.toMatchObject({ code: 'forbidden' })
	})

	test('says that an address has an account, or an invitation that stands', async ({ db, admin }) => {
		const amal = await addPerson(db, { id: 'amal', email: 'amal@desk.example' })
		await expect(invite(db, admin, { ...asked, email: amal.email }, noon)).rejects.toMatchObject({
			code: 'taken',
			detail: { by: 'account', personId: 'amal' },
		})
		await invite(db, admin, asked, noon)
		await expect(invite(db, admin, asked, after(71))).rejects.toMatchObject({
			code: 'taken',
			detail: { by: 'invitation' },
		})
	})

	test('takes the place of an invitation whose time is up', async ({ db, admin }) => {
		await invite(db, admin, asked, noon)
		await invite(db, admin, { ...asked, role: 'reviewer' }, after(73))
		expect(await listInvitations(db, after(73))).toMatchObject([{ role: 'reviewer', expired: false }])
	})

	test('sends three letters an hour to one address at most, whichever way', async ({ db, admin }) => {
		const { invitationId } = await invite(db, admin, asked, noon)
		await resendInvitation(db, admin, invitationId, after(0.25))
		await revokeInvitation(db, admin, invitationId, after(0.5))
		await invite(db, admin, asked, after(0.5))
		const [open] = await listInvitations(db, after(0.75))
		await expect(resendInvitation(db, admin, open!.id, after(0.75))).rejects.toMatchObject({
			code: 'too-many',
			detail: { seconds: 900 },
		})
		await invite(db, admin, { ...asked, email: 'another@desk.example' }, after(0.75))
		await resendInvitation(db, admin, open!.id, after(1.01))
	})

	test('of one address by two admins at once makes one invitation', async ({ fresh }) => {
		const admins = [
			await addPerson(fresh.db, { role: 'admin' }),
			await addPerson(fresh.db, { role: 'admin' }),
		]
		const outcomes = await Promise.allSettled(admins.map((admin) => invite(fresh.db, admin, asked)))
		expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
		expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'taken' } })
		expect(await takeLetters(fresh.db)).toHaveLength(1)
	})
})

describe('the link', () => {
	test('says what it invites to, and is not spent by looking', async ({ db, admin }) => {
		const { secret } = await inviteAndOpen(db, admin)
		for (let looked = 0; looked < 3; looked += 1) {
			expect(await findInvitation(db, secret, noon)).toMatchObject({ ...asked, inviter: 'نادية' })
		}
	})

	test('is good for 72 hours', async ({ db, admin }) => {
		const { secret } = await inviteAndOpen(db, admin)
		expect(await findInvitation(db, secret, after(71.9))).not.toBeNull()
		expect(await findInvitation(db, secret, after(72))).toBeNull()
		await expect(acceptInvitation(db, { secret, ...newcomer }, after(72))).rejects.toMatchObject({
			code: 'spent',
		})
	})

	test('stops working when the invitation is sent again, and the new one works', async ({ db, admin }) => {
		const { secret, invitationId } = await inviteAndOpen(db, admin)
		await resendInvitation(db, admin, invitationId, after(1))
		expect(await findInvitation(db, secret, after(1))).toBeNull()
		const [letter] = await openLetters(db, after(1))
		expect(letter?.to).toBe(asked.email)
		expect(await findInvitation(db, letter?.secret ?? '', after(72.5))).toMatchObject({
			expiresAt: after(73),
		})
		expect(await kinds(db)).toEqual(['invited', 'invitation-resent'])
	})

	test('stops working when the invitation is taken back', async ({ db, admin }) => {
		const { secret, invitationId } = await inviteAndOpen(db, admin)
		await revokeInvitation(db, admin, invitationId, noon)
		await expect(acceptInvitation(db, { secret, ...newcomer }, noon)).rejects.toMatchObject({ code: 'spent' })
		expect(await listInvitations(db, noon)).toEqual([])
		for (const again of [revokeInvitation, resendInvitation]) {
			await expect(again(db, admin, invitationId, noon)).rejects.toMatchObject({ code: 'spent' })
			await expect(again(db, admin, 'none', noon)).rejects.toMatchObject({ code: 'not-found' })
		}
		expect(await kinds(db)).toEqual(['invited', 'invitation-revoked'])
	})

	test('stops working when whoever invited is disabled', async ({ db, admin }) => {
		const other = await addPerson(db, { role: 'admin' })
		const { secret } = await inviteAndOpen(db, other, { role: 'editor' })
		await disablePerson(db, admin, other.id, noon)
		await expect(acceptInvitation(db, { secret, ...newcomer }, noon)).rejects.toMatchObject({ code: 'spent' })
	})

	for (const purpose of tokenPurposes.filter((name) => name !== 'invitation')) {
		test(`is no secret made for ${purpose}`, async ({ db, admin }) => {
			const { invitationId } = await invite(db, admin, asked, noon)
			const secret = await issueToken(db, purpose, { userId: admin.id, invitationId }, noon)
			expect(await findInvitation(db, secret, noon)).toBeNull()
			await expect(acceptInvitation(db, { secret, ...newcomer }, noon)).rejects.toMatchObject({
				code: 'spent',
			})
		})
	}

	test('is no row of a leaked table', async ({ db, admin }) => {
		await inviteAndOpen(db, admin)
		const [row] = await db.select().from(oneTimeTokens)
		expect(await findInvitation(db, row!.id, noon)).toBeNull()
	})
})

describe('joining', () => {
	test('makes the person with the role that was given, and signs nobody in', async ({ db, admin }) => {
		const { secret } = await inviteAndOpen(db, admin)
		const { id } = await acceptInvitation(db, { secret, ...newcomer }, noon)
		const [person] = await db.select().from(users).where(eq(users.id, id))
		expect(person).toMatchObject({
			email: asked.email,
			role: 'editor',
			name: 'ريم حداد',
			language: 'en',
			createdAt: noon,
		})
		expect(await checkPassword(person!.passwordHash, newcomer.password)).toBe(true)
		expect(await db.$count(sessions)).toBe(0)
		const [invitation] = await db.select().from(invitations)
		expect(invitation).toMatchObject({ acceptedAt: noon, acceptedBy: id })
		expect(await kinds(db)).toEqual(['invited', 'joined'])
	})

	test('works once', async ({ db, admin }) => {
		const { secret } = await inviteAndOpen(db, admin)
		await acceptInvitation(db, { secret, ...newcomer }, noon)
		await expect(acceptInvitation(db, { secret, ...newcomer, name: 'غيرها' }, noon)).rejects.toMatchObject({
			code: 'spent',
		})
	})

	test.for([
		['the same name', 'نادية'],
		['the same with a tatweel', 'نـادية'],
		['the same with other letters', 'نادیة'],
	] as const)(
		'is refused under %s as a colleague’s, and the link still works',
		async ([, name], { db, admin }) => {
			const { secret } = await inviteAndOpen(db, admin)
			await expect(acceptInvitation(db, { secret, ...newcomer, name }, noon)).rejects.toMatchObject({
				code: 'look-alike',
			})
			await acceptInvitation(db, { secret, ...newcomer }, noon)
		},
	)

	test('is refused under the name of somebody who was here', async ({ db, admin }) => {
		const gone = await addPerson(db, { name: 'سامر' })
		await disablePerson(db, admin, gone.id, noon)
		const { secret } = await inviteAndOpen(db, admin)
		await expect(acceptInvitation(db, { secret, ...newcomer, name: 'سامر' }, noon)).rejects.toMatchObject({
			code: 'look-alike',
		})
	})

	test.for([
		['short', 'too short', 'too-short'],
		['common', '1234567890123456', 'common-password'],
		['one’s own address', 'rim@desk.example', 'common-password'],
	] as const)(
		'with a password that is %s is refused, and the link still works',
		async ([, password, fault], { db, admin }) => {
			const { secret } = await inviteAndOpen(db, admin)
			await expect(acceptInvitation(db, { secret, ...newcomer, password }, noon)).rejects.toMatchObject({
				code: 'invalid',
				detail: { field: 'password', fault },
			})
			await acceptInvitation(db, { secret, ...newcomer }, noon)
		},
	)

	test('is refused when the address has got an account meanwhile', async ({ db, admin }) => {
		const { secret } = await inviteAndOpen(db, admin)
		await addPerson(db, { email: asked.email })
		await expect(acceptInvitation(db, { secret, ...newcomer }, noon)).rejects.toMatchObject({ code: 'taken' })
	})

	test('by twenty at once with one link makes one person', async ({ fresh }) => {
		const admin = await addPerson(fresh.db, { role: 'admin' })
		const { secret } = await inviteAndOpen(fresh.db, admin, {}, new Date())
		const { db, close } = openDatabase(fresh.connection, { max: 20 })
		const outcomes = await Promise.allSettled(
			Array.from({ length: 20 }, (_, index) =>
				acceptInvitation(db, { secret, ...newcomer, name: `ريم ${index}` }),
			),
		)
		await close()
		const refused = outcomes.filter(({ status }) => status === 'rejected')
		expect(refused).toHaveLength(19)
		for (const outcome of refused) expect(outcome).toMatchObject({ reason: { code: 'spent' } })
		expect(await fresh.db.$count(users)).toBe(2)
	})

	test('by two at once under one name makes one person of that name', async ({ fresh }) => {
		const admin = await addPerson(fresh.db, { role: 'admin' })
		const secrets = []
		for (const email of ['one@desk.example', 'two@desk.example']) {
			const { invitationId } = await invite(fresh.db, admin, { ...asked, email })
			secrets.push(await issueToken(fresh.db, 'invitation', { invitationId }))
		}
		const outcomes = await Promise.allSettled(
			secrets.map((secret) => acceptInvitation(fresh.db, { secret, ...newcomer })),
		)
		expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
		expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { code: 'look-alike' },
		})
	})
})

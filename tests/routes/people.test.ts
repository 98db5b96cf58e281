import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { action as askForLink, loader as showForgot } from '#app/routes/account.forgot.tsx'
import { action as join, loader as showInvitation } from '#app/routes/account.invitation.tsx'
import { action as reset, loader as showReset } from '#app/routes/account.reset.tsx'
import { action as setUp, loader as showSetUp } from '#app/routes/account.setup.tsx'
import { action as changePerson, loader as showPerson } from '#app/routes/desk.people.$personId.tsx'
import { action as changeTeam, loader as showTeam } from '#app/routes/desk.people._index.tsx'
import { beginSetUp } from '#app/services/first-admin.server.ts'
import { invite, listInvitations } from '#app/services/invitations.server.ts'
import { issueToken } from '#app/services/one-time-tokens.server.ts'
import { takeClaim } from '#app/services/review.server.ts'
import { changeSetting } from '#app/services/settings.server.ts'
import { claims, sessions, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addClaim, addPerson, openSession } from '#tests/support/factories.ts'
import { openLetters, takeLetters } from '#tests/support/letters.ts'

type Visitor = Actor & { cookie: string }

const test = base.extend<{ desk: Db; admin: Visitor; amal: Visitor }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 2 })
		await use(db)
		await close()
	},
	admin: async ({ desk }, use) => {
		const admin = await addPerson(desk, { id: 'admin', name: 'نادية', role: 'admin' })
		await changeSetting(desk, admin, 'second-factor-from', 'nobody')
		await use({ ...admin, cookie: await openSession(desk, admin) })
	},
	amal: async ({ desk }, use) => {
		const amal = await addPerson(desk, { id: 'amal', name: 'أمل', email: 'amal@desk.example' })
		await use({ ...amal, cookie: await openSession(desk, amal) })
	},
})

type Form = Record<string, string | string[]>
type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown

/** What a page's loader answers, or its action if a form is sent, whether it returns its response or throws it. */
async function ask(
	handler: Handler,
	path: string,
	{ form, as, personId = '' }: { form?: Form; as?: Visitor; personId?: string } = {},
): Promise<Response> {
	const fields = Object.entries(form ?? {}).flatMap(([name, values]) =>
		[values].flat().map((value) => [name, value]),
	)
	const args = {
		request: new Request(new URL(path, 'http://localhost:3000'), {
			headers: { cookie: as?.cookie ?? '' },
			...(form && { method: 'POST', body: new URLSearchParams(fields) }),
		}),
		params: { personId },
		context: { nonce: 'n', requestId: 'r', address: '192.0.2.5' } as AppLoadContext,
	}
	const answer: unknown = await Promise.resolve(handler(args)).catch((error: unknown) => error)
	if (!(answer instanceof Response)) throw answer
	return answer
}

const whereTo = (response: Response) => [response.status, response.headers.get('location')]
const password = 'four slow green rivers'

describe('the page about everybody', () => {
	test('shows people and invitations to admins, and no secret', async ({ desk, admin, amal }) => {
		await invite(desk, admin, { email: 'rim@desk.example', role: 'editor', language: 'ar' })
		const response = await ask(showTeam, '/desk/people', { as: admin })
		const text = await response.text()
		const { people, invitations } = JSON.parse(text)
		expect(people.map(({ id }: { id: string }) => id)).toEqual(['amal', 'admin'])
		expect(invitations).toMatchObject([{ email: 'rim@desk.example', inviter: 'نادية', expired: false }])
		expect(text).not.toMatch(/password|secret"/i)
		expect((await ask(showTeam, '/desk/people', { as: amal })).status).toBe(403)
	})

	test('asks for a proof when the last one is a while ago', async ({ desk, admin }) => {
		await desk.update(sessions).set({ confirmedAt: new Date(Date.now() - 16 * 60_000) })
		expect(whereTo(await ask(showTeam, '/desk/people', { as: admin }))).toEqual([
			302,
			`/desk/confirm?next=${encodeURIComponent('/desk/people')}`,
		])
		const form = { intent: 'invite', email: 'rim@desk.example', role: 'editor', language: 'ar' }
		const late = await ask(changeTeam, '/desk/people', { as: admin, form })
		expect(late.status).toBe(403)
		expect(await late.json()).toMatchObject({
			intent: 'invite',
			refusal: { code: 'confirm-first' },
			result: { initialValue: { email: 'rim@desk.example', role: 'editor' } },
		})
		expect(await listInvitations(desk)).toEqual([])
	})

	test('keeps what was typed for somebody whose session has ended', async ({ desk: _ }) => {
		const form = { intent: 'invite', email: 'rim@desk.example', role: 'editor', language: 'ar' }
		const response = await ask(changeTeam, '/desk/people', { form })
		expect(response.status).toBe(401)
		expect(await response.json()).toMatchObject({ result: { initialValue: { email: 'rim@desk.example' } } })
	})

	test('invites, sends again and takes back', async ({ desk, admin }) => {
		const typed = { email: ' Rim@Desk.Example ', role: 'editor', language: 'en' }
		const invited = await ask(changeTeam, '/desk/people', { as: admin, form: { intent: 'invite', ...typed } })
		expect(whereTo(invited)).toEqual([303, '/desk/people?done=invite'])
		const [{ id: invitationId, email } = { id: '', email: '' }] = await listInvitations(desk)
		expect(email).toBe('rim@desk.example')
		for (const intent of ['resend', 'revoke']) {
			const done = await ask(changeTeam, '/desk/people', { as: admin, form: { intent, invitationId } })
			expect(whereTo(done)).toEqual([303, `/desk/people?done=${intent}`])
		}
		const over = await ask(changeTeam, '/desk/people', {
			as: admin,
			form: { intent: 'resend', invitationId },
		})
		expect([over.status, (await over.json()).refusal]).toEqual([410, { code: 'spent' }])
	})

	test.for<[string, Form, number, object]>([
		['no address', { email: '' }, 422, { result: { error: { email: ['required'] } } }],
		[
			'two addresses',
			{ email: 'a@b.example, c@d.example' },
			422,
			{ result: { error: { email: ['bad-email'] } } },
		],
		[
			'a line more',
			{ email: 'a@b.example\r\nBcc: c@d.example' },
			422,
			{ result: { error: { email: ['bad-email'] } } },
		],
		['no such role', { role: 'owner' }, 422, { result: { error: { role: ['bad-choice'] } } }],
		[
			'somebody’s address',
			{ email: 'amal@desk.example' },
			409,
			{
				refusal: { code: 'taken', by: 'account', personId: 'amal' },
				result: { initialValue: { role: 'editor' } },
			},
		],
	])(
		'says what is wrong with %s, and keeps what was typed',
		async ([, given, status, says], { desk, admin, amal: _ }) => {
			const form = { intent: 'invite', email: 'rim@desk.example', role: 'editor', language: 'ar', ...given }
			const response = await ask(changeTeam, '/desk/people', { as: admin, form })
			expect(response.status).toBe(status)
			expect(await response.json()).toMatchObject(says)
			expect(await listInvitations(desk)).toEqual([])
		},
	)

	test.for(['invite', 'resend', 'revoke'])('%s is not for others', async (intent, { desk, amal }) => {
		const form = { intent, invitationId: 'x', email: 'rim@desk.example', role: 'admin', language: 'ar' }
		expect((await ask(changeTeam, '/desk/people', { as: amal, form })).status).toBe(403)
		expect(await listInvitations(desk)).toEqual([])
	})

	test('does not know other forms', async ({ admin }) => {
		for (const intent of ['', 'delete', 'constructor']) {
			expect((await ask(changeTeam, '/desk/people', { as: admin, form: { intent } })).status).toBe(422)
		}
	})
})

describe('a person’s page', () => {
	const page = (id: string) => ({ path: `/desk/people/${id}`, personId: id })
	const send = (as: Visitor, id: string, form: Form) =>
		ask(changePerson, page(id).path, { as, form, personId: id })

	test('shows the account and what is open, to admins', async ({ desk, admin, amal }) => {
		const claim = await addClaim(desk)
		await takeClaim(desk, amal, claim.id)
		const { path, personId } = page('amal')
		const response = await ask(showPerson, path, { as: admin, personId })
		const data = await response.json()
		expect(data).toMatchObject({ person: { name: 'أمل', sessions: 1 }, self: false })
		expect(data.work.research).toMatchObject([{ id: claim.id }])
		expect(data.colleagues.map(({ id }: { id: string }) => id)).not.toContain('amal')
		expect((await ask(showPerson, path, { as: amal, personId })).status).toBe(403)
		expect((await ask(showPerson, '/desk/people/none', { as: admin, personId: 'none' })).status).toBe(404)
	})

	test('changes take hold of the next request', async ({ desk, admin, amal }) => {
		const salma = await addPerson(desk, { id: 'salma', role: 'admin' })
		const visitor = { ...salma, cookie: await openSession(desk, salma) }
		expect((await ask(showTeam, '/desk/people', { as: visitor })).status).toBe(200)
		await send(admin, 'salma', { intent: 'role', from: 'admin', to: 'reviewer' })
		expect((await ask(showTeam, '/desk/people', { as: visitor })).status).toBe(302)
		const again = { ...salma, cookie: await openSession(desk, salma) }
		expect((await ask(showTeam, '/desk/people', { as: again })).status).toBe(403)
		await send(admin, 'salma', { intent: 'disable' })
		expect((await ask(showTeam, '/desk/people', { as: again })).status).toBe(302)
		expect((await ask(showTeam, '/desk/people', { as: amal })).status).toBe(403)
	})

	test.for<[Form, string]>([
		[{ intent: 'role', from: 'reviewer', to: 'editor' }, 'done=role'],
		[{ intent: 'disable' }, 'done=disable'],
		[{ intent: 'enable' }, 'done=enable'],
		[{ intent: 'end-sessions' }, 'done=end-sessions'],
		[{ intent: 'send-reset' }, 'done=send-reset'],
		[{ intent: 'remove-second-factor' }, 'done=remove-second-factor'],
		[{ intent: 'reassign', claimIds: ['one', 'two'], to: 'nobody' }, 'done=reassign&moved=0'],
	])('takes %o from admins alone', async ([form, done], { desk, admin, amal }) => {
		const before = await desk.select().from(users)
		for (const as of [amal, undefined]) {
			const response = await ask(changePerson, '/desk/people/amal', { form, personId: 'amal', as })
			expect(response.status).toBe(as ? 403 : 401)
		}
		expect(await desk.select().from(users)).toEqual(before)
		expect(await takeLetters(desk)).toEqual([])
		expect(whereTo(await send(admin, 'amal', form))).toEqual([303, `/desk/people/amal?${done}`])
	})

	test('hands claims over, and keeps what was ticked when nobody was chosen', async ({
		desk,
		admin,
		amal,
	}) => {
		const [one, two] = [await addClaim(desk), await addClaim(desk)]
		for (const { id } of [one, two]) await takeClaim(desk, amal, id)
		const asked = { intent: 'reassign', claimIds: [one.id, two.id] }
		const refused = await send(admin, 'amal', { ...asked, to: '' })
		expect(refused.status).toBe(422)
		expect(await refused.json()).toMatchObject({
			errors: { to: 'required' },
			typed: { claimIds: [one.id, two.id] },
		})
		const done = await send(admin, 'amal', { ...asked, claimIds: one.id, to: 'admin' })
		expect(whereTo(done)).toEqual([303, '/desk/people/amal?done=reassign&moved=1'])
		const [moved] = await desk.select().from(claims).where(eq(claims.id, one.id))
		expect(moved?.assigneeId).toBe('admin')
	})

	test.for<[Form, number, string]>([
		[{ intent: 'disable' }, 403, 'forbidden'],
		[{ intent: 'role', from: 'admin', to: 'editor' }, 409, 'last-admin'],
		[{ intent: 'remove-second-factor' }, 403, 'forbidden'],
	])('keeps an admin from %o by accident', async ([form, status, code], { admin }) => {
		const response = await send(admin, 'admin', form)
		expect(response.status).toBe(status)
		expect((await response.json()).refusal).toEqual({ code })
	})

	test('answers what nobody’s browser sends', async ({ admin, amal: _ }) => {
		const forms: Form[] = [
			{ intent: 'nothing' },
			{ intent: 'role', to: 'owner', from: 'reviewer' },
			{ intent: 'reassign', claimIds: '\0', to: '\0' },
			{ intent: 'reassign', claimIds: Array.from({ length: 200 }, String), to: 'nobody' },
		]
		for (const form of forms) expect((await send(admin, 'amal', form)).status).toBe(422)
	})
})

describe('joining by a link', () => {
	const joining = { name: ' ريم\u202a\u202c  حداد ', password, language: 'en' }

	test('leads to the sign-in page, and to no session', async ({ desk, admin }) => {
		await invite(desk, admin, { email: 'rim@desk.example', role: 'editor', language: 'ar' })
		const [letter] = await openLetters(desk, new Date())
		const path = `/account/invitation?token=${letter?.secret ?? ''}`
		const shown = await ask(showInvitation, path)
		expect([shown.status, (await shown.json()).invitation]).toMatchObject([
			200,
			{ email: 'rim@desk.example', role: 'editor', inviter: 'نادية' },
		])
		const joined = await ask(join, path, { form: joining })
		expect(whereTo(joined)).toEqual([303, '/sign-in?arrived=joined&email=rim%40desk.example&lang=en'])
		expect(joined.headers.has('set-cookie')).toBe(false)
		const [rim] = await desk.select().from(users).where(eq(users.email, 'rim@desk.example'))
		expect(rim).toMatchObject({ name: 'ريم حداد', role: 'editor', language: 'en' })

		expect((await ask(showInvitation, path)).status).toBe(410)
		const again = await ask(join, path, { form: joining })
		expect([again.status, (await again.json()).refusal]).toEqual([410, { code: 'spent' }])
	})

	test.for<[string, Form, number, object]>([
		['no name', { name: ' ' }, 422, { result: { error: { name: ['required'] } } }],
		['a name that turns the line', { name: 'ريم\u202e' }, 422, { result: { error: { name: ['bad-text'] } } }],
		['a short password', { password: 'tiny one' }, 422, { result: { error: { password: ['too-short'] } } }],
		[
			'a common password',
			{ password: 'password1234' },
			422,
			{ result: { error: { password: ['common-password'] } } },
		],
		['a colleague’s name', { name: 'نادية' }, 409, { refusal: { code: 'look-alike' } }],
	])(
		'with %s is refused: what was typed stays, but never the password',
		async ([, given, status, says], { desk, admin }) => {
			const { invitationId } = await invite(desk, admin, {
				...{ email: 'rim@desk.example', role: 'editor', language: 'ar' },
			})
			const secret = await issueToken(desk, 'invitation', { invitationId })
			const form: Form = { ...joining, ...given }
			const response = await ask(join, `/account/invitation?token=${secret}`, { form })
			expect(response.status).toBe(status)
			const text = await response.text()
			expect(JSON.parse(text)).toMatchObject(says)
			expect(JSON.parse(text).result.initialValue).toMatchObject({ language: 'en' })
			expect(text).not.toContain(String(form['password']))
		},
	)

	test.for(['', '?token=', '?token=%00', `?token=${'a'.repeat(52)}`, '?token=x&token=y'])(
		'with the address %s finds nothing',
		async (search, { desk: _ }) => {
			expect((await ask(showInvitation, `/account/invitation${search}`)).status).toBe(410)
			expect((await ask(join, `/account/invitation${search}`, { form: joining })).status).toBe(410)
			expect((await ask(showReset, `/account/reset${search}`)).status).toBe(410)
			expect((await ask(reset, `/account/reset${search}`, { form: { password } })).status).toBe(410)
			expect(await (await ask(showSetUp, `/account/setup${search}`)).json()).toEqual({ setUp: 'closed' })
		},
	)
})

describe('setting up', () => {
	const first = { name: 'ناظم', email: 'nazim@desk.example', password, language: 'ar' }

	test('makes the first admin by the link, once', async ({ desk }) => {
		const path = `/account/setup?token=${await beginSetUp(desk)}`
		expect(await (await ask(showSetUp, path)).json()).toEqual({ setUp: 'open' })
		const weak = await ask(setUp, path, { form: { ...first, password: 'nazim@desk.example' } })
		expect([weak.status, (await weak.json()).result.initialValue]).toMatchObject([
			422,
			{ name: 'ناظم', email: 'nazim@desk.example' },
		])
		expect(whereTo(await ask(setUp, path, { form: first }))).toEqual([
			303,
			'/sign-in?arrived=set-up&email=nazim%40desk.example&lang=ar',
		])
		expect(await (await ask(showSetUp, path)).json()).toEqual({ setUp: 'done' })
		expect((await ask(setUp, path, { form: { ...first, email: 'b@desk.example' } })).status).toBe(410)
		expect(await desk.$count(users)).toBe(1)
	})
})

describe('a forgotten password', () => {
	test('is answered alike for every address', async ({ desk, amal }) => {
		const answers = []
		for (const email of [amal.email, 'nobody@desk.example']) {
			const response = await ask(askForLink, '/account/forgot?lang=en', { form: { email } })
			answers.push([...whereTo(response), await response.text(), [...response.headers.keys()]])
		}
		expect(answers[0]).toEqual(answers[1])
		expect(answers[0]?.slice(0, 2)).toEqual([303, '/account/forgot?sent=1&lang=en'])
		expect(await takeLetters(desk)).toHaveLength(2)
		expect(await (await ask(showForgot, '/account/forgot?sent=1')).json()).toEqual({ sent: true })
	})

	test('is asked for so often and no more, and says how long to wait', async ({ desk: _, amal }) => {
		const form = { email: amal.email }
		for (let asked = 0; asked < 3; asked += 1) await ask(askForLink, '/account/forgot', { form })
		const response = await ask(askForLink, '/account/forgot', { form })
		expect(response.status).toBe(429)
		expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(3000)
		expect(await response.json()).toMatchObject({
			refusal: { code: 'too-many' },
			result: { initialValue: { email: amal.email } },
		})
	})

	test.for(['', 'amal', 'amal@desk.example\0', `${'a'.repeat(300)}@desk.example`])(
		'with the address %j is not sent',
		async (email, { desk }) => {
			expect((await ask(askForLink, '/account/forgot', { form: { email } })).status).toBe(422)
			expect(await takeLetters(desk)).toEqual([])
		},
	)

	test('is replaced by the link, which ends the sessions and begins none', async ({ desk, amal }) => {
		const path = `/account/reset?token=${await issueToken(desk, 'password-reset', { userId: amal.id })}&lang=ar`
		expect(await (await ask(showReset, path)).json()).toEqual({ email: amal.email })
		const done = await ask(reset, path, { form: { password } })
		expect(whereTo(done)).toEqual([303, '/sign-in?arrived=reset&email=amal%40desk.example&lang=ar'])
		expect(done.headers.has('set-cookie')).toBe(false)
		expect(await desk.$count(sessions)).toBe(0)
		expect((await ask(reset, path, { form: { password } })).status).toBe(410)
	})
})

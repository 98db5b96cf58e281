import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, vi } from 'vitest'
import type { Db } from '#app/db.server.ts'
import type { Language } from '#app/domain/language.ts'
import { newId } from '#app/ids.server.ts'
import { countFailedJobs, takeJobs } from '#app/jobs/queue.server.ts'
import { logger } from '#app/log.server.ts'
import { composeLetter, type Composed } from '#app/mail/compose.server.ts'
import type { AccountChange, Letter } from '#app/mail/letters.ts'
import { type Mailer, openMailer } from '#app/mail/mailer.server.ts'
import { post } from '#app/mail/post.server.ts'
import { sendDueLetters } from '#app/mail/send-letters.server.ts'
import { findToken, issueToken } from '#app/services/one-time-tokens.server.ts'
import { emailChanges, invitations, users } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addPerson, noon } from '#tests/support/factories.ts'
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts'

const origin = 'https://desk.example'
const hour = 3_600_000

let server: MailServer
let mailer: Mailer

beforeEach(async () => {
	server = await startMailServer()
	mailer = openMailer({
		SMTP_URL: server.url,
		PUBLIC_ORIGIN: origin,
		MAIL_FROM: undefined,
		DATA_DIR: 'unused',
	})
})

afterEach(async () => {
	mailer.close()
	await server.stop()
	vi.restoreAllMocks()
})

/** Post a letter and have everything sent that is posted, all at noon. @returns what arrived of it */
async function deliver(db: Db, letter: Letter, now = noon) {
	const before = server.received.length
	await post(db, letter, now)
	const [outcome] = await sendDueLetters(db, mailer, { origin, early: true }, now)
	return { outcome, received: server.received.slice(before) }
}

async function deliverOne(db: Db, letter: Letter, now = noon) {
	const { received } = await deliver(db, letter, now)
	const [one, ...more] = received
	if (!one || more.length > 0) throw new Error(`${received.length} letters arrived`)
	return one
}

async function addInvitation(
	db: Db,
	given: Partial<typeof invitations.$inferInsert> & { language?: Language } = {},
): Promise<string> {
	const id = newId()
	const inviter = await addPerson(db, { role: 'admin', name: 'هدى الراشد' })
	await db.insert(invitations).values({
		id,
		email: 'guest@paper.example',
		role: 'editor',
		language: 'ar',
		invitedBy: inviter.id,
		createdAt: noon,
		expiresAt: new Date(noon.getTime() + 72 * hour),
		...given,
	})
	return id
}

async function addEmailChange(db: Db, given: Partial<typeof emailChanges.$inferInsert> = {}) {
	const person = await addPerson(db, { email: 'salma@desk.example', name: 'سلمى' })
	const changeId = newId()
	await db.insert(emailChanges).values({
		id: changeId,
		userId: person.id,
		newEmail: 'salma@paper.example',
		createdAt: noon,
		expiresAt: new Date(noon.getTime() + 24 * hour),
		...given,
	})
	return { person, changeId }
}

/** The secret in a letter's one link, which has to be of our origin and to stand in text and page alike. */
function readLink(letter: { text: string; page: string }, path: string) {
	const lines = letter.text.split('\n').filter((line) => line.includes('://'))
	expect(lines).toHaveLength(1)
	const link = new URL(lines[0] ?? '')
	expect(link.href).toBe(lines[0])
	expect(link.origin).toBe(origin)
	expect(link.pathname).toBe(path)
	const hrefs = [...letter.page.matchAll(/href="([^"]*)"/g)].map(([, href = '']) =>
		href.replaceAll('&amp;', '&'),
	)
	expect(new Set(hrefs)).toEqual(new Set([link.href]))
	return { token: link.searchParams.get('token') ?? '', end: link.searchParams.get('end') }
}

describe('an invitation', () => {
	test('goes to one recipient, in the language of the invitation, with a link that is good', async ({
		db,
	}) => {
		const invitationId = await addInvitation(db)

		const letter = await deliverOne(db, { kind: 'invitation', invitationId })

		expect(letter).toMatchObject({ from: 'tadqiq@desk.example', to: ['guest@paper.example'] })
		expect(letter.subject).toBe('دعوة إلى غرفة التحقق في تدقيق')
		expect(letter.text).toContain('وصلتك من \u2068هدى الراشد\u2069 دعوة')
		expect(letter.text).toContain('صالح لمدة 72 ساعة')
		expect(letter.page).toContain('<html lang="ar" dir="rtl">')
		const { token } = readLink(letter, '/account/invitation')
		expect(await findToken(db, 'invitation', token, noon)).toMatchObject({ invitationId, userId: null })
	})

	test('is written in English for whoever was invited in English', async ({ db }) => {
		const invitationId = await addInvitation(db, { language: 'en' })

		const letter = await deliverOne(db, { kind: 'invitation', invitationId })

		expect(letter.subject).toBe('An invitation to the desk at Tadqiq')
		expect(letter.text).toContain('Your role there: Editor.')
		expect(letter.page).toContain('<html lang="en" dir="ltr">')
	})

	test('sent again makes the link of the first letter useless', async ({ db }) => {
		const invitationId = await addInvitation(db)
		const first = readLink(await deliverOne(db, { kind: 'invitation', invitationId }), '/account/invitation')
		const second = readLink(await deliverOne(db, { kind: 'invitation', invitationId }), '/account/invitation')

		expect(await findToken(db, 'invitation', first.token, noon)).toBeNull()
		expect(await findToken(db, 'invitation', second.token, noon)).not.toBeNull()
	})

	test('that may have gone twice has two links that are good: nobody knows which one is read', async ({
		db,
	}) => {
		const letter = { kind: 'invitation' as const, invitationId: await addInvitation(db) }
		const compose = (id: string) => composeLetter(db, letter, { id, askedAt: noon, origin }, noon)
		const tokenOf = (composed: Composed | null) =>
			new URL(composed?.content.link?.href ?? '').searchParams.get('token') ?? ''

		const tries = [tokenOf(await compose('a')), tokenOf(await compose('a'))]
		for (const token of tries) expect(await findToken(db, 'invitation', token, noon)).not.toBeNull()
		await compose('b')
		for (const token of tries) expect(await findToken(db, 'invitation', token, noon)).toBeNull()
	})

	test.for([
		['revoked', { revokedAt: noon }],
		['accepted', { acceptedAt: noon }],
		['expired', { expiresAt: noon }],
	] as const)('that is %s by the time it is sent is not sent', async ([, given], { db }) => {
		const invitationId = await addInvitation(db, given)

		const { outcome, received } = await deliver(db, { kind: 'invitation', invitationId })

		expect(received).toEqual([])
		expect(outcome).toEqual({ done: { sent: false } })
	})

	test('tells how long it is still good when it was delayed', async ({ db }) => {
		const invitationId = await addInvitation(db, { language: 'en' })

		const later = new Date(noon.getTime() + 69.5 * hour)
		const letter = await deliverOne(db, { kind: 'invitation', invitationId }, later)

		expect(letter.text).toContain('good for 2 hours and')
	})

	test('shows a name that would turn the direction as it is, without what would turn it', async ({ db }) => {
		const inviter = await addPerson(db, { name: 'Ann\u202E <b>gro.live</b>' })
		const invitationId = await addInvitation(db, { language: 'en', invitedBy: inviter.id })

		const letter = await deliverOne(db, { kind: 'invitation', invitationId })

		expect(letter.text).toContain('\u2068Ann <b>gro.live</b>\u2069 invites you')
		expect(letter.page).toContain('\u2068Ann &lt;b&gt;gro.live&lt;/b&gt;\u2069 invites you')
		expect(letter.subject).not.toContain('Ann')
	})
})

describe('a password reset', () => {
	test('goes to whoever has the address, in their language', async ({ db }) => {
		const person = await addPerson(db, { language: 'en', name: 'Nadia', email: 'nadia@desk.example' })

		const letter = await deliverOne(db, { kind: 'password-reset', email: 'nadia@desk.example' })

		expect(letter.to).toEqual(['nadia@desk.example'])
		expect(letter.text).toContain('Hello \u2068Nadia\u2069,')
		expect(letter.text).toContain('good for 30 minutes')
		const { token } = readLink(letter, '/account/reset')
		expect(await findToken(db, 'password-reset', token, noon)).toMatchObject({ userId: person.id })
	})

	test('makes earlier links useless', async ({ db }) => {
		const { id, email } = await addPerson(db)
		const earlier = await issueToken(db, 'password-reset', { userId: id }, noon)

		await deliver(db, { kind: 'password-reset', email })

		expect(await findToken(db, 'password-reset', earlier, noon)).toBeNull()
	})

	test('for an address that nobody has is queued like any other, and sends nothing', async ({ db }) => {
		const { outcome, received } = await deliver(db, { kind: 'password-reset', email: 'nobody@desk.example' })

		expect(received).toEqual([])
		expect(outcome).toEqual({ done: { sent: false } })
	})

	test('for somebody disabled sends nothing', async ({ db }) => {
		const { id, email } = await addPerson(db)
		await db.update(users).set({ disabledAt: noon }).where(eq(users.id, id))

		expect((await deliver(db, { kind: 'password-reset', email })).received).toEqual([])
	})
})

describe('a change of address', () => {
	test('asks both ends, each with a link of its own', async ({ db }) => {
		const { person, changeId } = await addEmailChange(db)

		const old = await deliverOne(db, { kind: 'email-change', changeId, end: 'old' })
		const fresh = await deliverOne(db, { kind: 'email-change', changeId, end: 'new' })

		expect(old.to).toEqual(['salma@desk.example'])
		expect(old.text).toContain('\u2068salma@paper.example\u2069')
		expect(fresh.to).toEqual(['salma@paper.example'])
		const links = [readLink(old, '/account/email'), readLink(fresh, '/account/email')]
		expect(links.map(({ end }) => end)).toEqual(['old', 'new'])
		expect(await findToken(db, 'email-change-old', links[0]?.token ?? '', noon)).toMatchObject({
			userId: person.id,
			detail: { changeId },
		})
		expect(await findToken(db, 'email-change-new', links[1]?.token ?? '', noon)).not.toBeNull()
	})

	test('tells a new address, which may be a stranger’s, nothing that anybody typed', async ({ db }) => {
		const { changeId } = await addEmailChange(db)

		const { text, page } = await deliverOne(db, { kind: 'email-change', changeId, end: 'new' })

		for (const word of ['سلمى', 'salma@']) {
			expect(text).not.toContain(word)
			expect(page).not.toContain(word)
		}
	})

	test.for([
		['given up', { endedAt: noon }],
		['out of time', { expiresAt: noon }],
		['agreed to by this end', { oldConfirmedAt: noon }],
	] as const)('that is %s sends nothing', async ([, given], { db }) => {
		const { changeId } = await addEmailChange(db, given)

		expect((await deliver(db, { kind: 'email-change', changeId, end: 'old' })).received).toEqual([])
	})
})

describe('a change to an account', () => {
	const changes = {
		password: ['كلمة مرور', 'password of your account'],
		email: ['هذا البريد', 'now the address'],
		'second-factor-added': ['تطبيق المصادقة', 'now takes a code'],
		'second-factor-removed': ['لم يعد', 'no longer takes a code'],
		'passkey-added': ['أُضيف', 'passkey was added'],
		'passkey-removed': ['حُذف', 'passkey was removed'],
		'recovery-code-used': ['رموز الاسترداد', 'recovery codes'],
		role: ['دورك', 'It is now: Reviewer.'],
		disabled: ['أُوقف', 'was disabled'],
		'new-device': ['جهاز', 'from a device'],
	} satisfies Record<AccountChange, [string, string]>

	test.for(Object.entries(changes) as [AccountChange, [string, string]][])(
		'of the kind %s is told in both languages, with the time and without a secret',
		async ([what, [arabic, english]], { db }) => {
			const reader = await addPerson(db, { language: 'ar' })
			const other = await addPerson(db, { language: 'en' })

			const ar = await deliverOne(db, { kind: 'account-changed', userId: reader.id, what })
			const en = await deliverOne(db, { kind: 'account-changed', userId: other.id, what })

			expect(ar.text).toContain(arabic)
			expect(ar.text).toContain('2 مارس 2026')
			expect(en.text).toContain(english)
			expect(en.text).toContain('2 March 2026')
			for (const letter of [ar, en]) expect(letter.text).not.toContain('token')
		},
	)
})

describe('every letter', () => {
	test('says that it is automatic, and has a Message-ID of ours and the time it was asked for', async ({
		db,
	}) => {
		const { id } = await addPerson(db)

		const { headers } = await deliverOne(db, { kind: 'account-changed', userId: id, what: 'password' })

		expect(headers.get('auto-submitted')).toBe('auto-generated')
		expect(headers.get('message-id')).toMatch(/^<[0-9a-f-]{36}@desk\.example>$/)
		expect(headers.get('date')).toBe('Mon, 02 Mar 2026 12:00:00 +0000')
		expect(headers.get('from')).toBe('تدقيق <tadqiq@desk.example>')
		expect(headers.get('content-language')).toBe('ar')
	})

	test('comes from MAIL_FROM where that is set', async ({ db }) => {
		const settings = { SMTP_URL: server.url, PUBLIC_ORIGIN: origin, DATA_DIR: 'unused' }
		mailer = openMailer({ ...settings, MAIL_FROM: '"غرفة الأخبار" <desk@paper.example>' })
		const { id } = await addPerson(db)

		const letter = await deliverOne(db, { kind: 'account-changed', userId: id, what: 'password' })

		expect(letter.from).toBe('desk@paper.example')
		expect(letter.headers.get('from')).toBe('غرفة الأخبار <desk@paper.example>')
	})

	test.for([
		'a@b.test\r\nRCPT TO:<evil@x.test>',
		'a@b.test>\r\nRCPT TO:<evil@x.test',
		'a@b.test, evil@x.test',
		'evil <evil@x.test>',
		'A@b.test',
	])('to %j never reaches the mail server', async (to) => {
		const message = {
			id: 'one',
			to,
			language: 'en' as const,
			subject: 's',
			text: 't',
			page: 'p',
			date: noon,
		}

		await expect(mailer.send(message)).rejects.toThrow('addressed to something else')
		expect(server.named).toEqual([])
	})

	test('to an address in the database that is none is kept as failed and names nobody', async ({ db }) => {
		const invitationId = await addInvitation(db, { email: 'a@b.test\r\nrcpt to:<evil@x.test>' })

		const { outcome } = await deliver(db, { kind: 'invitation', invitationId })

		expect(outcome).toMatchObject({ hopeless: { name: 'NotAnAddress' } })
		expect(server.named).toEqual([])
	})
})

describe('posting', () => {
	test('in a transaction that is rolled back sends nothing', async ({ fresh: { db } }) => {
		const { id } = await addPerson(db)
		await db
			.transaction(async (tx) => {
				await post(tx, { kind: 'account-changed', userId: id, what: 'password' })
				throw new Error('Not this time.')
			})
			.catch(() => {})

		expect(await sendDueLetters(db, mailer, { origin, early: true })).toEqual([])
	})

	test('in a transaction that commits is due at once, and sent once', async ({ fresh: { db } }) => {
		const { id } = await addPerson(db)
		await db.transaction((tx) => post(tx, { kind: 'account-changed', userId: id, what: 'password' }))

		expect(await sendDueLetters(db, mailer, { origin })).toEqual([{ done: { sent: true } }])
		expect(await sendDueLetters(db, mailer, { origin, early: true })).toEqual([])
		expect(server.received).toHaveLength(1)
	})

	test('keeps no secret: what waits names only what it is about', async ({ db }) => {
		const invitationId = await addInvitation(db)
		await post(db, { kind: 'invitation', invitationId })

		const [job] = await takeJobs(db, 'letters', 10, { early: true })

		expect(job?.data).toEqual({ kind: 'invitation', invitationId })
	})
})

describe('a mail server', () => {
	test.for([
		['the sender', { at: 'from', code: 451 }],
		['the recipient', { at: 'to', code: 450 }],
		['the letter', { at: 'data', code: 452 }],
		['the sender for good, which is for us to mend', { at: 'from', code: 550 }],
	] as const)(
		'that will not take %s now gets it later, once, with a link that works',
		async ([, reply], { db }) => {
			const invitationId = await addInvitation(db)
			server.replies.push(reply)

			const { outcome, received } = await deliver(db, { kind: 'invitation', invitationId })
			expect(outcome).toMatchObject({ failed: { reply: reply.code } })
			expect(received).toEqual([])

			expect(await sendDueLetters(db, mailer, { origin, early: true }, noon)).toEqual([
				{ done: { sent: true } },
			])
			expect(server.received).toHaveLength(1)
			const { token } = readLink(server.received[0] ?? { text: '', page: '' }, '/account/invitation')
			expect(await findToken(db, 'invitation', token, noon)).not.toBeNull()
		},
	)

	test('does not get a letter again before its time', async ({ fresh: { db } }) => {
		const { id } = await addPerson(db)
		server.replies.push({ at: 'to', code: 450 })
		await post(db, { kind: 'account-changed', userId: id, what: 'password' })

		expect(await sendDueLetters(db, mailer, { origin })).toMatchObject([{ failed: { reply: 450 } }])
		expect(await sendDueLetters(db, mailer, { origin })).toEqual([])
	})

	test.for([
		{ at: 'to', code: 550 },
		{ at: 'data', code: 554 },
	] as const)(
		'that refuses a letter for good (%j) is not asked again; the letter is kept',
		async (reply, { db }) => {
			const { id } = await addPerson(db)
			const said = vi.spyOn(logger, 'error')
			server.replies.push(reply)

			const { outcome } = await deliver(db, { kind: 'account-changed', userId: id, what: 'password' })

			expect(outcome).toMatchObject({ hopeless: { reply: reply.code } })
			expect(await sendDueLetters(db, mailer, { origin, early: true }, noon)).toEqual([])
			expect(await countFailedJobs(db, 'letters')).toBe(1)
			expect(said).toHaveBeenCalledWith(
				expect.objectContaining({ tries: 1 }),
				'a job has failed for good and is kept',
			)
		},
	)

	test('elsewhere that offers no encryption gets neither the password nor the letter', async ({ db }) => {
		const elsewhere = server.url.replace('127.0.0.1', 'desk:secret@[::ffff:127.0.0.1]')
		mailer = openMailer({
			SMTP_URL: elsewhere,
			PUBLIC_ORIGIN: origin,
			MAIL_FROM: undefined,
			DATA_DIR: 'unused',
		})
		const { id } = await addPerson(db)

		const { outcome } = await deliver(db, { kind: 'account-changed', userId: id, what: 'password' })

		expect(outcome).toMatchObject({ failed: { code: 'ETLS' } })
		expect(server.named).toEqual([])
	})

	test('that is away for a while loses nothing and doubles nothing', async ({ fresh: { db } }) => {
		const people = await Promise.all(Array.from({ length: 5 }, () => addPerson(db)))
		await server.stop()
		for (const { id } of people) await post(db, { kind: 'account-changed', userId: id, what: 'password' })
		for (let tries = 0; tries < 3; tries += 1) {
			const outcomes = await sendDueLetters(db, mailer, { origin, early: true })
			expect(outcomes).toHaveLength(5)
			for (const outcome of outcomes) expect(outcome).toMatchObject({ failed: { command: 'CONN' } })
		}

		server = await startMailServer({ port: server.port })
		await sendDueLetters(db, mailer, { origin, early: true })
		await sendDueLetters(db, mailer, { origin, early: true })

		expect(server.received.flatMap(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort())
	})

	test('that stays away for more than a day is given up on; the letter is kept', async ({ db }) => {
		const { id } = await addPerson(db)
		await server.stop()
		await post(db, { kind: 'account-changed', userId: id, what: 'password' }, noon)
		const after = (hours: number) => new Date(noon.getTime() + hours * hour)

		await sendDueLetters(db, mailer, { origin, early: true }, after(29))
		expect(await countFailedJobs(db, 'letters')).toBe(0)
		await sendDueLetters(db, mailer, { origin, early: true }, after(30))
		expect(await countFailedJobs(db, 'letters')).toBe(1)
	})
})

test('no address, name or secret of a letter is written to the log', async ({ db }) => {
	const lines: string[] = []
	for (const level of ['info', 'warn', 'error'] as const) {
		vi.spyOn(logger, level).mockImplementation((...said: unknown[]) => void lines.push(JSON.stringify(said)))
	}
	const invitationId = await addInvitation(db, { email: 'canary@paper.example' })
	await addPerson(db, { email: 'canary@desk.example', name: 'Canary' })

	server.replies.push({ at: 'to', code: 450 }, { at: 'data', code: 550 })
	await deliver(db, { kind: 'invitation', invitationId })
	await sendDueLetters(db, mailer, { origin, early: true }, noon)
	const reset = await deliverOne(db, { kind: 'password-reset', email: 'canary@desk.example' })
	await deliver(db, { kind: 'password-reset', email: 'canary@nowhere.example' })
	await db.transaction((tx) => tx.execute('alter table users rename to moved'))
	await deliver(db, { kind: 'password-reset', email: 'canary@desk.example' })

	const { token } = readLink(reset, '/account/reset')
	expect(lines).toHaveLength(4)
	expect(lines.join('\n')).not.toMatch(/canary|@(?:paper|desk)\.example|someone/i)
	expect(lines.join('\n')).not.toContain(token)
})

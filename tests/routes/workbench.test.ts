import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { action, loader } from '#app/routes/desk.claims.$claimId.tsx'
import { action as save } from '#app/routes/desk.claims.$claimId_.draft.tsx'
import { action as edit, loader as editing } from '#app/routes/desk.claims.$claimId_.edit.tsx'
import { takeClaim } from '#app/services/review.server.ts'
import { claimEvents, claims, evidence } from '#drizzle/schema.ts'
import { settleCopies } from '#tests/support/copies.ts'
import { test as base } from '#tests/support/database.ts'
import {
	addClaim,
	addEvidence,
	addPerson,
	openSession,
	proposeFor,
	verdictInput,
} from '#tests/support/factories.ts'

/** Somebody who is signed in. */
type Visitor = Actor & { cookie: string }

const test = base.extend<{ desk: Db; huda: Visitor; claimId: string }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 2 })
		await use(db)
		await close()
	},
	huda: async ({ desk }, use) => use(await signInAs(desk, { id: 'huda', name: 'هدى' })),
	claimId: async ({ desk }, use) => use((await addClaim(desk)).id),
})

async function signInAs(db: Db, given: Partial<Actor>): Promise<Visitor> {
	const person = await addPerson(db, given)
	return { ...person, cookie: await openSession(db, person) }
}

type Handler = (args: ActionFunctionArgs) => Promise<unknown>

/** What a route of a claim answers to this person, or to nobody; thrown answers are answers too. */
async function ask(
	handler: Handler,
	claimId: string,
	visitor: Visitor | null,
	form?: Record<string, string> | string,
): Promise<Response> {
	const headers: Record<string, string> = { cookie: visitor?.cookie ?? '' }
	if (typeof form === 'string') headers['content-type'] = 'multipart/form-data; boundary=none'
	const request = new Request(`http://localhost:3000/desk/claims/${claimId}`, {
		headers,
		...(form !== undefined && {
			method: 'POST',
			body: typeof form === 'string' ? form : new URLSearchParams(form),
		}),
	})
	const context: AppLoadContext = { nonce: 'n', requestId: 'r', address: '127.0.0.1' }
	const answer: unknown = await handler({ request, params: { claimId }, context }).catch(
		(error: unknown) => error,
	)
	if (!(answer instanceof Response)) throw answer
	return answer
}

const addPiece = {
	intent: 'add_evidence',
	submission: 'evidence-form-1',
	url: 'https://statistics.example/1',
	stance: 'refutes',
	kind: 'primary',
	passage: 'بلغت الحصة 27.4 في المئة.',
}
const propose = {
	intent: 'propose',
	revision: '0',
	rating: 'mostly_false',
	summaryAr: 'الحصة أقل من ذلك.',
	rationaleAr: 'تذكر الدائرة حصة أخرى [1].',
	asOf: '2026-03-01',
}

describe('the page', () => {
	test('asks whoever is out to sign in', async ({ desk: _, claimId }) => {
		const response = await ask(loader, claimId, null)
		expect([response.status, response.headers.get('location')]).toEqual([
			302,
			`/sign-in?next=${encodeURIComponent(`/desk/claims/${claimId}`)}`,
		])
	})

	test('is not there for a claim that does not exist', async ({ huda }) => {
		for (const handler of [loader, editing]) expect((await ask(handler, 'none', huda)).status).toBe(404)
	})

	test('offers the steps that are open to the person who looks', async ({ desk, huda, claimId }) => {
		const stepsFor = async (visitor: Visitor) =>
			(await (await ask(loader, claimId, visitor)).json()).workbench.steps
		expect(await stepsFor(huda)).toEqual(['take'])
		const editor = await signInAs(desk, { role: 'editor' })
		expect(await stepsFor(editor)).toEqual(['take', 'assign', 'drop'])
		await takeClaim(desk, huda, claimId)
		expect(await stepsFor(huda)).toEqual(['propose', 'drop'])
	})

	test('tells nobody’s address or password', async ({ huda, claimId }) => {
		const text = await (await ask(loader, claimId, huda)).text()
		expect(text).not.toMatch(/passwordHash|password_hash|@desk\.example/)
	})
})

describe('a form that is accepted leads back to the page, which says what was done', () => {
	test('from taking a claim to its verdict', async ({ desk, huda, claimId }) => {
		const samir = await signInAs(desk, { id: 'samir', name: 'سمير' })
		const done = async (visitor: Visitor, form: Record<string, string>) => {
			const response = await ask(action, claimId, visitor, form)
			expect([form['intent'], response.status, response.headers.get('location')]).toEqual([
				form['intent'],
				303,
				`/desk/claims/${claimId}?done=${form['intent']}`,
			])
		}
		await done(huda, { intent: 'take' })
		await done(huda, addPiece)
		await done(huda, {
			...addPiece,
			submission: 'evidence-form-2',
			url: '',
			publisher: 'الأرشيف',
			kind: 'secondary',
		})
		await done(huda, { ...propose, intent: 'save_draft' })
		await done(huda, { ...propose, revision: '1' })
		const waiting = async () => (await (await ask(loader, claimId, samir)).json()).workbench.waiting.id
		const back = { reason: 'wording', comment: 'أوضح.' }
		await done(samir, { intent: 'request_changes', proposalId: await waiting(), ...back })
		await done(huda, { ...propose, revision: '1' })
		await done(samir, { intent: 'grant_exception', rule: 'percentage_base', reasonAr: 'لا يذكره المقال.' })
		await done(samir, { intent: 'record_contact', noteAr: 'سألناه ولم يجب.' })
		await settleCopies(desk)
		await done(samir, { intent: 'approve', proposalId: await waiting() })
		const [claim] = await desk.select().from(claims).where(eq(claims.id, claimId))
		expect(claim).toMatchObject({ status: 'published', rating: 'mostly_false' })
	})

	test('sent twice it is done once', async ({ desk, huda, claimId }) => {
		const both = await Promise.all([1, 2].map(() => ask(action, claimId, huda, addPiece)))
		expect(both.map(({ status }) => status)).toEqual([303, 303])
		expect(await desk.$count(evidence)).toBe(1)
	})
})

describe('a form that is refused comes back with everything that was typed', () => {
	test.for<[string, Record<string, string>, number, string, Record<string, string>]>([
		[
			'evidence of nothing',
			{ intent: 'add_evidence', submission: 'evidence-form-3', passage: 'حرفيًا' },
			422,
			'invalid',
			{ stance: 'bad-choice', kind: 'bad-choice', url: 'no-source' },
		],
		[
			'an address that leads nowhere',
			{ ...addPiece, url: 'javascript:alert(1)' },
			422,
			'invalid',
			{ url: 'bad-url' },
		],
		[
			'a day that does not exist',
			{ ...addPiece, publishedOn: '2026-02-30' },
			422,
			'invalid',
			{ publishedOn: 'bad-date' },
		],
		['NUL in a passage', { ...addPiece, passage: 'نص\u0000' }, 422, 'invalid', { passage: 'bad-text' }],
		['a turned direction', { ...addPiece, labelAr: 'نص \u202e' }, 422, 'invalid', { labelAr: 'bad-text' }],
		['an unknown stance', { ...addPiece, stance: 'proves' }, 422, 'invalid', { stance: 'bad-choice' }],
		[
			'a passage without end',
			{ ...addPiece, passage: 'نص '.repeat(2000) },
			422,
			'invalid',
			{ passage: 'too-long' },
		],
		['dropping for no reason', { intent: 'drop' }, 422, 'invalid', { reason: 'no-reason' }],
		['assigning as a reviewer', { intent: 'assign', assigneeId: 'huda' }, 403, 'forbidden', {}],
		['approving where nothing waits', { intent: 'approve', proposalId: 'any' }, 409, 'wrong-step', {}],
		[
			'an exception to an unknown rule',
			{ intent: 'grant_exception', rule: 'luck', reasonAr: 'سبب' },
			422,
			'invalid',
			{ rule: 'bad-choice' },
		],
		[
			'an exception without a reason',
			{ intent: 'grant_exception', rule: 'primary_source', reasonAr: ' ' },
			422,
			'invalid',
			{ reason: 'no-reason' },
		],
		[
			'a proposal that lacks everything',
			{ intent: 'propose', revision: '0', rationaleEn: 'Only in English.' },
			422,
			'invalid',
			{
				rating: 'no-rating',
				asOf: 'no-as-of',
				summaryAr: 'no-summary',
				rationaleAr: 'no-rationale',
				evidence: 'no-evidence',
			},
		],
		[
			'a draft from no revision',
			{ ...propose, intent: 'save_draft', revision: 'x' },
			422,
			'invalid',
			{ revision: 'bad-choice' },
		],
		[
			'an unknown rating',
			{ ...propose, intent: 'save_draft', rating: 'half_true' },
			422,
			'invalid',
			{ rating: 'no-rating' },
		],
		['a text from an old revision', { ...propose, intent: 'save_draft', revision: '7' }, 409, 'stale', {}],
	])('%s', async ([, form, status, code, errors], { desk, huda, claimId }) => {
		await takeClaim(desk, huda, claimId)
		const before = await desk.$count(claimEvents)
		const response = await ask(action, claimId, huda, form)
		expect(response.status).toBe(status)
		const answer = await response.json()
		expect(answer).toMatchObject({ intent: form['intent'], code, errors })
		expect(answer.typed).toEqual(form)
		expect(await desk.$count(claimEvents)).toBe(before)
	})

	test('the proposer may not decide', async ({ desk, huda, claimId }) => {
		const { proposalId } = await proposeFor(desk, { id: claimId }, { by: huda })
		const response = await ask(action, claimId, huda, { intent: 'approve', proposalId })
		expect([response.status, (await response.json()).code]).toEqual([403, 'same-person'])
	})

	test('whoever approves without what the gate asks is told so', async ({ desk, huda, claimId }) => {
		const samir = await signInAs(desk, {})
		await takeClaim(desk, huda, claimId)
		await addEvidence(desk, { id: claimId })
		await ask(action, claimId, huda, propose)
		const { workbench } = await (await ask(loader, claimId, samir)).json()
		const response = await ask(action, claimId, samir, {
			intent: 'approve',
			proposalId: workbench.waiting.id,
		})
		expect([response.status, (await response.json()).code]).toEqual([409, 'gate'])
	})

	test('whoever’s session has ended keeps the text', async ({ desk: _, claimId }) => {
		const response = await ask(action, claimId, null, propose)
		expect(response.status).toBe(401)
		expect(await response.json()).toMatchObject({ code: 'signed-out', typed: propose })
	})
})

describe('what no page of ours sends', () => {
	test.for<[string, Record<string, string> | string, number]>([
		['an unknown step', { intent: 'publish_now' }, 422],
		['no step', {}, 422],
		['a form that ends too early', '--none\r\nContent-Disposition: form-data; name="intent"', 400],
		['a list of millions', { ...addPiece, 'passage[9999999]': 'x' }, 400],
	])('%s', async ([, form, status], { huda, claimId }) => {
		expect((await ask(action, claimId, huda, form)).status).toBe(status)
	})

	test('a claim that does not exist', async ({ huda }) => {
		for (const form of [{ intent: 'take' }, addPiece, propose, { ...propose, intent: 'save_draft' }]) {
			expect((await ask(action, 'none', huda, form)).status).toBe(404)
		}
	})
})

describe('a verdict that saves itself', () => {
	const draft = { ...propose, intent: '' }

	test('answers with the revision to go on from', async ({ desk, huda, claimId }) => {
		await takeClaim(desk, huda, claimId)
		const first = await ask(save, claimId, huda, draft)
		expect([first.status, await first.json()]).toEqual([
			200,
			{
				saved: true,
				revision: 1,
				at: expect.stringMatching(/^\d{4}-.*Z$/),
				twins: { stale: null, gaps: [] },
			},
		])
		const second = await ask(save, claimId, huda, { ...draft, revision: '1', summaryAr: 'أدق.' })
		expect(await second.json()).toMatchObject({ saved: true, revision: 2 })
	})

	test('is given the other text when somebody was quicker', async ({ desk, huda, claimId }) => {
		await takeClaim(desk, huda, claimId)
		const editor = await signInAs(desk, { role: 'editor', name: 'المحرّرة' })
		await ask(save, claimId, editor, draft)
		const response = await ask(save, claimId, huda, { ...draft, summaryAr: 'نص آخر.' })
		expect([response.status, await response.json()]).toMatchObject([
			409,
			{
				saved: false,
				code: 'stale',
				stored: { summary: { ar: propose.summaryAr }, revision: 1, updatedBy: 'المحرّرة' },
			},
		])
	})

	test('says what is wrong', async ({ desk, huda, claimId }) => {
		const answerTo = async (visitor: Visitor | null, form: Record<string, string>) => {
			const response = await ask(save, claimId, visitor, form)
			const { code, errors } = await response.json()
			return [response.status, code, errors]
		}
		expect(await answerTo(huda, draft)).toEqual([409, 'wrong-step', {}])
		await takeClaim(desk, huda, claimId)
		expect(await answerTo(null, draft)).toEqual([401, 'signed-out', {}])
		expect(await answerTo(await signInAs(desk, {}), draft)).toEqual([403, 'forbidden', {}])
		expect(await answerTo(huda, { ...draft, asOf: 'غدًا' })).toEqual([422, 'invalid', { asOf: 'bad-date' }])
		expect(await answerTo(huda, { ...draft, rating: 'half_true' })).toEqual([
			422,
			'invalid',
			{ rating: 'no-rating' },
		])
		expect((await ask(save, 'none', huda, draft)).status).toBe(404)
	})
})

describe('rewording a claim', () => {
	const wording = {
		statementAr: 'صياغة أدق',
		type: 'statistic',
		'countries[0]': 'HN',
		revision: '1',
	}

	test('leads back to it', async ({ desk, huda, claimId }) => {
		const response = await ask(edit, claimId, huda, wording)
		expect([response.status, response.headers.get('location')]).toEqual([
			303,
			`/desk/claims/${claimId}?done=edit_claim`,
		])
		const [claim] = await desk.select().from(claims).where(eq(claims.id, claimId))
		expect(claim).toMatchObject({ statementAr: 'صياغة أدق', revision: 2 })
	})

	test('from an old text is refused, and the page has the saved one beside what was typed', async ({
		huda,
		claimId,
	}) => {
		await ask(edit, claimId, huda, wording)
		const late = await ask(edit, claimId, huda, { ...wording, statementAr: 'صياغة أخرى' })
		expect(late.status).toBe(409)
		const { refusal, result } = await late.json()
		expect([refusal, result.initialValue.statementAr]).toEqual(['stale', 'صياغة أخرى'])
		expect((await (await ask(editing, claimId, huda)).json()).claim).toMatchObject({
			statement: { ar: 'صياغة أدق' },
			revision: 2,
		})
	})

	test.for<[string, Record<string, string>, string]>([
		['no wording', { statementAr: ' ' }, 'statementAr'],
		['an unknown country', { 'countries[0]': 'QQ' }, 'countries'],
		['an unknown type', { type: 'rumour' }, 'type'],
	])('%s is refused', async ([, change, field], { huda, claimId }) => {
		const response = await ask(edit, claimId, huda, { ...wording, ...change })
		expect(response.status).toBe(422)
		expect(Object.keys((await response.json()).result.error)).toEqual([field])
	})

	test('is over once a verdict is proposed', async ({ desk, huda, claimId }) => {
		await proposeFor(desk, { id: claimId }, verdictInput)
		const response = await ask(edit, claimId, huda, wording)
		expect([response.status, (await response.json()).refusal]).toEqual([409, 'wrong-step'])
	})
})

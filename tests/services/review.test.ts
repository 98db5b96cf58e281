import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Step } from '#app/domain/workflow.ts'
import { grantException, recordContact } from '#app/services/gate.server.ts'
import { saveDraft } from '#app/services/drafts.server.ts'
import {
	approveVerdict,
	assignClaim,
	dropClaim,
	proposeVerdict,
	reopenClaim,
	requestChanges,
	takeClaim,
} from '#app/services/review.server.ts'
import { findWorkbench } from '#app/services/workbench.server.ts'
import { claimEvents, claims, drafts, gateExceptions, proposals, users, verdicts } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import {
	addClaim,
	addEvidence,
	addPerson,
	noon,
	proposeFor,
	publishClaim,
	verdictInput,
} from '#tests/support/factories.ts'
import { findRollUpFaults } from '#tests/support/roll-up.ts'

const reason = { ar: 'لم يصل رد حتى اليوم.', en: null }
const correction = {
	kind: 'correction',
	severity: 'major',
	what: { ar: 'غُيّر التصنيف.', en: null },
	why: { ar: 'ظهر كشف رسمي.', en: null },
} as const

/** What happened to a claim so far, in order. */
async function stepsOf(db: Db, claimId: string) {
	const rows = await db
		.select()
		.from(claimEvents)
		.where(eq(claimEvents.claimId, claimId))
		.orderBy(claimEvents.id)
	return rows.map(({ kind, actorId, fromStatus, toStatus }) => [kind, actorId, fromStatus, toStatus])
}

async function rowOf(db: Db, claimId: string) {
	const [claim] = await db.select().from(claims).where(eq(claims.id, claimId))
	if (!claim) throw new Error(`No claim ${claimId}`)
	return claim
}

/** Everything that a refused request might have changed. */
async function trace(db: Db, claimId: string) {
	return {
		claim: await rowOf(db, claimId),
		events: await db.$count(claimEvents),
		proposals: await db.select().from(proposals).where(eq(proposals.claimId, claimId)),
		drafts: await db.select().from(drafts).where(eq(drafts.claimId, claimId)),
		exceptions: await db.$count(gateExceptions),
		verdicts: await db.$count(verdicts),
		faults: await findRollUpFaults(db),
	}
}

describe('from a new claim to a corrected verdict', () => {
	test('every step is in the history, and the roll-up is right after each', async ({ db }) => {
		const huda = await addPerson(db, { id: 'huda' })
		const samir = await addPerson(db, { id: 'samir' })
		const claim = await addClaim(db, { by: huda, countries: ['HN', 'US'] })
		const claimId = claim.id
		const sound = async () => expect(await findRollUpFaults(db)).toEqual([])

		await takeClaim(db, huda, claimId, noon)
		await sound()
		await addEvidence(db, claim, { by: huda })
		await addEvidence(db, claim, { by: huda, kind: 'secondary', stance: 'supports' })
		const draft = { ...verdictInput, summary: { ar: 'خلاصة أولى.', en: null } }
		expect(await saveDraft(db, huda, { claimId, revision: 0, draft }, noon)).toMatchObject({ revision: 1 })

		const first = await proposeVerdict(db, huda, { claimId, revision: 1, draft, correction: null }, noon)
		await sound()
		const back = { reason: 'rating_disputed', comment: 'التصنيف أشد مما تقوله الأدلة.' } as const
		await requestChanges(db, samir, { claimId, proposalId: first.proposalId, ...back }, noon)
		await sound()
		const second = await proposeVerdict(
			db,
			huda,
			{ claimId, revision: 1, draft: { ...draft, rating: 'missing_context' }, correction: null },
			noon,
		)
		const approval = { claimId, proposalId: second.proposalId }
		await expect(approveVerdict(db, samir, approval, noon)).rejects.toMatchObject({
			code: 'gate',
			detail: {
				gate: expect.arrayContaining([
					{ rule: 'percentage_base', outcome: 'failed', reason: null },
					{ rule: 'claimant_contacted', outcome: 'failed', reason: null },
					{ rule: 'primary_source', outcome: 'passed', reason: null },
				]),
			},
		})
		await grantException(db, samir, { claimId, rule: 'percentage_base', reason }, noon)
		await recordContact(db, huda, { claimId, note: { ar: 'سألناه بالبريد ولم يجب.', en: null } }, noon)
		expect(await approveVerdict(db, samir, approval, noon)).toEqual({ slug: claim.slug, version: 1 })
		await sound()
		expect(await rowOf(db, claimId)).toMatchObject({ status: 'published', rating: 'missing_context' })

		const third = await proposeVerdict(
			db,
			samir,
			{ claimId, draft: { ...draft, rating: 'false' }, correction },
			noon,
		)
		expect(await rowOf(db, claimId)).toMatchObject({ status: 'published', rating: 'missing_context' })
		await sound()
		expect(await approveVerdict(db, huda, { claimId, proposalId: third.proposalId }, noon)).toEqual({
			slug: claim.slug,
			version: 2,
		})
		await sound()
		expect(await rowOf(db, claimId)).toMatchObject({ status: 'published', rating: 'false' })

		expect(await stepsOf(db, claimId)).toEqual([
			['create', 'huda', null, 'new'],
			['take', 'huda', 'new', 'in_research'],
			['add_evidence', 'huda', null, null],
			['add_evidence', 'huda', null, null],
			['propose', 'huda', 'in_research', 'in_review'],
			['request_changes', 'samir', 'in_review', 'in_research'],
			['propose', 'huda', 'in_research', 'in_review'],
			['grant_exception', 'samir', null, null],
			['record_contact', 'huda', null, null],
			['approve', 'samir', 'in_review', 'published'],
			['propose_correction', 'samir', 'published', 'published'],
			['correct', 'huda', 'published', 'published'],
		])
	})
})

describe('a step that is not open', () => {
	/** A claim at some point of the way, and people: whoever has it in hand, a colleague, an editor. */
	type Scene = { claimId: string; proposalId: string; assignee: Actor; colleague: Actor; editor: Actor }
	const at = {
		new: async () => '',
		in_research: async (db: Db, claimId: string, by: Actor) => (await takeClaim(db, by, claimId), ''),
		in_review: async (db: Db, claimId: string, by: Actor) =>
			(await proposeFor(db, { id: claimId }, { by })).proposalId,
		published: async (db: Db, claimId: string, by: Actor) => (
			await publishClaim(db, { id: claimId }, { by }),
			''
		),
		dropped: async (db: Db, claimId: string, by: Actor) => {
			await takeClaim(db, by, claimId)
			await dropClaim(db, by, { claimId, reason: 'opinion' })
			return ''
		},
	}
	const propose = (db: Db, by: Actor, { claimId }: Scene) =>
		proposeVerdict(db, by, { claimId, draft: verdictInput, correction: null })
	const send = (db: Db, by: Actor, { claimId, proposalId }: Scene) =>
		requestChanges(db, by, { claimId, proposalId, reason: 'wording', comment: 'الصياغة' })
	const drop = (db: Db, by: Actor, { claimId }: Scene) => dropClaim(db, by, { claimId, reason: 'duplicate' })
	const save = (db: Db, by: Actor, { claimId }: Scene) =>
		saveDraft(db, by, { claimId, revision: 0, draft: verdictInput })

	test.for<[string, keyof typeof at, string, (db: Db, scene: Scene) => Promise<unknown>]>([
		[
			'taking a claim somebody has',
			'in_research',
			'wrong-step',
			(db, s) => takeClaim(db, s.colleague, s.claimId),
		],
		['taking a dropped claim', 'dropped', 'wrong-step', (db, s) => takeClaim(db, s.colleague, s.claimId)],
		[
			'assigning as a reviewer',
			'new',
			'forbidden',
			(db, s) => assignClaim(db, s.colleague, { claimId: s.claimId, assigneeId: s.colleague.id }),
		],
		[
			'assigning to nobody',
			'new',
			'invalid',
			(db, s) => assignClaim(db, s.editor, { claimId: s.claimId, assigneeId: 'nobody' }),
		],
		[
			'assigning what is in review',
			'in_review',
			'wrong-step',
			(db, s) => assignClaim(db, s.editor, { claimId: s.claimId, assigneeId: s.colleague.id }),
		],
		['proposing for a claim nobody took', 'new', 'wrong-step', (db, s) => propose(db, s.assignee, s)],
		['proposing for a colleague', 'in_research', 'forbidden', (db, s) => propose(db, s.colleague, s)],
		['an editor proposing for somebody', 'in_research', 'forbidden', (db, s) => propose(db, s.editor, s)],
		['proposing twice', 'in_review', 'wrong-step', (db, s) => propose(db, s.assignee, s)],
		[
			'the proposer approving',
			'in_review',
			'same-person',
			(db, s) => approveVerdict(db, s.assignee, { claimId: s.claimId, proposalId: s.proposalId }),
		],
		['the proposer sending it back', 'in_review', 'same-person', (db, s) => send(db, s.assignee, s)],
		[
			'approving what was not read',
			'in_review',
			'stale',
			(db, s) => approveVerdict(db, s.colleague, { claimId: s.claimId, proposalId: 'another' }),
		],
		[
			'sending back what was not read',
			'in_review',
			'stale',
			(db, s) => send(db, s.colleague, { ...s, proposalId: 'another' }),
		],
		[
			'approving where nothing waits',
			'in_research',
			'wrong-step',
			(db, s) => approveVerdict(db, s.colleague, { claimId: s.claimId, proposalId: 'any' }),
		],
		[
			'approving a published verdict again',
			'published',
			'wrong-step',
			(db, s) => approveVerdict(db, s.colleague, { claimId: s.claimId, proposalId: 'any' }),
		],
		['dropping as a bystander', 'in_research', 'forbidden', (db, s) => drop(db, s.colleague, s)],
		['dropping what is in review', 'in_review', 'wrong-step', (db, s) => drop(db, s.editor, s)],
		['dropping a published verdict', 'published', 'wrong-step', (db, s) => drop(db, s.editor, s)],
		['reopening as a reviewer', 'published', 'forbidden', (db, s) => reopenClaim(db, s.assignee, s.claimId)],
		['reopening what is open', 'in_research', 'wrong-step', (db, s) => reopenClaim(db, s.editor, s.claimId)],
		['writing for a colleague', 'in_research', 'forbidden', (db, s) => save(db, s.colleague, s)],
		['writing before anybody took it', 'new', 'wrong-step', (db, s) => save(db, s.assignee, s)],
		['writing while it is judged', 'in_review', 'wrong-step', (db, s) => save(db, s.assignee, s)],
		[
			'an exception for a new claim',
			'new',
			'wrong-step',
			(db, s) => grantException(db, s.editor, { claimId: s.claimId, rule: 'primary_source', reason }),
		],
		[
			'an exception to the second person',
			'in_review',
			'forbidden',
			(db, s) => grantException(db, s.editor, { claimId: s.claimId, rule: 'second_person', reason }),
		],
		[
			'an exception without a reason',
			'in_review',
			'invalid',
			(db, s) =>
				grantException(db, s.editor, {
					claimId: s.claimId,
					rule: 'primary_source',
					reason: { ar: ' ', en: null },
				}),
		],
		[
			'a contact without a note',
			'in_research',
			'invalid',
			(db, s) => recordContact(db, s.assignee, { claimId: s.claimId, note: { ar: null, en: '' } }),
		],
		[
			'a contact for a dropped claim',
			'dropped',
			'wrong-step',
			(db, s) => recordContact(db, s.assignee, { claimId: s.claimId, note: reason }),
		],
	])('%s (%s): %s, and no trace is left', async ([, status, code, act], { db }) => {
		const assignee = await addPerson(db)
		const { id: claimId } = await addClaim(db)
		const proposalId = await at[status](db, claimId, assignee)
		const colleague = await addPerson(db)
		const scene = {
			claimId,
			proposalId,
			assignee,
			colleague,
			editor: await addPerson(db, { role: 'editor' }),
		}
		const before = await trace(db, claimId)
		await expect(act(db, scene)).rejects.toMatchObject({ code })
		expect(await trace(db, claimId)).toEqual(before)
		expect(before.faults).toEqual([])
	})

	test('is not found for a claim that does not exist', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		const scene = { claimId: 'none', proposalId: 'none', assignee: editor, colleague: editor, editor }
		for (const act of [propose, send, drop, save]) {
			await expect(act(db, editor, scene)).rejects.toMatchObject({ code: 'not-found' })
		}
		await expect(takeClaim(db, editor, 'none')).rejects.toMatchObject({ code: 'not-found' })
	})

	test('nobody is assigned whose account is disabled', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		const gone = await addPerson(db)
		await db.update(users).set({ disabledAt: noon }).where(eq(users.id, gone.id))
		const claim = await addClaim(db)
		await expect(assignClaim(db, editor, { claimId: claim.id, assigneeId: gone.id })).rejects.toMatchObject({
			code: 'invalid',
			detail: { field: 'assignee' },
		})
	})
})

describe('reopening', () => {
	test('keeps the public verdict, and the editor takes what nobody has', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		const claim = await addClaim(db)
		await publishClaim(db, claim)
		await db.update(claims).set({ assigneeId: null }).where(eq(claims.id, claim.id))
		await reopenClaim(db, editor, claim.id)
		expect(await rowOf(db, claim.id)).toMatchObject({
			status: 'in_research',
			rating: 'mostly_false',
			assigneeId: editor.id,
		})
		expect(await findRollUpFaults(db)).toEqual([])
	})

	test('is not open, and not offered, while a correction waits', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		const claim = await addClaim(db)
		const { proposer } = await publishClaim(db, claim)
		expect((await findWorkbench(db, editor, claim.id))?.steps).toContain('reopen')
		await proposeVerdict(db, proposer, { claimId: claim.id, draft: verdictInput, correction })
		expect((await findWorkbench(db, editor, claim.id))?.steps).toEqual(['decline_correction', 'correct'])
		await expect(reopenClaim(db, editor, claim.id)).rejects.toMatchObject({ code: 'wrong-step' })
	})
})

describe('the steps the desk offers are the ones the services take', () => {
	const acts: Partial<
		Record<Step, (db: Db, actor: Actor, claimId: string, proposalId: string) => Promise<unknown>>
	> = {
		take: (db, actor, claimId) => takeClaim(db, actor, claimId),
		assign: (db, actor, claimId) => assignClaim(db, actor, { claimId, assigneeId: actor.id }),
		drop: (db, actor, claimId) => dropClaim(db, actor, { claimId, reason: 'opinion' }),
		reopen: (db, actor, claimId) => reopenClaim(db, actor, claimId),
		approve: (db, actor, claimId, proposalId) => approveVerdict(db, actor, { claimId, proposalId }),
		request_changes: (db, actor, claimId, proposalId) =>
			requestChanges(db, actor, { claimId, proposalId, reason: 'other', comment: '؟' }),
	}

	test.for(['new', 'in_research', 'in_review', 'published'] as const)('%s', async (status, { db }) => {
		const assignee = await addPerson(db)
		const editor = await addPerson(db, { role: 'editor' })
		const bystander = await addPerson(db)
		const { id: claimId } = await addClaim(db)
		let proposalId = ''
		if (status === 'in_research') await takeClaim(db, assignee, claimId)
		if (status === 'in_review') ({ proposalId } = await proposeFor(db, { id: claimId }, { by: assignee }))
		if (status === 'published') await publishClaim(db, { id: claimId }, { by: assignee })

		for (const actor of [assignee, editor, bystander]) {
			const offered = (await findWorkbench(db, actor, claimId))?.steps ?? []
			for (const step of Object.keys(acts) as Step[]) {
				const undo = new Error('Undone.')
				const taken = await db
					.transaction(async (tx) => {
						await acts[step]?.(tx, actor, claimId, proposalId)
						throw undo
					})
					.catch((error: unknown) => error === undo)
				expect([actor.role, step, taken]).toEqual([actor.role, step, offered.includes(step)])
			}
		}
	})
})

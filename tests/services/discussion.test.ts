import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import {
	listThreads,
	openThread,
	reply,
	resolveThread,
	rewordComment,
} from '#app/services/discussion.server.ts'
import { countUnread, listNotifications, markRead } from '#app/services/notifications.server.ts'
import { claimEvents, comments, commentTexts, notifications, users } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addClaim, addEvidence, addPerson, noon } from '#tests/support/factories.ts'

const later = new Date('2026-03-02T13:00:00Z')

async function addDesk(db: Db) {
	const salma = await addPerson(db, { id: 'salma', name: 'سلمى الخطيب' })
	const omar = await addPerson(db, { id: 'omar', name: 'عمر', role: 'editor' })
	const omarS = await addPerson(db, { id: 'omar-s', name: 'عمر السيد' })
	const claim = await addClaim(db, { by: salma })
	return { salma, omar, omarS, claim }
}

const about = { about: 'claim' as const }

async function begin(db: Db, by: Actor, claimId: string, text: string, mentions: string[] = []) {
	return openThread(
		db,
		by,
		{ claimId, subject: about, submission: `open-${text.length}-thread`, text, mentions },
		noon,
	)
}

async function kindsOf(db: Db, userId: string): Promise<string[]> {
	const { rows } = await listNotifications(db, userId, null)
	return rows.map(({ kind }) => kind).reverse()
}

describe('a thread', () => {
	test('is about the claim, its evidence or a part of its verdict, and keeps its words', async ({ db }) => {
		const { salma, claim } = await addDesk(db)
		await addEvidence(db, claim, { by: salma })
		for (const [index, subject] of [
			about,
			{ about: 'evidence' as const, number: 1 },
			{ about: 'verdict' as const, part: 'rationale' as const },
		].entries()) {
			const input = { claimId: claim.id, subject, submission: `thread-${index}-key`, mentions: [] }
			await openThread(db, salma, { ...input, text: `نص ${index}` }, noon)
		}
		const threads = await listThreads(db, claim.id)
		expect(threads.map(({ subject }) => subject)).toEqual(
			expect.arrayContaining([
				about,
				{ about: 'evidence', number: 1 },
				{ about: 'verdict', part: 'rationale' },
			]),
		)
		expect(threads.flatMap(({ comments }) => comments.map(({ text }) => text)).sort()).toEqual([
			'نص 0',
			'نص 1',
			'نص 2',
		])
	})

	test('cannot be about evidence that the claim does not have, or say nothing', async ({ db }) => {
		const { salma, claim } = await addDesk(db)
		const input = { claimId: claim.id, submission: 'thread-of-nothing', mentions: [] }
		const subject = { about: 'evidence' as const, number: 7 }
		await expect(openThread(db, salma, { ...input, subject, text: 'لماذا؟' })).rejects.toMatchObject({
			code: 'invalid',
		})
		await expect(openThread(db, salma, { ...input, subject: about, text: ' \n' })).rejects.toMatchObject({
			code: 'invalid',
		})
		expect(await listThreads(db, claim.id)).toEqual([])
	})

	test('sent twice is there once, and tells people once', async ({ db }) => {
		const { salma, omar, claim } = await addDesk(db)
		const first = await begin(db, salma, claim.id, 'انظر يا @عمر')
		expect(await begin(db, salma, claim.id, 'انظر يا @عمر')).toBe(first)
		expect(await listThreads(db, claim.id)).toHaveLength(1)
		expect(await countUnread(db, omar.id)).toBe(1)
	})

	test('of another claim is not answered through this one', async ({ db }) => {
		const { salma, claim } = await addDesk(db)
		const threadId = await begin(db, salma, claim.id, 'سؤال')
		const other = await addClaim(db, { by: salma })
		const answer = { claimId: other.id, threadId, submission: 'reply-elsewhere', text: 'ردّ', mentions: [] }
		await expect(reply(db, salma, answer)).rejects.toMatchObject({ code: 'not-found' })
		await expect(
			resolveThread(db, salma, { claimId: other.id, threadId, resolved: true }),
		).rejects.toMatchObject({ code: 'not-found' })
	})
})

describe('people are told', () => {
	test('who is named, by the longest name that fits, and who is chosen; never whoever writes', async ({
		db,
	}) => {
		const { salma, omar, omarS, claim } = await addDesk(db)
		await begin(db, salma, claim.id, 'يا @عمر السيد، راجع الرقم. وأنا @سلمى الخطيب أتابع.', [salma.id])
		expect(await kindsOf(db, omarS.id)).toEqual(['mentioned'])
		expect(await kindsOf(db, omar.id)).toEqual([])
		expect(await kindsOf(db, salma.id)).toEqual([])
	})

	test('of an answer all who spoke before, and those it names as named and not twice', async ({ db }) => {
		const { salma, omar, omarS, claim } = await addDesk(db)
		const threadId = await begin(db, salma, claim.id, 'سؤال')
		const say = (by: Actor, text: string, key: string) =>
			reply(db, by, { claimId: claim.id, threadId, submission: key, text, mentions: [] }, later)
		await say(omar, 'أظن أنه صحيح.', 'reply-of-omar')
		await say(omarS, 'اسألوا @سلمى الخطيب', 'reply-of-omar-s')
		expect(await kindsOf(db, salma.id)).toEqual(expect.arrayContaining(['replied', 'mentioned']))
		expect(await countUnread(db, salma.id)).toBe(2)
		expect(await kindsOf(db, omar.id)).toEqual(['replied'])
		expect(await kindsOf(db, omarS.id)).toEqual([])
	})

	test('nobody who cannot sign in', async ({ db }) => {
		const { salma, omar, claim } = await addDesk(db)
		await db.update(users).set({ disabledAt: noon }).where(eq(users.id, omar.id))
		await begin(db, salma, claim.id, 'انظر', [omar.id])
		expect(await countUnread(db, omar.id)).toBe(0)
	})

	test('what they answered is read, and only they read their own', async ({ db }) => {
		const { salma, omar, omarS, claim } = await addDesk(db)
		const threadId = await begin(db, salma, claim.id, 'انظر', [omar.id, omarS.id])
		const input = { claimId: claim.id, threadId, submission: 'reply-of-omar', text: 'نعم.', mentions: [] }
		await reply(db, omar, input, later)
		expect(await countUnread(db, omar.id)).toBe(0)
		const [theirs] = (await listNotifications(db, omarS.id, null)).rows
		await markRead(db, omar, theirs?.id ?? '')
		expect(await countUnread(db, omarS.id)).toBe(2)
	})
})

describe('a comment', () => {
	test('is reworded and taken back by its author alone; the words before stay stored', async ({ db }) => {
		const { salma, omar, omarS, claim } = await addDesk(db)
		await begin(db, salma, claim.id, 'يا @عمر السيد')
		const [comment] = await db.select().from(comments)
		const input = { claimId: claim.id, commentId: comment?.id ?? '' }
		await expect(rewordComment(db, omar, { ...input, text: 'غيره' })).rejects.toMatchObject({
			code: 'forbidden',
		})
		await rewordComment(db, salma, { ...input, text: 'يا @عمر السيد ويا @عمر' }, later)
		expect(await countUnread(db, omarS.id)).toBe(1)
		expect(await countUnread(db, omar.id)).toBe(1)
		await rewordComment(db, salma, { ...input, text: null }, later)
		await expect(rewordComment(db, salma, { ...input, text: 'عاد' })).rejects.toMatchObject({
			code: 'wrong-step',
		})
		const [thread] = await listThreads(db, claim.id)
		expect(thread?.comments[0]?.text).toBeNull()
		expect(await db.$count(commentTexts)).toBe(3)
	})

	test('is never changed or deleted in the database', async ({ db }) => {
		const { salma, claim } = await addDesk(db)
		await begin(db, salma, claim.id, 'نص')
		for (const table of [comments, commentTexts]) {
			await expect(db.transaction((tx) => tx.delete(table))).rejects.toMatchObject({
				cause: { message: expect.stringContaining('only grows') as string },
			})
		}
	})
})

describe('settling', () => {
	test('by two at once is done once and written down once', async ({ fresh }) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 4 })
		try {
			const { salma, omar, claim } = await addDesk(db)
			const threadId = await begin(db, salma, claim.id, 'سؤال')
			const input = { claimId: claim.id, threadId, resolved: true }
			await Promise.all([resolveThread(db, salma, input), resolveThread(db, omar, input)])
			const events = await db.select().from(claimEvents).where(eq(claimEvents.kind, 'resolve_thread'))
			expect(events).toHaveLength(1)
			expect((await listThreads(db, claim.id))[0]?.resolved).not.toBeNull()
		} finally {
			await close()
		}
	})

	test('is undone by an answer', async ({ db }) => {
		const { salma, omar, claim } = await addDesk(db)
		const threadId = await begin(db, salma, claim.id, 'سؤال')
		await resolveThread(db, omar, { claimId: claim.id, threadId, resolved: true }, later)
		const input = { claimId: claim.id, threadId, submission: 'reply-again', text: 'لا.', mentions: [] }
		await reply(db, salma, input, later)
		expect((await listThreads(db, claim.id))[0]?.resolved).toBeNull()
		const kinds = (await db.select().from(claimEvents)).map(({ kind }) => kind)
		expect(kinds).toEqual(expect.arrayContaining(['open_thread', 'resolve_thread', 'reopen_thread']))
		expect(await db.$count(notifications)).toBe(0)
	})
})

import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '#app/db.server.ts'
import { type DeskThread, longestComment, type Subject, writeSubject } from '#app/domain/discussion.ts'
import { findMentions } from '#app/domain/mentions.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { commentMentions, comments, commentTexts, evidence, threads, users } from '#drizzle/schema.ts'
import { lockClaim, recordEvent } from './claim-history.server.ts'
import { markThreadRead, notify } from './notifications.server.ts'
import { listColleagues } from './people.server.ts'
import { once } from './submissions.server.ts'

/** What a person writes: its words, and whom it calls besides those it names. */
export type CommentInput = {
	/** The key of the form's showing. */
	submission: string
	text: string
	/** Ids of people chosen beside the text. */
	mentions: string[]
}

/**
 * Begin a thread with its first comment. Anybody of the desk may, whatever the claim's status.
 * @returns the thread's id, the same for a form that is sent twice
 * @throws Refusal `not-found`; `invalid` for no words, or evidence that the claim does not have
 */
export async function openThread(
	db: Db,
	actor: Actor,
	input: CommentInput & { claimId: string; subject: Subject },
	now = new Date(),
): Promise<string> {
	return db.transaction(async (tx) => {
		const claim = await lockClaim(tx, input.claimId)
		await requireEvidence(tx, claim.id, input.subject)
		const { id } = await once(tx, actor, input.submission, now, async () => {
			const id = newId()
			const { subject } = input
			await tx.insert(threads).values({
				id,
				claimId: claim.id,
				about: subject.about,
				evidenceNumber: subject.about === 'evidence' ? subject.number : null,
				part: subject.about === 'verdict' ? subject.part : null,
				openedBy: actor.id,
				openedAt: now,
			})
			const detail = { threadId: id, subject: writeSubject(subject) }
			await recordEvent(tx, actor, { claimId: claim.id, kind: 'open_thread', detail }, now)
			await say(tx, actor, { id, claimId: claim.id }, input, now)
			return id
		})
		return id
	})
}

/**
 * Answer in a thread. An answer to one that is settled opens it again: what was settled is in question.
 * @returns the comment's id, the same for a form that is sent twice
 * @throws Refusal `not-found`; `invalid` for no words
 */
export async function reply(
	db: Db,
	actor: Actor,
	input: CommentInput & { claimId: string; threadId: string },
	now = new Date(),
): Promise<string> {
	return db.transaction(async (tx) => {
		const thread = await lockThread(tx, input)
		const { id } = await once(tx, actor, input.submission, now, async () => {
			if (thread.resolvedAt) await setResolved(tx, actor, thread, false, now)
			await markThreadRead(tx, actor, thread.id, now)
			return say(tx, actor, thread, input, now)
		})
		return id
	})
}

/**
 * Reword one's own comment, or take it back with `null`. The words before stay stored. Who is called for the first time
 * by the new words is told.
 * @throws Refusal `forbidden` for another's comment; `not-found`; `wrong-step` for one that was taken back
 */
export async function rewordComment(
	db: Db,
	actor: Actor,
	input: { claimId: string; commentId: string; text: string | null },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const [found] = await tx
			.select({ comment: comments, thread: threads })
			.from(comments)
			.innerJoin(threads, eq(threads.id, comments.threadId))
			.where(and(eq(comments.id, input.commentId), eq(threads.claimId, input.claimId)))
			.for('update', { of: threads })
		if (!found) throw new Refusal('not-found', `No comment ${input.commentId}`)
		const { comment, thread } = found
		if (comment.authorId !== actor.id) throw new Refusal('forbidden', 'Somebody else wrote it')
		const [latest] = await tx
			.select()
			.from(commentTexts)
			.where(eq(commentTexts.commentId, comment.id))
			.orderBy(desc(commentTexts.number))
			.limit(1)
		if (latest?.text == null) throw new Refusal('wrong-step', 'It was taken back')
		if (latest.text === input.text) return
		if (input.text !== null) requireWords(input.text)
		await tx
			.insert(commentTexts)
			.values({ commentId: comment.id, number: latest.number + 1, text: input.text, at: now })
		if (input.text !== null) await callPeople(tx, actor, thread, comment.id, input.text, [], now)
	})
}

/**
 * Settle a thread, or open it again. Anybody of the desk may. Asked twice, or by two at once, it is done once.
 * @throws Refusal `not-found`
 */
export async function resolveThread(
	db: Db,
	actor: Actor,
	input: { claimId: string; threadId: string; resolved: boolean },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const thread = await lockThread(tx, input)
		if ((thread.resolvedAt !== null) === input.resolved) return
		await setResolved(tx, actor, thread, input.resolved, now)
	})
}

type ThreadRow = typeof threads.$inferSelect

async function setResolved(
	tx: Db,
	actor: Actor,
	thread: ThreadRow,
	resolved: boolean,
	now: Date,
): Promise<void> {
	await tx
		.update(threads)
		.set(resolved ? { resolvedBy: actor.id, resolvedAt: now } : { resolvedBy: null, resolvedAt: null })
		.where(eq(threads.id, thread.id))
	const kind = resolved ? 'resolve_thread' : 'reopen_thread'
	const detail = { threadId: thread.id, subject: writeSubject(subjectOf(thread)) }
	await recordEvent(tx, actor, { claimId: thread.claimId, kind, detail }, now)
}

async function lockThread(tx: Db, { claimId, threadId }: { claimId: string; threadId: string }) {
	const [thread] = await tx
		.select()
		.from(threads)
		.where(and(eq(threads.id, threadId), eq(threads.claimId, claimId)))
		.for('update')
	if (!thread) throw new Refusal('not-found', `No thread ${threadId}`)
	return thread
}

async function requireEvidence(tx: Db, claimId: string, subject: Subject): Promise<void> {
	if (subject.about !== 'evidence') return
	const there = and(
		eq(evidence.claimId, claimId),
		eq(evidence.number, subject.number),
		isNull(evidence.removedAt),
	)
	if ((await tx.$count(evidence, there)) === 0) {
		throw new Refusal('invalid', 'No such evidence', { field: 'subject' })
	}
}

function requireWords(text: string): void {
	if (text.trim() === '' || text.length > longestComment) {
		throw new Refusal('invalid', 'No comment', { field: 'comment' })
	}
}

/** Write a comment, tell those it calls, and the others of the thread that there is an answer. */
async function say(
	tx: Db,
	actor: Actor,
	thread: Pick<ThreadRow, 'id' | 'claimId'>,
	{ text, mentions }: CommentInput,
	now: Date,
): Promise<string> {
	requireWords(text)
	// Who spoke in the thread or was called into it is in it.
	const present = await tx
		.select({ id: comments.authorId })
		.from(comments)
		.where(eq(comments.threadId, thread.id))
		.union(
			tx
				.select({ id: commentMentions.userId })
				.from(commentMentions)
				.innerJoin(comments, eq(comments.id, commentMentions.commentId))
				.where(eq(comments.threadId, thread.id)),
		)
	const id = newId()
	await tx.insert(comments).values({ id, threadId: thread.id, authorId: actor.id, at: now })
	await tx.insert(commentTexts).values({ commentId: id, number: 1, text, at: now })
	const called = await callPeople(tx, actor, thread, id, text, mentions, now)
	const to = present.map((person) => person.id).filter((person) => !called.includes(person))
	const about = { actorId: actor.id, claimId: thread.claimId, detail: { threadId: thread.id } }
	await notify(tx, { ...about, kind: 'replied', occasion: id, to }, now)
	return id
}

/** Note whom a comment calls and tell them. @returns whom it calls */
async function callPeople(
	tx: Db,
	actor: Actor,
	thread: Pick<ThreadRow, 'id' | 'claimId'>,
	commentId: string,
	text: string,
	chosen: readonly string[],
	now: Date,
): Promise<string[]> {
	const colleagues = await listColleagues(tx)
	const here = new Set(colleagues.map(({ id }) => id))
	const called = [...new Set([...chosen.filter((id) => here.has(id)), ...findMentions(text, colleagues)])]
	if (called.length === 0) return []
	await tx
		.insert(commentMentions)
		.values(called.map((userId) => ({ commentId, userId })))
		.onConflictDoNothing()
	const about = { actorId: actor.id, claimId: thread.claimId, detail: { threadId: thread.id } }
	await notify(tx, { ...about, kind: 'mentioned', occasion: commentId, to: called }, now)
	return called
}

function subjectOf({ about, evidenceNumber, part }: ThreadRow): Subject {
	if (about === 'evidence' && evidenceNumber !== null) return { about, number: evidenceNumber }
	if (about === 'verdict' && part !== null) return { about, part }
	return { about: 'claim' }
}

const resolvers = alias(users, 'resolvers')

/** The threads of a claim, those that are open first, then the oldest first; in three statements, or one where there are none. */
export async function listThreads(db: Db, claimId: string): Promise<DeskThread[]> {
	const found = await db
		.select({ thread: threads, resolvedBy: resolvers.name })
		.from(threads)
		.leftJoin(resolvers, eq(resolvers.id, threads.resolvedBy))
		.where(eq(threads.claimId, claimId))
		.orderBy(sql`${threads.resolvedAt} is not null`, asc(threads.openedAt), asc(threads.id))
	if (found.length === 0) return []
	const [said, called] = await Promise.all([
		db
			.select({
				id: comments.id,
				threadId: comments.threadId,
				at: comments.at,
				author: { id: users.id, name: users.name },
				text: commentTexts.text,
				number: commentTexts.number,
				rewordedAt: commentTexts.at,
			})
			.from(comments)
			.innerJoin(threads, eq(threads.id, comments.threadId))
			.innerJoin(users, eq(users.id, comments.authorId))
			.innerJoin(commentTexts, eq(commentTexts.commentId, comments.id))
			.where(
				and(
					eq(threads.claimId, claimId),
					sql`${commentTexts.number} = (select max(t.number) from comment_texts t where t.comment_id = ${comments.id})`,
				),
			)
			.orderBy(asc(comments.at), asc(comments.id)),
		db
			.select({ commentId: commentMentions.commentId, id: users.id, name: users.name })
			.from(commentMentions)
			.innerJoin(comments, eq(comments.id, commentMentions.commentId))
			.innerJoin(threads, eq(threads.id, comments.threadId))
			.innerJoin(users, eq(users.id, commentMentions.userId))
			.where(eq(threads.claimId, claimId))
			.orderBy(asc(users.name)),
	])
	return found.map(({ thread, resolvedBy }) => ({
		id: thread.id,
		subject: subjectOf(thread),
		openedAt: thread.openedAt.toISOString(),
		resolved: thread.resolvedAt && { by: resolvedBy ?? '', at: thread.resolvedAt.toISOString() },
		comments: said
			.filter(({ threadId }) => threadId === thread.id)
			.map(({ id, author, at, text, number, rewordedAt }) => ({
				id,
				author,
				at: at.toISOString(),
				text,
				editedAt: number > 1 ? rewordedAt.toISOString() : null,
				mentions: called
					.filter(({ commentId }) => commentId === id)
					.map((person) => ({ id: person.id, name: person.name })),
			})),
	}))
}

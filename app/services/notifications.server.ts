import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import {
	defaultWays,
	type DeskNotification,
	type NotificationKind,
	notificationKinds,
	notificationPath,
	type NotificationWay,
} from '#app/domain/notification.ts'
import type { Actor } from '#app/domain/people.ts'
import { newId } from '#app/ids.server.ts'
import { post } from '#app/mail/post.server.ts'
import { claims, notificationChoices, notifications, users } from '#drizzle/schema.ts'
import { after, type Cursor, newestFirst, pageOf } from './keyset.server.ts'
import { systemId } from './people.server.ts'

/** Something that people are to be told. */
export type News = {
	kind: NotificationKind
	/** What it tells of; nobody is told twice of the same occasion of a kind. */
	occasion: string
	/** Whom, by id; `everybody` of the desk. */
	to: readonly (string | null)[] | 'everybody'
	/** Who did it: never told themselves. Nobody for what time brings. */
	actorId: string | null
	/** Somebody else whom it does not concern. */
	except?: string
	claimId: string | null
	detail?: { threadId?: string; dueOn?: string }
}

/**
 * Tell people, in the transaction of what they are told: on the desk, and by mail as each has chosen. People who cannot sign
 * in, whoever did it, and those who chose to hear nothing of the kind are left out.
 * @returns how many were told now
 */
export async function notify(tx: Db, news: News, now: Date): Promise<number> {
	const { kind, occasion, actorId, claimId, detail = {} } = news
	const named = news.to === 'everybody' ? null : [...new Set(news.to.filter((id) => id !== null))]
	if (named?.length === 0) return 0
	const people = await tx
		.select({ id: users.id, way: notificationChoices.way })
		.from(users)
		.leftJoin(
			notificationChoices,
			and(eq(notificationChoices.userId, users.id), eq(notificationChoices.kind, kind)),
		)
		.where(
			and(
				isNull(users.disabledAt),
				ne(users.id, systemId),
				actorId === null ? undefined : ne(users.id, actorId),
				news.except === undefined ? undefined : ne(users.id, news.except),
				named ? inArray(users.id, named) : undefined,
			),
		)
	const rows = people.flatMap(({ id, way: chosen }) => {
		const way = chosen ?? defaultWays[kind]
		if (way === 'nothing') return []
		const mail = way === 'desk' ? null : way
		return [{ id: newId(), userId: id, kind, occasion, actorId, claimId, detail, at: now, mail }]
	})
	if (rows.length === 0) return 0
	const told = await tx
		.insert(notifications)
		.values(rows)
		.onConflictDoNothing()
		.returning({ id: notifications.id, mail: notifications.mail })
	for (const { id, mail } of told) {
		if (mail === 'mail') await post(tx, { kind: 'notification', notificationId: id }, now)
	}
	return told.length
}

/** What was asked of several people has been done by one: it no longer waits for the others. */
export async function settleNotifications(
	tx: Db,
	kind: NotificationKind,
	occasion: string,
	now: Date,
): Promise<void> {
	await tx
		.update(notifications)
		.set({ readAt: now })
		.where(
			and(eq(notifications.kind, kind), eq(notifications.occasion, occasion), isNull(notifications.readAt)),
		)
}

/** What a person was told, the newest first. */
export async function listNotifications(db: Db, userId: string, cursor: Cursor | null, size = 30) {
	const rows = await db
		.select({
			notification: notifications,
			actor: users.name,
			claim: { id: claims.id, ar: claims.statementAr, en: claims.statementEn },
		})
		.from(notifications)
		.leftJoin(users, eq(users.id, notifications.actorId))
		.leftJoin(claims, eq(claims.id, notifications.claimId))
		.where(and(eq(notifications.userId, userId), after(cursor, notifications.at, notifications.id)))
		.orderBy(...newestFirst(notifications.at, notifications.id))
		.limit(size + 1)
	const page = pageOf(rows, size, ({ notification }) => ({ at: notification.at, id: notification.id }))
	return { next: page.next, rows: page.rows.map(describe) }
}

function describe({
	notification,
	actor,
	claim,
}: {
	notification: typeof notifications.$inferSelect
	actor: string | null
	claim: { id: string; ar: string | null; en: string | null } | null
}): DeskNotification {
	const { id, kind, claimId, detail, at, readAt } = notification
	return {
		id,
		kind,
		actor,
		claim: claim && { id: claim.id, statement: { ar: claim.ar, en: claim.en } },
		dueOn: detail.dueOn ?? null,
		path: notificationPath(kind, claimId, detail.threadId ?? null),
		at: at.toISOString(),
		isRead: readAt !== null,
	}
}

/** How much a person has not read yet; past a hundred nobody counts. */
export async function countUnread(db: Db, userId: string): Promise<number> {
	const unread = db
		.select({ id: notifications.id })
		.from(notifications)
		.where(and(eq(notifications.userId, userId), isNull(notifications.readAt)))
		.limit(100)
		.as('unread')
	return db.$count(unread)
}

/**
 * A person has seen what they were told.
 * @param id one of theirs; all of them without it. One that is not theirs is left as it is
 * @returns where it leads, if it is one of theirs
 */
export async function markRead(
	db: Db,
	actor: Actor,
	id: string | null,
	now = new Date(),
): Promise<string | null> {
	const own = and(
		eq(notifications.userId, actor.id),
		id === null ? undefined : eq(notifications.id, id),
		isNull(notifications.readAt),
	)
	await db.update(notifications).set({ readAt: now }).where(own)
	if (id === null) return null
	const [found] = await db
		.select()
		.from(notifications)
		.where(and(eq(notifications.id, id), eq(notifications.userId, actor.id)))
	return found ? notificationPath(found.kind, found.claimId, found.detail.threadId ?? null) : null
}

/** Whoever answers in a thread has seen what they were told of it. */
export async function markThreadRead(tx: Db, actor: Actor, threadId: string, now: Date): Promise<void> {
	await tx
		.update(notifications)
		.set({ readAt: now })
		.where(
			and(
				eq(notifications.userId, actor.id),
				isNull(notifications.readAt),
				sql`${notifications.detail}->>'threadId' = ${threadId}`,
			),
		)
}

/** How a person is told of each kind. */
export async function readWays(db: Db, userId: string): Promise<Record<NotificationKind, NotificationWay>> {
	const rows = await db
		.select({ kind: notificationChoices.kind, way: notificationChoices.way })
		.from(notificationChoices)
		.where(eq(notificationChoices.userId, userId))
	return { ...defaultWays, ...Object.fromEntries(rows.map(({ kind, way }) => [kind, way])) }
}

/** A person chooses how they are told of each kind; for their own account only. */
export async function saveWays(
	db: Db,
	actor: Actor,
	ways: Record<NotificationKind, NotificationWay>,
	now = new Date(),
): Promise<void> {
	await db
		.insert(notificationChoices)
		.values(notificationKinds.map((kind) => ({ userId: actor.id, kind, way: ways[kind], chosenAt: now })))
		.onConflictDoUpdate({
			target: [notificationChoices.userId, notificationChoices.kind],
			set: { way: sql`excluded.way`, chosenAt: now },
		})
}

/** What is still to be told in a letter: `null` for what was read, or whose reader is gone. */
export async function findUnreadNews(db: Db, notificationId: string) {
	const rows = await newsFor(db, and(eq(notifications.id, notificationId), isNull(notifications.readAt)))
	return rows[0] ?? null
}

/** What a digest took up at that moment and was not read since, the newest first, at most 50. */
export async function listDigestNews(db: Db, userId: string, digestedAt: Date) {
	return newsFor(
		db,
		and(
			eq(notifications.userId, userId),
			eq(notifications.digestedAt, digestedAt),
			isNull(notifications.readAt),
		),
	)
}

async function newsFor(db: Db, which: ReturnType<typeof and>) {
	const rows = await db
		.select({
			notification: notifications,
			reader: sql<{ email: string; name: string; language: Actor['language'] }>`(
				select json_build_object('email', r.email, 'name', r.name, 'language', r.language)
				from users r where r.id = ${notifications.userId} and r.disabled_at is null)`,
			actor: users.name,
			claim: { id: claims.id, ar: claims.statementAr, en: claims.statementEn },
		})
		.from(notifications)
		.leftJoin(users, eq(users.id, notifications.actorId))
		.leftJoin(claims, eq(claims.id, notifications.claimId))
		.where(which)
		.orderBy(desc(notifications.at), desc(notifications.id))
		.limit(50)
	return rows
		.filter(({ reader }) => reader !== null)
		.map(({ reader, ...row }) => ({ reader, news: describe(row) }))
}

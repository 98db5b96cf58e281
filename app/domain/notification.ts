import type { Bilingual } from './language.ts'

/** What a person is told of. */
export const notificationKinds = [
	'mentioned',
	'replied',
	'assigned',
	'review_waits',
	'changes_requested',
	'published',
	'due_soon',
	'overdue',
	'task_opened',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** How a person wants to be told: on the desk in any case but the last, and by mail besides. */
export const notificationWays = ['desk', 'mail', 'digest', 'nothing'] as const
export type NotificationWay = (typeof notificationWays)[number]

/**
 * What holds until a person decides: mail at once for what was said to them or put in their hands, a line of the daily
 * digest for what has time until tomorrow, the desk alone for what everybody there is told.
 */
export const defaultWays: Record<NotificationKind, NotificationWay> = {
	mentioned: 'mail',
	replied: 'digest',
	assigned: 'mail',
	review_waits: 'desk',
	changes_requested: 'mail',
	published: 'desk',
	due_soon: 'digest',
	overdue: 'digest',
	task_opened: 'digest',
}

/** Where a page about it is: what a notification leads to. */
export type DeskNotification = {
	id: string
	kind: NotificationKind
	/** Who did it; nobody for what time brought. */
	actor: string | null
	claim: { id: string; statement: Bilingual } | null
	/** The day it is due, for those of time: `YYYY-MM-DD`. */
	dueOn: string | null
	/** The path on the desk. */
	path: string
	/** ISO 8601. */
	at: string
	isRead: boolean
}

/** The path on the desk that a notification leads to. */
export function notificationPath(
	kind: NotificationKind,
	claimId: string | null,
	threadId: string | null,
): string {
	if (kind === 'task_opened' || claimId === null) return '/desk/tasks'
	const claim = `/desk/claims/${claimId}`
	if (threadId !== null) return `${claim}#thread-${threadId}`
	return kind === 'review_waits' ? `${claim}#decision` : claim
}

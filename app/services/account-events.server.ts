import type { Db } from '#app/db.server.ts'
import type { AccountEventKind } from '#app/domain/account.ts'
import { logger } from '#app/log.server.ts'
import { accountEvents } from '#drizzle/schema.ts'

export type AccountEvent = {
	/** Who did it; `null` for a stranger or the process itself. */
	actorId: string | null
	/** Whose account it concerns. */
	subjectId: string | null
	kind: AccountEventKind
	/** Roles, counts, names of settings; never a mail address, a name or a secret. */
	detail?: Record<string, unknown>
}

/** Write down what happened to an account, in the transaction of the change, and say it in the security log. */
export async function recordAccountEvent(
	tx: Db,
	{ actorId, subjectId, kind, detail = {} }: AccountEvent,
	now = new Date(),
): Promise<void> {
	await tx.insert(accountEvents).values({ actorId, subjectId, kind, detail, at: now })
	logger.info({ security: kind, actorId, subjectId, detail }, 'security event')
}

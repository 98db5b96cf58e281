import { AsyncLocalStorage } from 'node:async_hooks'
import { type DestinationStream, type Logger, pino } from 'pino'
import { env } from './env.server.ts'
import { redact, scrubLine } from './log-redaction.ts'

declare global {
	// The server and the built application are two module graphs in one process; they answer one request.
	var tadqiqRequest: AsyncLocalStorage<{ requestId: string }> | undefined
}

/** The request that is being answered. Whatever is logged meanwhile carries its id. */
export const currentRequest = (globalThis.tadqiqRequest ??= new AsyncLocalStorage())

/** One line of JSON an event, in UTC, with the request's id. Secrets and personal data are cut out of every line. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
	return pino(
		{
			level,
			timestamp: pino.stdTimeFunctions.isoTime,
			mixin: () => ({ ...currentRequest.getStore() }),
			formatters: { log: (facts) => redact(facts) as Record<string, unknown> },
			// `redact` has described it already; the library's own description would repeat the words of its causes.
			serializers: { err: (described: unknown) => described },
			hooks: { streamWrite: scrubLine },
		},
		destination ?? pino.destination(1),
	)
}

export const logger = createLogger(env().LOG_LEVEL)

/** What is worth an alarm. What happened to accounts is said by `recordAccountEvent`, under the same key. */
export type SecurityEvent =
	'sign-in-failed' | 'proof-failed' | 'limit-reached' | 'throttled' | 'refused' | 'forbidden'

/** Write a line that `security` marks, for a filter to watch: ids and reasons, never who in clear. */
export function securityEvent(security: SecurityEvent, facts: Record<string, unknown>): void {
	logger.warn({ security, ...facts }, 'security event')
}

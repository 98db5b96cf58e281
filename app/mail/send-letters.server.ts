import type { Db } from '#app/db.server.ts'
import type { Env } from '#app/env.server.ts'
import { describeFailure } from '#app/jobs/failure.ts'
import { type Job, takeJobs } from '#app/jobs/queue.server.ts'
import { doJob, type Outcome, startWorker, type Work } from '#app/jobs/worker.server.ts'
import { logger } from '#app/log.server.ts'
import { composeLetter } from './compose.server.ts'
import { layOutPage, layOutText } from './layout.tsx'
import type { Letter } from './letters.ts'
import { type Mailer, NotAnAddress, openMailer } from './mailer.server.ts'

type Settings = Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_ORIGIN' | 'DATA_DIR'>

/** Send letters as they are posted, until stopped. */
export function startSendingLetters(db: Db, settings: Settings): { stop: () => Promise<void> } {
	const mailer = openMailer(settings)
	if (mailer.goesTo === 'files') {
		logger.warn('SMTP_URL is not set: letters are written to the folder outbox in DATA_DIR')
	}
	const worker = startWorker(db, 'letters', sendingBy(db, mailer, settings.PUBLIC_ORIGIN))
	return {
		async stop() {
			await worker.stop()
			mailer.close()
		},
	}
}

/**
 * Send what is due now, one after another, and come back. With `early`, what is to be tried again later is tried
 * now, and so is what was posted in the very transaction.
 * @returns what came of each
 */
export async function sendDueLetters(
	db: Db,
	mailer: Mailer,
	{ origin, early = false }: { origin: string; early?: boolean },
	now?: Date,
): Promise<Outcome[]> {
	const clock = () => now ?? new Date()
	const work = sendingBy(db, mailer, origin, clock)
	const circumstances = { signal: new AbortController().signal, clock }
	const jobs: Job[] = []
	for (let taken; (taken = await takeJobs(db, 'letters', 50, { early })).length > 0;) jobs.push(...taken)
	const outcomes: Outcome[] = []
	for (const job of jobs) {
		const outcome = await doJob(db, 'letters', job, work, circumstances)
		if (outcome) outcomes.push(outcome)
	}
	return outcomes
}

function sendingBy(db: Db, mailer: Mailer, origin: string, clock = () => new Date()): Work {
	return async (job, signal) => {
		const letter = job.data as Letter
		const { id, askedAt } = job
		const composed = await composeLetter(db, letter, { id, askedAt, origin }, clock())
		if (!composed) return { done: { sent: false } }
		const { to, language, content } = composed
		signal.throwIfAborted()
		try {
			await mailer.send(
				{
					id,
					to,
					language,
					subject: content.subject,
					text: layOutText(content, language),
					page: layOutPage(content, language),
					date: askedAt,
				},
				signal,
			)
		} catch (error) {
			if (signal.aborted || !isHopeless(error)) throw error
			return { hopeless: describeFailure(error) }
		}
		logger.info({ job: id, letter: letter.kind, to: mailer.goesTo }, 'letter sent')
		return { done: { sent: true } }
	}
}

/** Whether the mail server will refuse this letter however often it is sent: the recipient, or what is in it (5yz). */
function isHopeless(error: unknown): boolean {
	if (error instanceof NotAnAddress) return true
	const { reply = 0, command = '' } = describeFailure(error)
	return reply >= 500 && (command === 'RCPT TO' || command === 'DATA')
}

import type { Db } from '#app/db.server.ts'
import { type Clock, startClock } from '#app/jobs/clock.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { tellWhatIsDue } from '#app/services/due.server.ts'
import { keepHouse } from '#app/services/housekeeping.server.ts'
import { askForDueChecks } from '#app/services/source-checks.server.ts'
import { checkingSources } from './check-sources.server.ts'
import { fetchForCopy, fetchingCopies } from './fetch-copies.server.ts'

const minute = 60_000

/** What is done again and again, by whichever process comes first. */
const clocks: Clock[] = [
	{ name: 'source-checks', every: 10 * minute, ask: askForDueChecks },
	{ name: 'due-dates', every: 15 * minute, ask: tellWhatIsDue },
	{ name: 'housekeeping', every: 6 * 60 * minute, ask: keepHouse },
]

/** Fetch copies and look at sources again as it is asked for, until stopped. */
export function startKeepingCopies(db: Db): { stop: () => Promise<void> } {
	const started = [
		startWorker(db, 'copies', fetchingCopies(db, fetchForCopy)),
		startWorker(db, 'source-checks', checkingSources(db, fetchForCopy)),
		startClock(db, clocks),
	]
	return {
		async stop() {
			await Promise.all(started.map(({ stop }) => stop()))
		},
	}
}

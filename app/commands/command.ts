import { CannotStart } from '#app/cannot-start.ts'
import { env } from '#app/env.server.ts'
import { startDatabase } from '#app/start-database.server.ts'
import { bringUpToDate } from '#app/up-to-date.server.ts'

/**
 * Do a command's work on a database that is there and up to date (`db` stands for it), and let go of the database
 * again whatever happens. What keeps a command from starting is said in a sentence. The exit code is 0 when the work says so.
 */
export async function runCommand(work: () => Promise<boolean>): Promise<void> {
	try {
		const started = await startDatabase(env(), (line) => console.error(line))
		try {
			await bringUpToDate(started)
			process.exitCode = (await work()) ? 0 : 1
		} finally {
			await started.stop()
		}
	} catch (error) {
		if (!(error instanceof CannotStart)) throw error
		console.error(error.message)
		process.exitCode = 1
	}
}

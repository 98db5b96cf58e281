import type { Db } from '#app/db.server.ts'
import { addJob } from '#app/jobs/queue.server.ts'
import type { Letter } from './letters.ts'

/**
 * Have a letter written and sent, if the transaction it is asked for in commits; tried again until it has gone. This
 * takes the same time whoever the letter is for, and whether there is anybody to write to.
 */
export async function post(tx: Db, letter: Letter, now = new Date()): Promise<void> {
	await addJob(tx, 'letters', letter, now)
}

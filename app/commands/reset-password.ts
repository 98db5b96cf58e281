import { db } from '#app/db.server.ts'
import { readMailAddress } from '#app/domain/mail-address.ts'
import { env } from '#app/env.server.ts'
import { Refusal } from '#app/errors.ts'
import { resetByOperator } from '#app/services/password-reset.server.ts'
import { runCommand } from './command.ts'

/*
 * npm run reset-password -- EMAIL [--remove-second-factor]: for whoever runs the server, when nobody who can sign in
 * is left to help. The old password is useless and every session over at once; the link on standard output, good once
 * for 30 minutes, sets a new password.
 */

const removal = '--remove-second-factor'
const given = process.argv.slice(2)
const email = readMailAddress(given.find((argument) => argument !== removal) ?? '')
if (!email || given.length > (given.includes(removal) ? 2 : 1)) {
	console.error(`Whose password? For example: npm run reset-password -- name@example.com [${removal}]`)
	process.exit(1)
}
await runCommand(() => run(email))

/** @returns whether there is a link */
async function run(email: string): Promise<boolean> {
	try {
		const secondFactor = given.includes(removal) ? 'remove' : 'keep'
		const { secret, sessions } = await resetByOperator(db, email, { secondFactor })
		console.error(`The old password no longer works, and ${sessions} open session(s) have ended.`)
		console.error('Give this link to the person, and to nobody else; it works once, for 30 minutes:')
		console.log(`${env().PUBLIC_ORIGIN}/account/reset?token=${secret}`)
		return true
	} catch (error) {
		if (!(error instanceof Refusal)) throw error
		console.error(
			error.code === 'not-found'
				? `Nobody has the address ${email}.`
				: `The account ${email} is disabled. An administrator enables it on the page about people.`,
		)
		return false
	}
}

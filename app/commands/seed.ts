import { db } from '#app/db.server.ts'
import { demoPassword } from '#app/demo-password.server.ts'
import { env } from '#app/env.server.ts'
import { seed } from '#seeds/seed.server.ts'
import { runCommand } from './command.ts'

/* npm run seed: load the demonstration corpus, once; a database that has it already is left as it is. */

await runCommand(async () => {
	const password = demoPassword(env())
	const { emails } = await seed(db, { password })
	console.log(
		`The demonstration corpus is loaded. Sign in as ${emails.join(', ')} with the password ${password}`,
	)
	return true
})

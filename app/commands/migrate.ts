import { runCommand } from './command.ts'

/* npm run migrate: bring the database up to this code, as every start does. */

await runCommand(async () => {
	console.log('The database has every migration.')
	return true
})

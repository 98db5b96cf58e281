import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startPostgres } from '#app/embedded-postgres.server.ts'

/*
 * A program: keeps an embedded Postgres for tests as long as its standard input is open, so that it
 * goes with whoever started it, however that one ends. Its one line of output is the connection.
 */

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tadqiq-test-'))
try {
	// When we are root, Postgres runs as another account, which has to get there.
	await fs.chmod(folder, 0o711)
	const { connection, stop } = await startPostgres(folder, { say: () => {} })
	console.log(JSON.stringify(connection))
	await new Promise((resolve) => process.stdin.on('end', resolve).resume())
	await stop()
} finally {
	await fs.rm(folder, { recursive: true, force: true })
}

import { startPostgres } from '#app/embedded-postgres.server.ts'

// One process that uses the embedded Postgres of the folder it is given: says how it got there, and
// leaves when it is told to. `embedded-postgres.test.ts` runs several of these at once.
const [dataDir = '', elsewhere] = process.argv.slice(2)
const say = (message: object) => console.log(JSON.stringify(message))

const { connection, adopted, directory, stop } = await startPostgres(dataDir, {
	elsewhere,
	say: (line) => say({ line }),
})
const waiting = setInterval(() => {}, 60_000)
process.once('SIGTERM', () => void stop().finally(() => clearInterval(waiting)))
say({ connection, adopted, directory })

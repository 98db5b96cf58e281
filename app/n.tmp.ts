import { startPostgres } from './embedded-postgres.server.ts'
import { migrate } from '#drizzle/migrate.server.ts'
import { openDatabase } from './db.server.ts'
import { seed } from '#seeds/seed.server.ts'
const pg = await startPostgres('/tmp/brief/pgseed')
await migrate(pg.connection)
const { db, close } = openDatabase(pg.connection)
const t=Date.now(); const c=process.cpuUsage()
await seed(db,{password:'xxxxxxxxxxxxxxxx'})
console.log('seed ms', Date.now()-t, process.cpuUsage(c))
await close(); await pg.stop()

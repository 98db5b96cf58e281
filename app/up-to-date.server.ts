import { type Connection, db } from '#app/db.server.ts'
import { keepMissingAddresses } from '#app/services/articles.server.ts'
import { refreshLooks } from '#app/services/claimants.server.ts'
import { keepMissingQuantities } from '#app/services/figure-quantities.server.ts'
import { beginLedger } from '#app/services/ledger-catch-up.server.ts'
import { keepMissingMatchKeys } from '#app/services/matching.server.ts'
import { keepMissingSearchEntries } from '#app/services/search-entries.server.ts'
import { migrate } from '#drizzle/migrate.server.ts'

/**
 * Bring the database that `db` stands for up to what this code expects: every migration, and then what is worked out
 * from rows by rules that SQL does not know. Run again, it changes nothing; several processes may do it at once.
 * @param started.connection the owner's
 * @param started.role whom the application is to the database
 */
export async function bringUpToDate(started: { connection: Connection; role: string }): Promise<void> {
	await migrate(started.connection, started.role)
	await keepMissingAddresses(db)
	await refreshLooks(db)
	await keepMissingMatchKeys(db)
	await keepMissingQuantities(db)
	await keepMissingSearchEntries(db)
	await beginLedger(db)
}

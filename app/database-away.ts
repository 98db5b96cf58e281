/**
 * Codes by which the driver, the network or Postgres itself says that a query could not be done for now, through no
 * fault of the query's: the same may work in a moment.
 */
const passing = new Set([
	// The driver
	...['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT', 'NO_ANSWER'],
	// The network
	...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
	// Shut down, crashed, starting; too many connections; cancelled by a limit; a lock not had in time; read-only; full
	...['57P01', '57P02', '57P03', '53300', '57014', '25P03', '55P03', '25006', '53100'],
])

/** Whether an error, or what caused it, says that the database is away or out of breath. */
export function isDatabaseAway(error: unknown): boolean {
	for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
		const { code, syscall } = cause as NodeJS.ErrnoException
		if (typeof code !== 'string') continue
		// Class 08 is "connection exception". A socket that is not there is a server that does not run.
		if (passing.has(code) || /^08[0-9A-Z]{3}$/.test(code) || (code === 'ENOENT' && syscall === 'connect')) {
			return true
		}
	}
	return false
}

/** What is cut out of a line, whatever holds it: anything called so, or that ends so (`newPassword`, `set-cookie`). */
const secretName =
	/(?:password|passphrase|secret|token|cookie|authorization|e?mail|address|params|parameters|args|body|search|query|code)$/i
/** Of a name like those, what we log all the same: codes of errors and of refusals. */
const harmlessName = /^(?:code|refusal)$/

const deepest = 6
const longest = 2_000

/** The same facts without what may not be written down: secrets and personal data by their names, errors by their kind. */
export function redact(value: unknown, depth = 0): unknown {
	if (value instanceof Error) return describeError(value, depth)
	if (typeof value !== 'object' || value === null || value instanceof Date) return value
	if (depth >= deepest) return '[deeper]'
	if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1))
	const kept = Object.entries(value).filter(([name]) => harmlessName.test(name) || !secretName.test(name))
	return Object.fromEntries(kept.map(([name, item]) => [name, redact(item, depth + 1)]))
}

/** Names that Postgres gives to what went wrong. Its `detail`, `where` and `hint` repeat the row. */
const databaseFacts = ['severity', 'table_name', 'column_name', 'constraint_name', 'routine'] as const

/**
 * An error as it is logged: its type, code, message, stack and cause. Of a query that failed the statement, but never
 * its parameters, which stand in drizzle's message too; of what Postgres and parsers say not what they quote.
 */
function describeError(error: Error, depth: number): object {
	const facts = error as Error & Record<string, unknown>
	const isQuery = typeof facts['query'] === 'string' && Array.isArray(facts['params'])
	const quotes = error instanceof SyntaxError || error.name === 'PostgresError'
	const message = isQuery ? 'A query failed' : quotes ? error.message.replace(/".*"/s, '"…"') : error.message
	const frames = (error.stack ?? '').replace(error.message, '')
	return {
		type: error.name === 'Error' ? error.constructor.name : error.name,
		...(typeof facts['code'] === 'string' && { code: facts['code'] }),
		message: message.slice(0, longest),
		...(isQuery && { statement: String(facts['query']).slice(0, longest) }),
		...Object.fromEntries(databaseFacts.flatMap((name) => (facts[name] ? [[name, facts[name]]] : []))),
		stack: frames.slice(frames.indexOf('\n    at ') + 1 || frames.length),
		...(error.cause !== undefined && depth < deepest && { cause: redact(error.cause, depth + 1) }),
	}
}

/** The last net under a whole line: mail addresses, query strings and what looks like a secret of ours. */
export function scrubLine(line: string): string {
	return line
		.replace(/[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '[mail]')
		.replace(/(https?:\/\/[^\s"?]+)\?[^\s"\\]*/g, '$1?…')
		.replace(/\b[a-z2-7]{52}\b/g, '[secret]')
}

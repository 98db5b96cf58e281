/** What may be written down about an error. */
export type Failure = {
	name: string
	/** Of the driver, the operating system or the mail library: `ECONNREFUSED`, `23505`. */
	code?: string
	/** What a mail server was told when it refused, and the number it refused with. */
	command?: string
	reply?: number
	/** Where in the code it came from, the innermost first. */
	at: string[]
}

/**
 * Describe an error without its message: messages of mail servers and of the database repeat the addresses, names and
 * tokens that were sent to them.
 */
export function describeFailure(error: unknown): Failure {
	if (!(error instanceof Error)) return { name: typeof error, at: [] }
	const facts: Record<string, unknown> = { ...(error.cause instanceof Error ? error.cause : {}), ...error }
	const { code, command, responseCode } = facts
	const stack = (error.stack ?? '').replace(error.message, '')
	const frames = stack.split('\n').filter((line) => line.startsWith('    at '))
	return {
		name: error.name,
		...(typeof code === 'string' && { code }),
		...(typeof command === 'string' && { command: command.split(' ').slice(0, 2).join(' ') }),
		...(typeof responseCode === 'number' && { reply: responseCode }),
		at: frames.slice(0, 5).map((line) => line.trim()),
	}
}

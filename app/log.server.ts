import { pino } from 'pino'
import { env } from './env.server.ts'

/** One line of JSON an event, in UTC. Secrets and personal data never reach it: what names them is cut out here. */
export const logger = pino({
	level: env().LOG_LEVEL,
	timestamp: pino.stdTimeFunctions.isoTime,
	redact: {
		paths: ['*.password', '*.email', '*.token', '*.cookie', 'password', 'email', 'token', 'cookie'],
		remove: true,
	},
})

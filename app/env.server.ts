import { BlockList, isIP } from 'node:net'
import { z } from 'zod'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Values that must not be repeated in a message: they hold passwords. */
const secret = new Set([
	'DATABASE_URL',
	'DATABASE_OWNER_URL',
	'DATABASE_REPLICA_URL',
	'SMTP_URL',
	'DEMO_PASSWORD',
])

const databaseAddress = z
	.string()
	.refine(
		(value) => hasScheme(value, ['postgres:', 'postgresql:']),
		'must begin with postgres:// or postgresql://',
	)

const variables = z.object({
	PORT: z
		.string()
		.regex(/^\d{1,5}$/, 'must be a whole number from 1 to 65535')
		.transform(Number)
		.refine((port) => port >= 1 && port <= 65_535, 'must be a whole number from 1 to 65535')
		.default(3000),
	HOST: z.string().regex(/^\S+$/, 'must be an address or a host name').default('127.0.0.1'),
	PUBLIC_ORIGIN: z.string().superRefine(checkOrigin).optional(),
	TRUSTED_PROXIES: z.string().superRefine(checkProxies).transform(splitList).default([]),
	DATABASE_URL: databaseAddress.optional(),
	DATABASE_OWNER_URL: databaseAddress.optional(),
	DATABASE_REPLICA_URL: databaseAddress.optional(),
	DATA_DIR: z.string().default('.data'),
	LEDGER_KEY_FILE: z.string().optional(),
	SMTP_URL: z
		.string()
		.refine((value) => hasScheme(value, ['smtp:', 'smtps:']), 'must begin with smtp:// or smtps://')
		.optional(),
	MAIL_FROM: z
		.string()
		.regex(
			/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
			'must be an e-mail address, or a name and an address in angle brackets',
		)
		.optional(),
	DEMO: z.enum(['0', '1'], 'must be 0 or 1').optional(),
	DEMO_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
	LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
})

/** The environment as the application reads it; see the table in the README. */
export type Env = Omit<z.output<typeof variables>, 'PUBLIC_ORIGIN' | 'DEMO'> & {
	/** Scheme, host and port of every absolute address we write, as `URL.origin` spells it. */
	PUBLIC_ORIGIN: string
	/** Whether the demonstration corpus is loaded and its sign-ins are shown. */
	DEMO: boolean
}

/**
 * What the environment says, or every problem in it at once, one sentence each. A variable that is
 * set to nothing counts as unset, as `.env` files and container settings often leave it so.
 */
export function readEnvironment(
	record: Record<string, string | undefined>,
): { env: Env } | { problems: string[] } {
	const given = Object.fromEntries(
		Object.entries(record)
			.map(([name, value]) => [name, value?.trim()] as const)
			.filter(([, value]) => value),
	)
	const read = variables.safeParse(given)
	if (!read.success) {
		return {
			problems: read.error.issues.map(({ path, message }) => {
				const name = String(path[0])
				return `${name} ${message}${secret.has(name) ? '' : `, not ${JSON.stringify(given[name])}`}`
			}),
		}
	}
	const { PUBLIC_ORIGIN, DEMO, ...rest } = read.data
	return {
		env: {
			...rest,
			PUBLIC_ORIGIN: new URL(PUBLIC_ORIGIN ?? `http://localhost:${rest.PORT}`).origin,
			DEMO: DEMO ? DEMO === '1' : rest.DATABASE_URL === undefined,
		},
	}
}

let known: Env | undefined

/** The process's environment, parsed once. A bad one is explained on stderr and ends the process. */
export function env(): Env {
	if (known) return known
	const read = readEnvironment(process.env)
	if ('problems' in read) {
		console.error(['Tadqiq cannot start with this environment:', ...read.problems].join('\n  '))
		process.exit(1)
	}
	return (known = read.env)
}

/** Whether a host, as `URL.hostname` spells it, is this machine talking to itself. */
export function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}

/** Addresses and networks as `node:net` compares them. */
export function addressList(entries: readonly string[]): BlockList {
	const list = new BlockList()
	for (const entry of entries) {
		const { address, family, prefix } = readNetwork(entry) ?? {}
		if (!address || !family) throw new RangeError(`Not an address or a network: ${entry}`)
		if (prefix === undefined) list.addAddress(address, family)
		else list.addSubnet(address, prefix, family)
	}
	return list
}

function readNetwork(entry: string): { address: string; family: 'ipv4' | 'ipv6'; prefix?: number } | null {
	const [address = '', bits, ...rest] = entry.split('/')
	const version = isIP(address)
	if (!version || rest.length > 0) return null
	const family = version === 4 ? 'ipv4' : 'ipv6'
	if (bits === undefined) return { address, family }
	const prefix = /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
	return prefix <= (version === 4 ? 32 : 128) ? { address, family, prefix } : null
}

function checkOrigin(value: string, context: z.RefinementCtx): void {
	const say = (message: string) => context.addIssue({ code: 'custom', message })
	if (!hasScheme(value, ['http:', 'https:']))
		return say('must begin with https:// (or http:// on this machine)')
	const url = new URL(value)
	if (url.username || url.password || !/^https?:\/\/[^/?#\\]+\/?$/i.test(value)) {
		return say('must be an origin: scheme, host and port, without a path')
	}
	if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
		return say('must use https, as sign-in cookies do not travel safely over http')
	}
}

function checkProxies(value: string, context: z.RefinementCtx): void {
	const wrong = splitList(value).filter((entry) => !readNetwork(entry))
	if (wrong.length > 0) {
		context.addIssue({
			code: 'custom',
			message: 'must be IP addresses or networks such as 10.0.0.0/8, with commas between',
		})
	}
}

function splitList(value: string): string[] {
	return value
		.split(',')
		.map((entry) => entry.trim())
		.filter(Boolean)
}

function hasScheme(value: string, schemes: string[]): boolean {
	return URL.canParse(value) && schemes.includes(new URL(value).protocol)
}

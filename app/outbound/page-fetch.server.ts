import { Resolver } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import { Agent, buildConnector, request } from 'undici'
import { addressIn, type Forbidden, isPublic, readTarget } from './address.ts'

/** Every address of a name, of both families; empty when there is none. */
export type Resolve = (host: string) => Promise<string[]>

export type FetchRules = {
	/** How names are resolved. */
	resolve?: Resolve
	/** The one host outside the public network that may be reached. For tests, which have a server of their own. */
	allowed?: { address: string; port: number }
	/** In milliseconds. */
	deadlines?: Partial<typeof usualDeadlines>
	/** Of the page as it is unpacked. */
	mostBytes?: number
	/** What kinds of thing are asked for, as `Accept` has it. */
	accept?: string
}

export type FetchedPage = {
	/** As they were sent, unpacked. */
	bytes: Uint8Array
	/** The `Content-Type`, in small letters; empty when none was sent. */
	contentType: string
	/** Where it was found in the end. */
	url: string
	/** By which it is known again, as it was sent. */
	etag: string | null
	lastModified: string | null
}

/** What is known of a page from before: it need not be sent again where it is still that. */
export type KnownPage = { etag: string | null; lastModified: string | null }

export type FetchProblem =
	Forbidden | 'status' | 'redirects' | 'encoding' | 'too-large' | 'too-slow' | 'unreachable' | 'empty'

/** A page that was not fetched. `reason` and `message` are for the log: who typed the address is told one sentence. */
export class FetchFailure extends Error {
	readonly reason: FetchProblem
	/** What was answered, where `reason` is `status`. */
	readonly status: number | null

	constructor(reason: FetchProblem, message: string, options: ErrorOptions & { status?: number } = {}) {
		super(message, options)
		this.name = 'FetchFailure'
		this.reason = reason
		this.status = options.status ?? null
	}
}

const usualDeadlines = { resolve: 3_000, connect: 5_000, headers: 10_000, total: 20_000 }
const mostRedirects = 5
const usualMostBytes = 5 * 1024 * 1024

const usuallyAccepted = 'text/html,application/xhtml+xml,application/pdf;q=0.8,text/plain;q=0.7'
const headers = {
	'user-agent': 'Mozilla/5.0 (compatible; Tadqiq)',
	'accept-language': 'ar, en;q=0.8',
	'accept-encoding': 'gzip, identity',
}

/**
 * What fetches strangers' pages, and the only thing that does. A request goes to an address that was looked at: every
 * number of a name must be a host of the public network, the connection is made to those numbers and no others, and
 * each redirection is looked at afresh. No proxies, cookies or passwords; a deadline and a cap for everything.
 */
export function createPageFetch(rules: FetchRules = {}) {
	const fetchIfChanged = createChangedFetch(rules)
	return async function fetchPage(typed: string): Promise<FetchedPage> {
		const page = await fetchIfChanged(typed, null)
		// Nobody said that anything was known.
		if (page === 'unchanged') throw new FetchFailure('status', 'Not modified', { status: 304 })
		return page
	}
}

/** The same, for pages of which something is known already: what is still that answers `unchanged`. */
export function createChangedFetch({
	resolve = resolveName,
	allowed,
	deadlines: given = {},
	mostBytes = usualMostBytes,
	accept = usuallyAccepted,
}: FetchRules = {}) {
	const deadlines = { ...usualDeadlines, ...given }
	const mayReach = (address: string, port: number) =>
		(allowed !== undefined && address === allowed.address && port === allowed.port) ||
		(isPublic(address) && (port === 80 || port === 443))

	/** The numbers of an address, all of them looked at. */
	async function vet(url: URL): Promise<string[]> {
		const literal = addressIn(url.hostname)
		const addresses = literal ? [literal] : await resolveInTime(url.hostname)
		if (addresses.length === 0) throw new FetchFailure('no-such-name', `${url.hostname} has no address`)
		const port = portOf(url)
		const forbidden = addresses.find((address) => !mayReach(address, port))
		if (forbidden) throw new FetchFailure('network', `${url.hostname} is ${forbidden}:${port}`)
		return addresses
	}

	async function resolveInTime(host: string): Promise<string[]> {
		const late = new AbortController()
		try {
			return await Promise.race([
				resolve(host),
				wait(deadlines.resolve, undefined, { signal: late.signal, ref: false }).then(() => {
					throw new FetchFailure('too-slow', `${host} was not resolved in time`)
				}),
			])
		} catch (error) {
			if (error instanceof FetchFailure) throw error
			throw new FetchFailure('no-such-name', `${host} cannot be resolved`, { cause: error })
		} finally {
			late.abort()
		}
	}

	/** One request, to the numbers that were looked at. */
	async function ask(url: URL, signal: AbortSignal, known: Record<string, string>) {
		const addresses = await vet(url)
		const connect = buildConnector({ timeout: deadlines.connect, lookup: answerWith(addresses) })
		const agent = new Agent({
			connect: (options, callback) =>
				connect(options, (error, socket) => {
					if (error) return callback(error, null)
					if (mayReach(socket.remoteAddress ?? '', socket.remotePort ?? 0)) return callback(null, socket)
					socket.destroy()
					callback(new FetchFailure('network', `Connected to ${socket.remoteAddress}`), null)
				}),
			headersTimeout: deadlines.headers,
			bodyTimeout: deadlines.headers,
			pipelining: 0,
		})
		try {
			const response = await request(url, {
				dispatcher: agent,
				headers: { ...headers, accept, ...known },
				signal,
				reset: true,
			})
			return { response, agent }
		} catch (error) {
			await agent.destroy()
			throw error
		}
	}

	return async function fetchIfChanged(
		typed: string,
		known: KnownPage | null,
	): Promise<FetchedPage | 'unchanged'> {
		const signal = AbortSignal.timeout(deadlines.total)
		let next = typed
		try {
			for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
				const target = readTarget(next, allowed?.port)
				if ('forbidden' in target)
					throw new FetchFailure(target.forbidden, `Not asked: ${next.slice(0, 200)}`)
				const { response, agent } = await ask(target.url, signal, conditions(known))
				try {
					const location = response.headers['location']
					if ([301, 302, 303, 307, 308].includes(response.statusCode) && typeof location === 'string') {
						next = redirected(location, target.url)
						continue
					}
					const status = response.statusCode
					if (status === 304 && known) return 'unchanged'
					if (status !== 200) {
						throw new FetchFailure('status', `${target.url.href} answered ${status}`, { status })
					}
					const bytes = await readBody(response.body, response.headers['content-encoding'], mostBytes)
					const type = response.headers['content-type']
					return {
						bytes,
						contentType: (typeof type === 'string' ? type : '').toLowerCase(),
						url: target.url.href,
						etag: oneLine(response.headers['etag']),
						lastModified: oneLine(response.headers['last-modified']),
					}
				} finally {
					// What is not read is not waited for.
					response.body.on('error', () => {}).destroy()
					await agent.destroy()
				}
			}
			throw new FetchFailure(
				'redirects',
				`More than ${mostRedirects} redirections from ${typed.slice(0, 200)}`,
			)
		} catch (error) {
			throw asFailure(error, signal)
		}
	}
}

/** The page at an address, by the rules of the house. */
export type PageFetch = ReturnType<typeof createPageFetch>
export type ChangedFetch = ReturnType<typeof createChangedFetch>

/** What is asked for on condition (RFC 9110, 13.1). What a stranger sent goes back to them only as it may stand in a header. */
function conditions(known: KnownPage | null): Record<string, string> {
	return {
		...(known?.etag && { 'if-none-match': known.etag }),
		...(known?.lastModified && { 'if-modified-since': known.lastModified }),
	}
}

/** A header of a stranger that is kept: short, and of plain signs. */
function oneLine(value: string | string[] | undefined): string | null {
	return typeof value === 'string' && /^[\x21-\x7e][\x20-\x7e]{0,199}$/.test(value) ? value : null
}

function portOf(url: URL): number {
	return Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
}

/** Where an answer sends us. It is text of a stranger, so that it is read as strictly as what a person types. */
function redirected(location: string, from: URL): string {
	if (/[\\\s]/.test(location.trim()))
		throw new FetchFailure('characters', `${from.href} leads to a bad address`)
	if (!URL.canParse(location, from)) throw new FetchFailure('address', `${from.href} leads nowhere`)
	return new URL(location, from).href
}

/** A look-up that knows its answer: a name that changes its numbers in the meantime changes nothing. */
function answerWith(addresses: string[]): LookupFunction {
	const known = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
	return (_host, options, callback) => {
		const [first] = known
		if (!first) return callback(new Error('No address'), '', 4)
		if (options.all) return callback(null, known)
		callback(null, first.address, first.family)
	}
}

async function readBody(body: Readable, encoding: unknown, most: number): Promise<Uint8Array> {
	const packed = typeof encoding === 'string' ? encoding.trim().toLowerCase() : ''
	if (!['', 'identity', 'gzip', 'x-gzip'].includes(packed)) {
		throw new FetchFailure('encoding', `Packed as ${packed.slice(0, 40)}`)
	}
	const unpacked = packed.endsWith('gzip') ? body.pipe(createGunzip()) : body
	if (unpacked !== body) body.on('error', (error) => unpacked.destroy(error))
	const chunks: Uint8Array[] = []
	let size = 0
	for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
		size += chunk.length
		if (size > most) throw new FetchFailure('too-large', `More than ${most} bytes`)
		chunks.push(chunk)
	}
	if (size === 0) throw new FetchFailure('empty', 'Nothing came')
	return Buffer.concat(chunks)
}

function asFailure(error: unknown, signal: AbortSignal): FetchFailure {
	const found = error instanceof Error && error.cause instanceof FetchFailure ? error.cause : error
	if (found instanceof FetchFailure) return found
	const code = error instanceof Error && 'code' in error ? String(error.code) : ''
	if (signal.aborted || /TIMEOUT/.test(code)) {
		return new FetchFailure('too-slow', 'It took too long', { cause: error })
	}
	return new FetchFailure('unreachable', error instanceof Error ? error.message : 'No answer', {
		cause: error,
	})
}

/** Both families, asked of the name servers themselves: what a hosts file says of a name is nobody else's business. */
async function resolveName(host: string): Promise<string[]> {
	const resolver = new Resolver({ timeout: usualDeadlines.resolve, tries: 1 })
	const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
	return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}

/** The page at an address on the web. @throws FetchFailure with what went wrong, for the log */
export const fetchPage: PageFetch = createPageFetch()

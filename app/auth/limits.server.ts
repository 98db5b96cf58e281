import { and, eq, gt, lt, or, sql } from 'drizzle-orm'
import { RateLimiterDrizzle, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '#app/db.server.ts'
import { sha256 } from '#app/ids.server.ts'
import { logger, securityEvent } from '#app/log.server.ts'
import { knownDevices, rateLimits, users } from '#drizzle/schema.ts'

/** How long to wait, in whole seconds, before another try is taken; `null` when this one is. */
export type Wait = number | null

const minute = 60
const hour = 60 * minute

/**
 * How many tries each limit takes in how many seconds, counted from the first of them. A try that is refused prolongs
 * nothing, and nothing is for ever (docs/decisions/2026-11-24-limits.md).
 */
export const limits = {
	/** Tries to sign in from one network, at whatever account. */
	'sign-in-network': { tries: 10, seconds: minute },
	/** Tries to sign in to one account from devices and networks it does not know, all of them together. */
	'sign-in-strangers': { tries: 25, seconds: hour },
	/** Tries to sign in to one account from one network, or from one known device, before they are slowed down. */
	'sign-in-quick': { tries: 4, seconds: hour },
	/** The same afterwards: one, then a wait as long as all has taken so far, from `shortestWait` to `longestWait`. */
	'sign-in-slow': { tries: 1, seconds: hour },
	/** Second factors and passwords shown by somebody who is signed in or nearly so, by account and network. */
	'proof-quick': { tries: 5, seconds: 5 * minute },
	/** The same by account: for networks it does not know together, and for each one that it does. */
	'proof-account': { tries: 20, seconds: hour },
	/** Letters to one mail address. */
	'letter-address': { tries: 3, seconds: hour },
	/** Letters asked for from one network. */
	'letter-network': { tries: 10, seconds: hour },
	/** Complaints of readers from one network. */
	'complaint-network': { tries: 6, seconds: hour },
	/** The same in a day. */
	'complaint-network-day': { tries: 20, seconds: 24 * hour },
} satisfies Record<string, { tries: number; seconds: number }>
type Limit = keyof typeof limits

const shortestWait = 30
const longestWait = 10 * minute

/** For how many days after a sign-in its network is known, and its browser by the cookie that was left there. */
const knownNetworkDays = 30
const knownDeviceDays = 90
const sweepEvery = 5 * minute * 1000

/**
 * Count a try to sign in, before its password is looked at: by network, by account, and by the two together. Somebody
 * who has signed in from this device or network before is not held up by what strangers try. Accounts that do not
 * exist are counted like those that do. Call it with the pool: what a transaction takes back has not been counted.
 */
export async function countSignIn(
	db: Db,
	attempt: { email: string; network: string; device: string | null },
	now = new Date(),
): Promise<Wait> {
	await sweep(db, now)
	const email = attempt.email.trim().toLowerCase()
	const known = await findKnown(db, { ...attempt, email }, now)
	if (known === 'device') return takeSlower(db, [email, 'device', sha256(attempt.device ?? '')])
	return (
		(await take(db, 'sign-in-network', [attempt.network])) ??
		(await takeSlower(db, [email, 'network', attempt.network])) ??
		(known ? null : await take(db, 'sign-in-strangers', [email]))
	)
}

/**
 * Forget what the person's own device and network had counted against them: they are in. What strangers have tried
 * stays counted, and so do the network's other tries: a password of one's own must not buy guesses at another's.
 */
export async function forgiveSignIn(
	db: Db,
	attempt: { email: string; network: string; device?: string | null },
): Promise<void> {
	const email = attempt.email.trim().toLowerCase()
	const own = [[email, 'network', attempt.network]]
	if (attempt.device) own.push([email, 'device', sha256(attempt.device)])
	for (const parts of own) {
		await limiter(db, 'sign-in-quick').delete(keyOf('sign-in-quick', parts))
		await limiter(db, 'sign-in-slow').delete(keyOf('sign-in-slow', parts))
	}
	const network = keyOf('sign-in-network', [attempt.network])
	const counted = await limiter(db, 'sign-in-network').get(network)
	if (counted && counted.consumedPoints > 0) await limiter(db, 'sign-in-network').reward(network)
}

/** Count a wrong second factor or a wrong password typed while signed in, by account. */
export async function countProof(
	db: Db,
	{ userId, network }: { userId: string; network: string },
	now = new Date(),
): Promise<Wait> {
	await sweep(db, now)
	const known = await isKnownNetwork(db, { userId, network }, now)
	return (
		(await take(db, 'proof-quick', [userId, network])) ??
		(await take(db, 'proof-account', known ? [userId, network] : [userId]))
	)
}

/** Count a letter asked for by somebody not signed in, by network and by the address it would go to. */
export async function countLetter(
	db: Db,
	{ email, network }: { email: string; network: string },
	now = new Date(),
): Promise<Wait> {
	await sweep(db, now)
	return (
		(await take(db, 'letter-network', [network])) ??
		(await take(db, 'letter-address', [email.trim().toLowerCase()]))
	)
}

/** Count a complaint of a reader, by network. */
export async function countComplaint(db: Db, network: string, now = new Date()): Promise<Wait> {
	await sweep(db, now)
	return (
		(await take(db, 'complaint-network', [network])) ?? (await take(db, 'complaint-network-day', [network]))
	)
}

/** Whether the account knows the device, or else the network, that a try comes from. One question for every account, known or not. */
async function findKnown(
	db: Db,
	{ email, network, device }: { email: string; network: string; device: string | null },
	now: Date,
): Promise<'device' | 'network' | null> {
	const sameDevice = and(eq(knownDevices.id, sha256(device ?? '')), isUsedWithin(knownDeviceDays, now))
	const [found] = await db
		.select({ device: sql<boolean>`bool_or(${sameDevice})` })
		.from(knownDevices)
		.innerJoin(users, eq(users.id, knownDevices.userId))
		.where(and(eq(users.email, email), or(sameDevice, isRecentlyAt(network, now))))
	if (found?.device) return 'device'
	return found?.device === false ? 'network' : null
}

async function isKnownNetwork(
	db: Db,
	{ userId, network }: { userId: string; network: string },
	now: Date,
): Promise<boolean> {
	const found = await db.$count(
		knownDevices,
		and(eq(knownDevices.userId, userId), isRecentlyAt(network, now)),
	)
	return found > 0
}

function isRecentlyAt(network: string, now: Date) {
	return and(eq(knownDevices.network, network), isUsedWithin(knownNetworkDays, now))
}

function isUsedWithin(days: number, now: Date) {
	return gt(knownDevices.lastUsedAt, new Date(now.getTime() - days * 24 * hour * 1000))
}

/** Count against a limit. */
async function take(db: Db, limit: Limit, parts: readonly string[], seconds?: number): Promise<Wait> {
	const refused = await consume(db, limit, parts, seconds)
	if (!refused) return null
	const wait = secondsOf(refused)
	securityEvent('limit-reached', { limit, wait, key: keyOf(limit, parts).slice(0, 12) })
	return wait
}

/** A few at once, and then ever more slowly: each wait is as long as it has been since the first. */
async function takeSlower(db: Db, parts: readonly string[]): Promise<Wait> {
	const used = await consume(db, 'sign-in-quick', parts)
	if (!used) return null
	const sinceFirst = limits['sign-in-quick'].seconds - secondsOf(used)
	return take(db, 'sign-in-slow', parts, Math.min(Math.max(sinceFirst, shortestWait), longestWait))
}

/** What the library says when a limit is reached, `null` as long as it is not. */
async function consume(
	db: Db,
	limit: Limit,
	parts: readonly string[],
	seconds = limits[limit].seconds,
): Promise<RateLimiterRes | null> {
	try {
		await limiter(db, limit).consume(keyOf(limit, parts), 1, { customDuration: seconds })
		return null
	} catch (refused) {
		if (refused instanceof RateLimiterRes) return refused
		throw refused
	}
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
	return Math.max(Math.ceil(msBeforeNext / 1000), 1)
}

/** Mail addresses and networks are counted by their hashes: a table of limits is nobody's list of people. */
function keyOf(limit: Limit, parts: readonly string[]): string {
	return sha256(JSON.stringify([limit, ...parts]))
}

const limiters = new WeakMap<Db, Map<Limit, RateLimiterDrizzle>>()
const insurance = new Map<Limit, RateLimiterMemory>()

/** The library's counter of a limit: rows of `rate_limits`, and this process's memory while they cannot be had. */
function limiter(db: Db, limit: Limit): RateLimiterDrizzle {
	const ofDb = limiters.get(db) ?? new Map<Limit, RateLimiterDrizzle>()
	limiters.set(db, ofDb)
	const options = { points: limits[limit].tries, duration: limits[limit].seconds, keyPrefix: limit }
	const insured = insurance.get(limit) ?? new RateLimiterMemory(options)
	insurance.set(limit, insured)
	const made =
		ofDb.get(limit) ??
		new RateLimiterDrizzle({
			...options,
			storeClient: db,
			schema: rateLimits,
			insuranceLimiter: insured,
			// Its own way of cleaning warns on the console, past our log.
			clearExpiredByTimeout: false,
		})
	ofDb.set(limit, made)
	return made
}

const sweptAt = new WeakMap<Db, number>()

/** Delete what has expired, now and then. */
async function sweep(db: Db, now: Date): Promise<void> {
	if (now.getTime() - (sweptAt.get(db) ?? 0) < sweepEvery) return
	sweptAt.set(db, now.getTime())
	try {
		await db.delete(rateLimits).where(lt(rateLimits.expire, now))
	} catch (error) {
		logger.warn({ err: error }, 'limits that have expired could not be deleted')
	}
}

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from '#app/auth/network.ts'
import { sha256 } from '#app/ids.server.ts'
import { securityEvent } from '#app/log.server.ts'

/** What one network may ask of the application, in requests and seconds. A person who reads fast stays far below. */
export const throttle = { requests: 600, seconds: 10 }

/** The machine itself: somebody who sits at it, or a proxy that nobody named, behind which everybody comes from here. */
const ownAddresses = new Set(['127.0.0.1', '::1'])

/**
 * A count of each network's requests in this process's memory: a limit for the greedy has to cost nothing, least of
 * all a query (docs/decisions/2026-11-24-limits.md). What you get answers, for an address, how many seconds it has to
 * wait, or `null`.
 */
export function createThrottle({ requests, seconds } = throttle): (
	address: string,
) => Promise<number | null> {
	const counter = new RateLimiterMemory({ points: requests, duration: seconds })
	return async (address) => {
		if (ownAddresses.has(address)) return null
		const network = networkOf(address)
		try {
			await counter.consume(network)
			return null
		} catch (refused) {
			if (!(refused instanceof RateLimiterRes)) throw refused
			// One line each time a network begins to be held up, not one a request.
			if (refused.consumedPoints === requests + 1) {
				securityEvent('throttled', { key: sha256(`throttle ${network}`).slice(0, 12) })
			}
			return Math.max(Math.ceil(refused.msBeforeNext / 1000), 1)
		}
	}
}

import type { CopyFailure } from '#app/domain/source.ts'
import type { FetchFailure } from '#app/outbound/page-fetch.server.ts'

/** What a person is told of a page that was not fetched, and whether another try may go otherwise. */
export function tellFailure({ reason, status }: FetchFailure): { failure: CopyFailure; again: boolean } {
	switch (reason) {
		case 'status':
			return tellStatus(status ?? 0)
		case 'no-such-name':
		case 'unreachable':
			return { failure: 'unreachable', again: true }
		case 'too-slow':
			return { failure: 'too-slow', again: true }
		case 'too-large':
			return { failure: 'too-large', again: false }
		case 'empty':
			return { failure: 'empty', again: false }
		case 'encoding':
			return { failure: 'kind', again: false }
		case 'redirects':
			return { failure: 'refused', again: false }
		case 'length':
		case 'characters':
		case 'address':
		case 'scheme':
		case 'user':
		case 'port':
		case 'name':
		case 'network':
			return { failure: 'not-allowed', again: false }
	}
}

function tellStatus(status: number): { failure: CopyFailure; again: boolean } {
	if (status === 404 || status === 410) return { failure: 'not-found', again: false }
	// Too early, too many: later it may go.
	if (status === 408 || status === 425 || status === 429) return { failure: 'refused', again: true }
	if (status >= 400 && status < 500) return { failure: 'refused', again: false }
	return { failure: 'server', again: true }
}

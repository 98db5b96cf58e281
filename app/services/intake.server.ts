import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { decodeText } from '#app/domain/incoming-text.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { type ReadFile, readOriginal, withProposals } from '#app/intake/article-file.server.ts'
import type { FileProblem } from '#app/intake/problem.ts'
import { readPlainText } from '#app/intake/text-files.ts'
import { logger } from '#app/log.server.ts'
import { FetchFailure, fetchPage, type PageFetch } from '#app/outbound/page-fetch.server.ts'
import { articleVersions, originals } from '#drizzle/schema.ts'

export type AddressProblem = FileProblem | { code: 'not-fetched' }

/**
 * The article at an address on the web, and where it was found after every redirection. Why an address was not fetched is
 * written to the log: whoever typed it learns only that it was not, since the reasons would tell them of our network.
 * @param fetching how pages are fetched
 */
export async function readArticleAt(
	actor: Actor,
	address: string,
	fetching: PageFetch = fetchPage,
): Promise<
	(Extract<ReadFile, { articles: unknown }> & { fetchedFrom: string }) | { problem: AddressProblem }
> {
	let page: Awaited<ReturnType<PageFetch>>
	try {
		page = await fetching(address)
	} catch (error) {
		if (!(error instanceof FetchFailure)) throw error
		logger.warn({ reason: error.reason, detail: error.message, actorId: actor.id }, 'a page was not fetched')
		return { problem: { code: 'not-fetched' } }
	}
	const { bytes, contentType, url } = page
	const read = await readPage(bytes, contentType, url)
	return 'problem' in read ? read : { ...read, fetchedFrom: url }
}

async function readPage(bytes: Uint8Array, contentType: string, address: string): Promise<ReadFile> {
	if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-')
		return readOriginal({ kind: 'pdf', bytes })
	if (contentType.startsWith('text/plain')) {
		const decoded = decodeText(bytes)
		return 'problem' in decoded
			? decoded
			: {
					articles: [withProposals(readPlainText(decoded.text))],
					original: { bytes, mediaType: 'text/plain' },
				}
	}
	if (!/^(?:text\/html|application\/xhtml\+xml|$)/.test(contentType)) return { problem: { code: 'kind' } }
	return readOriginal({ kind: 'html', bytes, contentType, address })
}

/**
 * What the text of an article was read from, byte for byte, and a name to keep it under.
 * @param number of the version; `null` for the newest that was read from anything
 * @throws Refusal `not-found` when its text was read from nothing
 */
export async function findOriginal(
	db: Db,
	articleId: string,
	number: number | null,
): Promise<{ bytes: Uint8Array; mediaType: string; fileName: string | null }> {
	const [found] = await db
		.select({
			bytes: originals.bytes,
			mediaType: originals.mediaType,
			fileName: articleVersions.fileName,
		})
		.from(articleVersions)
		.innerJoin(originals, eq(originals.sha256, articleVersions.originalSha256))
		.where(
			and(
				eq(articleVersions.articleId, articleId),
				number === null ? undefined : eq(articleVersions.number, number),
			),
		)
		.orderBy(desc(articleVersions.number))
		.limit(1)
	if (!found) throw new Refusal('not-found', `No original of ${articleId}`)
	return found
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { stringify } from 'csv-stringify/sync'
import { admitConfirmed } from '#app/auth/actor.server.ts'
import { activityHeads, activityRow } from '#app/components/activity-table.ts'
import { db } from '#app/db.server.ts'
import type { ActivityEntry } from '#app/domain/activity.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { env } from '#app/env.server.ts'
import { readActivityFilter } from '#app/forms/activity-filter.ts'
import { answer, orNotFound } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { exportActivity, findNamedClaim } from '#app/services/activity.server.ts'
import { listRatings } from '#app/services/dashboard.server.ts'

/**
 * Everything that the activity page shows with this filter, as a table that is sent as it is read: CSV as RFC 4180 has
 * it, with the byte order mark by which spreadsheets know UTF-8.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = await admitConfirmed({ request, context }, 'desk.activity[.csv]', 'read')
	const search = new URL(request.url).searchParams
	const language = parseLanguage(search.get('lang')) ?? actor.language
	const words = wordsFor(language)
	const { filter, claim: named, fields } = readActivityFilter(search)
	const claim = fields.claim === '' ? null : orNotFound(named ? await findNamedClaim(db, named) : null)
	const now = new Date()
	const headers = {
		'Content-Type': 'text/csv; charset=utf-8',
		'Content-Disposition': attachment(words.activity.fileName, now),
		'Cache-Control': 'no-store',
	}
	// Nothing is taken out of the house by asking how it would come.
	if (request.method === 'HEAD') return new Response(null, { headers })

	const ratings = await listRatings(db)
	const batches = await answer(exportActivity(db, actor, { ...filter, claimId: claim?.id ?? null }, now))
	const row = (entry: ActivityEntry) =>
		activityRow(entry, { words, language, ratings, origin: env().PUBLIC_ORIGIN })
	return new Response(streamTable(activityHeads(words), batches, row), { headers })
}

/** A file's name for browsers of every age (RFC 6266), with the day it was made on. */
function attachment(name: string, now: Date): string {
	const day = now.toISOString().slice(0, 10)
	return `attachment; filename="tadqiq-activity-${day}.csv"; filename*=UTF-8''${encodeURIComponent(`${name}-${day}.csv`)}`
}

/** The head and a chunk for each batch, read when there is room for it. */
function streamTable<Entry>(
	heads: string[],
	batches: AsyncGenerator<Entry[]>,
	row: (entry: Entry) => string[],
): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder()
	const write = (rows: string[][], bom = false) =>
		encoder.encode(stringify(rows, { bom, quoted: true, quoted_empty: true, record_delimiter: 'windows' }))
	return new ReadableStream({
		start: (stream) => stream.enqueue(write([heads], true)),
		async pull(stream) {
			const { value, done } = await batches.next()
			if (done) stream.close()
			else stream.enqueue(write(value.map(row)))
		},
		cancel: async () => {
			await batches.return(undefined)
		},
	})
}

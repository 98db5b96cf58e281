import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#app/db.server.ts'
import { writeLedgerLine } from '#app/domain/ledger-export.ts'
import { exportLedger } from '#app/services/ledger-reading.server.ts'

/** The whole ledger as JSON lines, sent as it is read: what the checker takes offline. */
export function loader({ request }: LoaderFunctionArgs) {
	const headers = {
		'Content-Type': 'application/jsonl; charset=utf-8',
		'Content-Disposition': 'attachment; filename="ledger.jsonl"',
		'Cache-Control': 'public, max-age=0, s-maxage=60',
	}
	if (request.method === 'HEAD') return new Response(null, { headers })
	const batches = exportLedger(db)
	const encoder = new TextEncoder()
	const body = new ReadableStream<Uint8Array>({
		async pull(stream) {
			const { value, done } = await batches.next()
			if (done) stream.close()
			else stream.enqueue(encoder.encode(value.map(writeLedgerLine).join('')))
		},
		cancel: async () => {
			await batches.return(undefined)
		},
	})
	return new Response(body, { headers })
}

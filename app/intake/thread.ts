import { parentPort } from 'node:worker_threads'
import { decodePage } from './page-decoding.ts'
import type { Job, JobMessage } from './reading-thread.server.ts'
import type { ReadText } from './reading-thread.server.ts'

/*
 * The thread in which strangers' pages and documents are read, one at a time. Whatever one of them does to it, it ends
 * here: memory is capped and time is short, and another thread takes its place.
 */

const port = parentPort
if (!port) throw new Error('This runs in a thread')
const tell = (message: JobMessage) => port.postMessage(message)

port.on('message', (job: Job) => {
	void read(job)
		.catch((): ReadText => ({ problem: { code: 'damaged', kind: job.kind } }))
		.then((result) => tell({ id: job.id, result }))
})
tell('ready')

async function read(job: Job): Promise<ReadText> {
	switch (job.kind) {
		case 'html': {
			const { readPage } = await import('./html-reading.ts')
			tell({ id: job.id, begun: true })
			return readPage(decodePage(job.bytes, job.contentType), job.address)
		}
		case 'pdf': {
			const { readPdf } = await import('./pdf-reading.ts')
			tell({ id: job.id, begun: true })
			return readPdf(job.bytes)
		}
		case 'docx': {
			const { readDocx } = await import('./docx-reading.ts')
			tell({ id: job.id, begun: true })
			return readDocx(job.bytes)
		}
	}
}

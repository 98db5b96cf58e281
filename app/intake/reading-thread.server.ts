import path from 'node:path'
import { setInterval, setTimeout } from 'node:timers'
import { Worker } from 'node:worker_threads'
import type { ProposedDetails } from '#app/domain/article.ts'
import { logger } from '#app/log.server.ts'
import type { FileProblem } from './problem.ts'

/** What is read of a page or document, or why nothing is. */
export type ReadText = { text: string; proposed: ProposedDetails } | { problem: FileProblem }

export type Asked =
	| { kind: 'html'; bytes: Uint8Array; contentType: string; address: string | null }
	| { kind: 'pdf' | 'docx'; bytes: Uint8Array }
export type Job = Asked & { id: number }
export type JobMessage = 'ready' | { id: number; begun: true } | { id: number; result: ReadText }

/** In milliseconds: of starting, which is ours, and of reading, which is the file's. */
const patience = { start: 60_000, html: 5_000, pdf: 7_000, docx: 7_000, idle: 60_000 }
const heapMegabytes = 256
/** What the process may grow by meanwhile: buffers are not of the heap. */
const growth = 512 * 1024 * 1024
/** So many may wait; who comes later is told at once. */
const longestQueue = 50

let thread: Worker | null = null
let queue: Promise<unknown> = Promise.resolve()
let waiting = 0
let jobs = 0

/**
 * Read a page or document in a thread of its own, which has 256 MB and five to seven seconds and is given up when it wants more.
 * One is read at a time; the thread stays for the next for a minute.
 */
export async function readInThread(asked: Asked): Promise<ReadText> {
	if (waiting >= longestQueue) return { problem: { code: 'too-complex', kind: asked.kind } }
	waiting += 1
	const turn = queue.then(() => readNow(asked))
	queue = turn.catch(() => {})
	try {
		return await turn
	} finally {
		waiting -= 1
	}
}

function startThread(): Worker {
	const started = new Worker(path.resolve('app/intake/thread.js'), {
		resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
		// None of what the process was started with, and nothing that it knows.
		execArgv: [],
		argv: [],
		env: {},
		stdout: true,
		stderr: true,
	})
	const gone = () => {
		if (thread === started) thread = null
	}
	started.on('exit', gone).on('error', gone)
	// What libraries have to say of strangers' files is nobody's concern.
	started.stdout.resume()
	started.stderr.resume()
	return started
}

async function readNow(asked: Asked): Promise<ReadText> {
	const worker = (thread ??= startThread())
	clearTimeout(idleTimers.get(worker))
	worker.ref()
	const result = await askThread(worker, asked)
	if (thread !== worker) return result
	const timer = setTimeout(() => {
		if (thread === worker) thread = null
		void worker.terminate()
	}, patience.idle)
	idleTimers.set(worker, timer.unref())
	worker.unref()
	return result
}

const idleTimers = new WeakMap<Worker, NodeJS.Timeout>()

function askThread(worker: Worker, asked: Asked): Promise<ReadText> {
	const id = (jobs += 1)
	return new Promise((resolve) => {
		let timer = setTimeout(() => giveUp('start'), patience.start)
		let scales: NodeJS.Timeout | undefined
		worker.on('message', listen).on('error', fail).on('exit', leave)
		worker.postMessage({ ...asked, bytes: new Uint8Array(asked.bytes), id } satisfies Job)

		function listen(message: JobMessage) {
			if (message === 'ready' || message.id !== id) return
			if ('result' in message) return settle(message.result)
			clearTimeout(timer)
			timer = setTimeout(() => giveUp('time'), patience[asked.kind])
			const before = process.memoryUsage.rss()
			scales = setInterval(() => {
				if (process.memoryUsage.rss() - before > growth) giveUp('memory')
			}, 50)
		}
		function fail(error: Error) {
			giveUp('code' in error ? String(error.code) : error.message)
		}
		function leave() {
			giveUp('exit')
		}
		function giveUp(reason: string) {
			logger.warn({ reason, kind: asked.kind, bytes: asked.bytes.length }, 'a file was given up')
			if (thread === worker) thread = null
			void worker.terminate()
			settle({ problem: { code: 'too-complex', kind: asked.kind } })
		}
		function settle(answer: ReadText) {
			clearTimeout(timer)
			clearInterval(scales)
			worker.off('message', listen).off('error', fail).off('exit', leave)
			resolve(answer)
		}
	})
}

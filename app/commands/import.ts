import fs from 'node:fs/promises'
import path from 'node:path'
import { db } from '#app/db.server.ts'
import type { FileProblem } from '#app/intake/problem.ts'
import { findImporter, importFile, type ImportOutcome } from '#app/services/import.server.ts'
import { runCommand } from './command.ts'

/*
 * npm run import -- PATH…: take in articles from files and folders. One line an article on standard output; how far it
 * is, remarks and the report at the end on standard error; exit 1 when any was refused.
 */

/** Files beyond this are no articles, and are not read. */
const largestFile = 16 * 1024 * 1024

/** Progress is said this often, in files, where it is not written over. */
const every = 10

const outcomeWords = { added: 'added', version: 'new version', already: 'already here' }

const kindNames = {
	text: 'plain text',
	markdown: 'Markdown',
	json: 'JSON',
	html: 'a web page',
	pdf: 'a PDF',
	docx: 'a Word document',
	zip: 'a ZIP archive',
}

const noText: Partial<Record<string, string>> = {
	pdf: 'it holds pictures of pages and no text, as scans do; recognise its text first, or type it',
	html: 'there is no article on the page: perhaps a script puts it there; copy the text from the browser and paste it',
}

const paths = process.argv.slice(2)
if (paths.length === 0) {
	console.error('Which articles? For example: npm run import -- articles/ one-more.pdf')
	process.exit(1)
}
await runCommand(() => run(paths))

type Found = { name: string; size: number } | { name: string; refused: string }
type Refused = { name: string; reason: string }

/** @returns whether every article went in, or was here already */
async function run(paths: string[]): Promise<boolean> {
	const begun = performance.now()
	const actor = await findImporter(db)
	const files: Found[] = []
	for (const name of paths) files.push(...(await filesAt(name)))

	const count = { added: 0, version: 0, already: 0 }
	const refused: Refused[] = []
	const decline = (name: string, reason: string) => {
		say(`refused  ${name}: ${reason}`)
		refused.push({ name, reason })
	}
	const progress = showProgress(files.length)
	for (const [index, file] of files.entries()) {
		if ('refused' in file) {
			decline(file.name, file.refused)
		} else {
			for (const outcome of await importFile(db, actor, {
				name: file.name,
				bytes: await fs.readFile(file.name),
			})) {
				if (outcome.outcome === 'refused') decline(outcome.name, wordProblem(outcome.problem))
				else report(outcome, count)
			}
		}
		progress.at(index + 1, file.name)
	}
	progress.end()
	const seconds = ((performance.now() - begun) / 1000).toFixed(1)
	const counts = `${count.added} added, ${count.already} already here, ${count.version} new versions, ${refused.length} refused`
	console.error(`${counts}; ${files.length} files in ${seconds} s`)
	for (const { name, reason } of refused) console.error(`  ${name}: ${reason}`)
	return refused.length === 0
}

/** The file at a path, or all files below it in the order of their names; hidden ones are passed over. */
async function filesAt(name: string): Promise<Found[]> {
	const stat = await fs.stat(name).catch(() => null)
	if (!stat) return [{ name, refused: 'there is no such file or folder' }]
	if (stat.isDirectory()) {
		const entries = (await fs.readdir(name)).filter((entry) => !entry.startsWith('.')).sort()
		const below: Found[] = []
		for (const entry of entries) below.push(...(await filesAt(path.join(name, entry))))
		return below
	}
	if (stat.size > largestFile) {
		return [{ name, refused: `it is larger than ${largestFile / 1024 / 1024} MB` }]
	}
	return [{ name, size: stat.size }]
}

/** How far it is: one line that is written over in a terminal, and elsewhere a line every ten files. */
function showProgress(total: number) {
	const terminal = process.stderr.isTTY
	const clear = '\r\u001b[2K'
	return {
		at(done: number, name: string) {
			if (total < 2) return
			if (terminal) process.stderr.write(`${clear}${done} of ${total}  ${path.basename(name).slice(0, 60)}`)
			else if (done % every === 0 && done < total) console.error(`${done} of ${total}`)
		},
		end() {
			if (terminal && total > 1) process.stderr.write(clear)
		},
	}
}

type Kept = Exclude<ImportOutcome, { outcome: 'refused' }>

function report({ outcome, id, name, leftOpen }: Kept, count: Record<Kept['outcome'], number>): void {
	count[outcome] += 1
	say(`${outcomeWords[outcome]}  ${id}  ${name}`)
	if (outcome === 'added' && leftOpen.length > 0) {
		console.error(`${name}: left open, since it cannot be read: ${leftOpen.join(', ')}`)
	}
}

function wordProblem(problem: FileProblem): string {
	switch (problem.code) {
		case 'empty':
			return 'there is no text in it'
		case 'too-long':
			return `the text has more than ${problem.limit.toLocaleString('en')} characters; split it into several articles`
		case 'binary':
			return 'it is a binary file; save the article as plain text'
		case 'not-utf8':
			return 'it is not encoded in UTF-8; save it as UTF-8'
		case 'lone-surrogate':
			return `half a character stands at position ${problem.at}; delete it`
		case 'control-character':
			return `the control character ${problem.codePoint} stands at position ${problem.at}; delete it`
		case 'bidi-override':
			return `${problem.codePoint} at position ${problem.at} turns the reading direction, so that the text is not shown as it is written; delete it`
		case 'line-break':
			return `a line break stands at position ${problem.at}`
		case 'json':
			return 'as JSON an article is {"title", "text", …}, and several are an array of these'
		case 'kind':
			return 'articles are taken from .txt, .md, .json, .html, .pdf and .docx files'
		case 'mismatch':
			return `its name says ${kindNames[problem.named]} and its contents are ${kindNames[problem.found]}; give it the name that fits`
		case 'no-text':
			return noText[problem.kind] ?? 'there is no text in it'
		case 'encrypted':
			return 'it opens with a password only; save it without one'
		case 'damaged':
			return `it is damaged, or no ${kindNames[problem.kind]}`
		case 'unknown-letters':
			return 'it shows letters without saying which they are; copy the text from a reader and paste it'
		case 'too-complex':
			return 'it takes more time or memory to read than any article needs'
		case 'too-many-pages':
			return `it has more than ${problem.limit} pages; split it`
		case 'too-large':
			return `it is larger than ${problem.megabytes} MB`
	}
}

function say(line: string): void {
	process.stdout.write(`${line}\n`)
}

import fs from 'node:fs/promises'
import path from 'node:path'
import { db } from '#app/db.server.ts'
import {
	findImporter,
	type FileProblem,
	importFile,
	type ImportOutcome,
} from '#app/services/import.server.ts'
import { runCommand } from './command.ts'

/*
 * npm run import -- PATH…: take in articles from files and folders. One line an article on standard output;
 * remarks on standard error; exit 1 when any was refused.
 */

/** Files beyond this are no articles, and are not read. */
const largestFile = 16 * 1024 * 1024

const paths = process.argv.slice(2)
if (paths.length === 0) {
	console.error('Which articles? For example: npm run import -- articles/ one-more.txt')
	process.exit(1)
}
await runCommand(() => run(paths))

/** @returns whether every article went in, or was here already */
async function run(paths: string[]): Promise<boolean> {
	const actor = await findImporter(db)
	let refused = 0
	for (const name of paths) {
		for await (const file of filesAt(name)) {
			const outcomes = 'refused' in file ? [] : await importFile(db, actor, file)
			if ('refused' in file) say(`refused  ${file.name}: ${file.refused}`)
			for (const outcome of outcomes) report(outcome)
			refused += 'refused' in file ? 1 : outcomes.filter(({ outcome }) => outcome === 'refused').length
		}
	}
	return refused === 0
}

type Found = { name: string; bytes: Uint8Array } | { name: string; refused: string }

/** The file at a path, or all files below it in the order of their names; hidden ones are passed over. */
async function* filesAt(name: string): AsyncGenerator<Found> {
	const stat = await fs.stat(name).catch(() => null)
	if (!stat) {
		yield { name, refused: 'there is no such file or folder' }
	} else if (stat.isDirectory()) {
		const entries = (await fs.readdir(name)).filter((entry) => !entry.startsWith('.')).sort()
		for (const entry of entries) yield* filesAt(path.join(name, entry))
	} else if (stat.size > largestFile) {
		yield { name, refused: `it is larger than ${largestFile / 1024 / 1024} MB` }
	} else {
		yield { name, bytes: await fs.readFile(name) }
	}
}

function report(outcome: ImportOutcome): void {
	if (outcome.outcome === 'refused') {
		say(`refused  ${outcome.name}: ${reason(outcome.problem)}`)
		return
	}
	say(`${outcome.outcome === 'added' ? 'added' : 'already here'}  ${outcome.id}  ${outcome.name}`)
	if (outcome.outcome === 'added' && outcome.leftOpen.length > 0) {
		console.error(`${outcome.name}: left open, since it cannot be read: ${outcome.leftOpen.join(', ')}`)
	}
}

function reason(problem: FileProblem): string {
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
			return 'articles are taken from .txt, .md and .json files; save the page or document as plain text'
	}
}

function say(line: string): void {
	process.stdout.write(`${line}\n`)
}

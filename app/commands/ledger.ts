import { createPublicKey } from 'node:crypto'
import fs from 'node:fs'
import { createInterface } from 'node:readline'
import { CannotStart } from '#app/cannot-start.ts'
import { describeProtection } from '#app/database-protection.server.ts'
import { db } from '#app/db.server.ts'
import type { LedgerHead } from '#app/domain/ledger.ts'
import { readLedgerLine, savedHeadSchema, writeLedgerLine } from '#app/domain/ledger-export.ts'
import { describeKey, isSignedBy, readKey } from '#app/domain/ledger-head.ts'
import { type LedgerReport, type Trust, verifyLedger } from '#app/domain/ledger-verification.ts'
import { env } from '#app/env.server.ts'
import { ledgerKeyFile, readLedgerKey } from '#app/ledger-key.server.ts'
import { keepHead, readKeptHead } from '#app/ledger-watch.server.ts'
import { recordUnrecorded } from '#app/services/ledger-catch-up.server.ts'
import { exportLedger } from '#app/services/ledger-reading.server.ts'
import { compareTables } from '#app/services/ledger-tables.server.ts'
import { runCommand } from './command.ts'

/*
 * npm run ledger -- verify [--file EXPORT] [--head HEAD] [--key KEY]: whether nothing in the ledger was changed. With a file,
 * offline, from an export alone; else from the database, and then the tables that pages are made of are compared too.
 * HEAD is a head that was saved earlier (/ledger/head.json), KEY the public key in PEM that has to have signed.
 *
 * npm run ledger -- export FILE: the ledger as JSON lines. The exit code is 1 when something is wrong.
 *
 * npm run ledger -- catch-up: write down what was published without an entry, by a version of this program that knew of no
 * ledger. It says of each entry that it is late; look at what it is about before.
 */

const usage = [
	'npm run ledger -- verify [--file EXPORT] [--head HEAD] [--key KEY]',
	'npm run ledger -- export FILE',
	'npm run ledger -- catch-up',
].join('\n')

type Options = { file?: string; head?: string; key?: string }

const [verb, ...rest] = process.argv.slice(2)
try {
	if (verb === 'verify') await verify(readOptions(rest))
	else if (verb === 'export' && rest.length === 1 && rest[0]) await exportTo(rest[0])
	else if (verb === 'catch-up' && rest.length === 0) await catchUp()
	else throw new CannotStart(usage)
} catch (error) {
	if (!(error instanceof CannotStart)) throw error
	console.error(error.message)
	process.exitCode = 1
}

function readOptions(given: string[]): Options {
	const options: Options = {}
	for (let at = 0; at < given.length; at += 2) {
		const name = (['file', 'head', 'key'] as const).find((name) => given[at] === `--${name}`)
		const value = given[at + 1]
		if (!name || !value) throw new CannotStart(usage)
		options[name] = value
	}
	return options
}

async function verify({ file, head, key }: Options): Promise<void> {
	const trust: Trust = {
		...(head && { saved: readSavedHead(head) }),
		...(key && { keyId: readPublicKey(key) }),
	}
	if (file) {
		process.exitCode = say(await verifyFile(file, trust)) ? 0 : 1
		return
	}
	await runCommand(async () => {
		const kept = trust.saved ?? readKeptHead(env()) ?? undefined
		const keyId = trust.keyId ?? describeKey(readLedgerKey(ledgerKeyFile(env()))).id
		const verification = verifyLedger({ keyId, saved: kept })
		for await (const lines of exportLedger(db)) {
			if (lines.some((line) => verification.take(line))) break
		}
		const report = verification.end()
		const fault = report.fault ?? (await compareTables(db))
		console.log(`Protection against the application itself: ${await describeProtection(db)}.`)
		if (!say({ ...report, fault })) return false
		console.log('Verdicts, corrections and what is in force are as the ledger says.')
		if (report.head) keepHead(env(), report.head)
		return true
	})
}

/** @returns whether nothing is wrong */
function say({ entries, heads, head, fault }: LedgerReport): boolean {
	if (fault) {
		console.log(`BROKEN at entry ${fault.entry} (${fault.code}): ${fault.message}.`)
		return false
	}
	console.log(`Whole: ${entries} entries, ${heads} signed heads.`)
	if (head)
		console.log(`Newest head: ${head.size} entries at ${head.at}, root ${head.root}, key ${head.keyId}.`)
	return true
}

async function verifyFile(file: string, trust: Trust): Promise<LedgerReport> {
	const verification = verifyLedger(trust)
	const input = fs.createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })
	const opened = new Promise<void>((resolve, reject) =>
		input.once('open', () => resolve()).once('error', reject),
	)
	await opened.catch((error: Error) => {
		throw new CannotStart(`${file} cannot be read: ${error.message}`)
	})
	for await (const line of createInterface({ input, crlfDelay: Infinity })) {
		if (line !== '' && verification.take(readLedgerLine(line))) break
	}
	input.destroy()
	return verification.end()
}

/** @throws CannotStart unless it is a head, and signed by the key that it gives, if it gives one */
function readSavedHead(file: string): LedgerHead {
	try {
		const { publicKey, ...head } = savedHeadSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
		const key = publicKey === undefined ? undefined : readKey({ id: head.keyId, publicKey })
		if (key === null || (key && !isSignedBy(head, key))) throw new Error('its signature is not valid')
		return head
	} catch (error) {
		throw new CannotStart(`${file} is no signed head: ${(error as Error).message}`)
	}
}

function readPublicKey(file: string): string {
	try {
		return describeKey(createPublicKey(fs.readFileSync(file))).id
	} catch (error) {
		throw new CannotStart(`${file} is no public key: ${(error as Error).message}`)
	}
}

async function exportTo(file: string): Promise<void> {
	await runCommand(async () => {
		const output = fs.openSync(file, 'w')
		let entries = 0
		for await (const lines of exportLedger(db)) {
			fs.writeSync(output, lines.map(writeLedgerLine).join(''))
			entries += lines.filter((line) => line.type === 'entry').length
		}
		fs.closeSync(output)
		console.log(`${entries} entries are in ${file}.`)
		return true
	})
}

async function catchUp(): Promise<void> {
	await runCommand(async () => {
		console.log(`${await recordUnrecorded(db)} entries were written.`)
		return true
	})
}

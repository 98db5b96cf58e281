import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { describeProtection } from '#app/database-protection.server.ts'
import { type Db, db } from '#app/db.server.ts'
import type { LedgerHead } from '#app/domain/ledger.ts'
import { savedHeadSchema } from '#app/domain/ledger-export.ts'
import { describeKey } from '#app/domain/ledger-head.ts'
import type { Env } from '#app/env.server.ts'
import { ledgerKeyFile, readLedgerKey } from '#app/ledger-key.server.ts'
import { logger } from '#app/log.server.ts'
import { listUnrecorded } from '#app/services/ledger-catch-up.server.ts'
import { findHead, passesThrough } from '#app/services/ledger-reading.server.ts'

type Place = Pick<Env, 'LEDGER_KEY_FILE' | 'DATA_DIR'>

/** Where the newest head that this machine has seen is kept: beside the key, outside the database. */
const keptFile = (place: Place) => `${ledgerKeyFile(place)}.head.json`

/** The head that was kept; `null` when there is none that can be read. */
export function readKeptHead(place: Place): LedgerHead | null {
	try {
		return savedHeadSchema.parse(JSON.parse(fs.readFileSync(keptFile(place), 'utf8')))
	} catch {
		return null
	}
}

/**
 * At a start: say how the database is protected, and whether its ledger goes on from what this machine has seen and is signed
 * by its key. A database that was set back to an old backup, or whose history was written anew, does not.
 * @throws CannotStart when the key cannot be used
 */
export async function watchLedger(place: Place, on: Db = db): Promise<void> {
	const { id } = describeKey(readLedgerKey(ledgerKeyFile(place)))
	const protection = await describeProtection(on)
	const facts = { ledgerKey: id, protection }
	if (protection === 'triggers only') logger.warn(facts, 'the application may change what only grows')
	else logger.info(facts, 'the application cannot change what only grows')

	const signed = await findHead(on)
	const kept = readKeptHead(place)
	if (kept && !(await passesThrough(on, kept))) {
		logger.error(
			{ security: 'ledger-fork', kept: kept.size, found: signed?.head.size ?? 0 },
			'the ledger does not go on from the head that was kept: see "The ledger" in docs/operations.md',
		)
		return
	}
	const [missing] = await listUnrecorded(on, 1)
	if (missing) {
		const { slug, verdict } = missing
		logger.error({ security: 'ledger-unrecorded', slug, verdict }, 'something is published that has no entry')
	}
	if (!signed) return
	if (signed.head.keyId !== id) {
		logger.warn(
			{ security: 'ledger-key', signedWith: signed.head.keyId, ledgerKey: id },
			'another key signed the ledger',
		)
	}
	keepHead(place, signed.head)
}

/** Keep a head as the newest that was seen. */
export function keepHead(place: Place, head: LedgerHead): void {
	const file = keptFile(place)
	const draft = `${file}.${randomBytes(4).toString('hex')}`
	fs.writeFileSync(draft, `${JSON.stringify(head)}\n`, { mode: 0o600 })
	fs.renameSync(draft, file)
}

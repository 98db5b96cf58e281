import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { CannotStart } from '#app/cannot-start.ts'
import { describeKey } from '#app/domain/ledger-head.ts'
import { env, type Env } from '#app/env.server.ts'

/** Where the key that signs the ledger's heads is: outside the database, whose owner could otherwise write another history. */
export function ledgerKeyFile(settings: Pick<Env, 'LEDGER_KEY_FILE' | 'DATA_DIR'>): string {
	return path.resolve(settings.LEDGER_KEY_FILE ?? path.join(settings.DATA_DIR, 'ledger-key.pem'))
}

/**
 * The key in `file`, made there with the first use, for our own account alone. Of processes that start together one
 * makes it.
 * @throws CannotStart when the file cannot be read or written, or holds no Ed25519 key
 */
export function readLedgerKey(file: string): KeyObject {
	try {
		if (!fs.existsSync(file)) makeKey(file)
		const key = createPrivateKey(fs.readFileSync(file))
		describeKey(key)
		return key
	} catch (error) {
		throw new CannotStart(
			`The key that signs the ledger cannot be used: ${(error as Error).message}. It is expected in ${file}, ` +
				'as an Ed25519 private key in PEM (PKCS #8); LEDGER_KEY_FILE names another place.',
			{ cause: error },
		)
	}
}

function makeKey(file: string): void {
	fs.mkdirSync(path.dirname(file), { recursive: true })
	const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })
	const draft = `${file}.${randomBytes(4).toString('hex')}`
	fs.writeFileSync(draft, pem, { mode: 0o600 })
	try {
		// Unlike a rename, a link fails when somebody else's key is there.
		fs.linkSync(draft, file)
	} catch (error) {
		if ((error as { code?: string }).code !== 'EEXIST') throw error
	} finally {
		fs.rmSync(draft)
	}
}

let known: KeyObject | undefined

/** The process's key, read once. */
export function ledgerKey(): KeyObject {
	return (known ??= readLedgerKey(ledgerKeyFile(env())))
}

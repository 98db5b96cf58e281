import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Env } from '#app/env.server.ts'

/** Letters and digits that are not mistaken for one another when read aloud or typed from a terminal. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/**
 * The password of the demonstration people: DEMO_PASSWORD, or one made at the first start (some 79 bits
 * of chance) and kept beside the data, so that it is the same the next time.
 */
export function demoPassword(env: Pick<Env, 'DATA_DIR' | 'DEMO_PASSWORD'>): string {
	if (env.DEMO_PASSWORD) return env.DEMO_PASSWORD
	const file = path.join(env.DATA_DIR, 'demo-password')
	const kept = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : ''
	if (kept.length >= 12) return kept

	const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
	const made = [group(), group(), group(), group()].join('-')
	fs.mkdirSync(env.DATA_DIR, { recursive: true })
	fs.writeFileSync(file, `${made}\n`, { mode: 0o600 })
	return made
}

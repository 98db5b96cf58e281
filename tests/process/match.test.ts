import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { test } from '#tests/support/database.ts'
import { databaseEnvironment } from '#tests/support/postgres.ts'

let folder = ''
beforeAll(async () => {
	folder = await fs.mkdtemp(path.join(os.tmpdir(), 'match-'))
})
afterAll(() => fs.rm(folder, { recursive: true }))

type Run = { code: number; output: string; errors: string }

/** Run the command on what is in a file, against the tests' server. */
async function match(content: string): Promise<Run> {
	const file = path.join(folder, 'claims.json')
	await fs.writeFile(file, content)
	const environment = { ...process.env, ...databaseEnvironment(inject('postgres').server) }
	return new Promise((resolve) => {
		execFile(
			process.execPath,
			['--import', 'tsx', 'app/commands/match.ts', file],
			{ env: environment },
			(error, output, errors) => resolve({ code: error ? 1 : 0, output, errors }),
		)
	})
}

describe('npm run match', () => {
	test('tells repeats and contradictions from the rest, and leaves no database behind', async ({ db }) => {
		const { code, output } = await match(
			JSON.stringify([
				{ id: 'one', text: 'حصل المرشح على 40.27% من أصوات الناخبين في هندوراس' },
				{ id: 'two', text: 'حصل المرشح على ٤٠٫٢٧٪ من اصوات الناخبين في الهندوراس' },
				{ id: 'three', text: 'افتتحت البلدية سوقًا للسمك على شاطئ تيلا' },
				{ id: 'asked', text: 'نال المرشح 40.26% من أصوات الناخبين في هندوراس', pool: false },
				{ id: 'empty', text: '' },
			]),
		)
		expect(code).toBe(0)
		expect(JSON.parse(output)).toEqual({
			one: { candidates: ['two'], duplicate: true, conflict: false },
			two: { candidates: ['one'], duplicate: true, conflict: false },
			three: { candidates: [], duplicate: false, conflict: false },
			asked: { candidates: ['one', 'two'], duplicate: false, conflict: true },
			empty: { candidates: [], duplicate: false, conflict: false },
		})
		const left = await db.execute(sql`select from pg_database where starts_with(datname, 'tadqiq_match_')`)
		expect([...left]).toEqual([])
	})

	test.each([
		['no JSON', 'nothing', /is no JSON/],
		['no list', '{"id": "one", "text": "خبر"}', /is no list of claims/],
		['one id twice', '[{"id":"a","text":"خبر"},{"id":"a","text":"آخر"}]', /one id to several/],
	])('says what is wrong with %s', async (_, content, sentence) => {
		const { code, output, errors } = await match(content)
		expect({ code, output }).toEqual({ code: 1, output: '' })
		expect(errors).toMatch(sentence)
	})
})

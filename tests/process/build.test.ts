import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from '#app/build.server.ts'

let folder: string

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tadqiq-test-'))
	fs.mkdirSync(path.join(folder, 'app', 'routes'), { recursive: true })
	fs.writeFileSync(path.join(folder, 'app', 'root.tsx'), 'root')
	fs.writeFileSync(path.join(folder, 'app', 'routes', 'home.tsx'), 'home')
	fs.writeFileSync(path.join(folder, 'config.ts'), 'config')
})

afterEach(() => fs.rmSync(folder, { recursive: true }))

const of = (...names: string[]) => fingerprint(names.map((name) => path.join(folder, name)))
const everything = () => of('app', 'config.ts', 'absent')

test('the same files have the same fingerprint, in whatever order they are named', () => {
	expect(everything()).toMatch(/^[0-9a-f]{16}$/)
	expect(everything()).toBe(of('config.ts', 'absent', 'app'))
})

test.each<[string, (at: (name: string) => string) => void]>([
	['a changed file', (at) => fs.writeFileSync(at('app/routes/home.tsx'), 'Home')],
	['a renamed file', (at) => fs.renameSync(at('app/root.tsx'), at('app/base.tsx'))],
	['a new file', (at) => fs.writeFileSync(at('app/new.ts'), '')],
	['a file less', (at) => fs.rmSync(at('app/root.tsx'))],
	[
		'two files whose contents were exchanged',
		(at) => {
			fs.writeFileSync(at('app/root.tsx'), 'home')
			fs.writeFileSync(at('app/routes/home.tsx'), 'root')
		},
	],
])('%s makes another fingerprint', (_what, change) => {
	const before = everything()
	change((name) => path.join(folder, name))
	expect(everything()).not.toBe(before)
})

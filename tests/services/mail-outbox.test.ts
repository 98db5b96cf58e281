import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Mailer, type Message, openMailer } from '#app/mail/mailer.server.ts'
import { noon } from '#tests/support/factories.ts'
import { readLetter } from '#tests/support/mail-server.ts'

let folder: string
let mailer: Mailer

const message: Message = {
	id: '0b7e9a52-9a0f-4a55-8a52-b9d4ffb38a11',
	to: 'guest@paper.example',
	language: 'ar',
	subject: 'دعوة',
	text: 'نص الرسالة',
	page: '<p>نص الرسالة</p>',
	date: noon,
}

beforeEach(async () => {
	folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tadqiq-test-'))
	const settings = { SMTP_URL: undefined, MAIL_FROM: undefined, PUBLIC_ORIGIN: 'http://localhost:3000' }
	mailer = openMailer({ ...settings, DATA_DIR: path.join(folder, 'data') })
})

afterEach(() => fs.rm(folder, { recursive: true }))

test('without SMTP_URL a letter is a file in the folder outbox, for nobody else to read', async () => {
	expect(mailer.goesTo).toBe('files')
	await mailer.send(message)

	const outbox = path.join(folder, 'data', 'outbox')
	const files = await fs.readdir(outbox)
	expect(files).toEqual([`2026-03-02T12-00-00Z-${message.id}.eml`])
	const file = path.join(outbox, files[0] ?? '')
	expect((await fs.stat(file)).mode & 0o777).toBe(0o600)
	expect((await fs.stat(outbox)).mode & 0o777).toBe(0o700)
	const letter = readLetter(await fs.readFile(file, 'utf8'))
	expect(letter).toMatchObject({ subject: 'دعوة', text: 'نص الرسالة', page: '<p>نص الرسالة</p>' })
	expect(letter.headers.get('to')).toBe('guest@paper.example')
	expect(letter.headers.get('from')).toBe('تدقيق <tadqiq@localhost>')
})

test('a letter that is sent a second time is the same file', async () => {
	await mailer.send(message)
	await mailer.send(message)

	expect(await fs.readdir(path.join(folder, 'data', 'outbox'))).toHaveLength(1)
})

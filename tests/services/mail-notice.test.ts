import { afterEach, expect } from 'vitest'
import { connectDatabase } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { loader } from '#app/routes/desk.tsx'
import { test } from '#tests/support/database.ts'
import { addPerson, openSession } from '#tests/support/factories.ts'

afterEach(() => {
	delete env().SMTP_URL
})

test('the desk tells admins, and nobody else, that mail goes to files', async ({ fresh: { connection } }) => {
	const { db, close } = connectDatabase(connection, { max: 2 })
	const isTold = async (role: 'admin' | 'editor') => {
		const cookie = await openSession(db, await addPerson(db, { role }), { secondFactor: true })
		const request = new Request('http://localhost:3000/desk', { headers: { cookie } })
		const context = { nonce: 'n', requestId: 'r', address: '127.0.0.1' }
		const { mailToFiles } = await (await loader({ request, context, params: {} })).json()
		return mailToFiles
	}

	expect(await isTold('admin')).toBe(true)
	expect(await isTold('editor')).toBe(false)
	env().SMTP_URL = 'smtp://mail.example'
	expect(await isTold('admin')).toBe(false)
	await close()
})

import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import { sha256 } from '#app/ids.server.ts'
import { action as change, loader as show } from '#app/routes/desk.sources_.$sourceId.tsx'
import { loader as download } from '#app/routes/desk.sources_.$sourceId_.copies.$sha.ts'
import { loader as picture } from '#app/routes/desk.sources_.$sourceId_.copies.$sha_.picture.ts'
import { loader as view } from '#app/routes/desk.sources_.$sourceId_.copies.$sha_.view.tsx'
import { action as upload } from '#app/routes/desk.sources_.$sourceId_.upload.tsx'
import { blobs, sourceCopies, sourceEvents, sources } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { makeDocx, makePdf, makeZip } from '#tests/support/documents.ts'
import { addPerson, noon, openSession } from '#tests/support/factories.ts'

const test = base.extend<{ desk: { db: Db; cookie: string } }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 2 })
		await db.insert(sources).values({ id: 'archive', publisher: 'الأرشيف', createdAt: noon })
		await db.insert(sources).values({ id: 'agency', publisher: 'الوكالة', createdAt: noon })
		await use({ db, cookie: await openSession(db, await addPerson(db)) })
		await close()
	},
})

type Handler = (args: ActionFunctionArgs) => Promise<Response>

async function ask(handler: Handler, cookie: string, sha = '', body?: BodyInit): Promise<Response> {
	const answer: unknown = await handler({
		request: new Request('http://localhost:3000/desk/sources/archive', {
			method: body === undefined ? 'GET' : 'POST',
			headers: { cookie },
			body,
		}),
		params: { sourceId: 'archive', sha },
		context: { nonce: 'n', requestId: 'r', address: '127.0.0.1' } satisfies AppLoadContext,
	}).catch((error: unknown) => error)
	if (!(answer instanceof Response)) throw answer
	return answer
}

function send(cookie: string, name: string, bytes: Uint8Array | string, type = 'application/octet-stream') {
	const form = new FormData()
	form.append('file', new File([bytes as BlobPart], name, { type }))
	return ask(upload, cookie, '', form)
}

const red = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
const page = '<!doctype html><script>alert(1)</script>'

describe('what is not taken', () => {
	test.for<[string, string, () => Promise<Uint8Array> | Uint8Array | string, string]>([
		['a page', 'page.html', () => page, 'kind'],
		['a page as a picture', 'photo.png', () => page, 'mismatch'],
		['a page as text', 'note.txt', () => page, 'mismatch'],
		['a page as a table', 'table.csv', () => `\ufeff\n ${page}`, 'mismatch'],
		['a page behind a comment', 'note.txt', () => `<!-- x -->${page}`, 'mismatch'],
		['XML', 'note.txt', () => '<?xml version="1.0"?><x/>', 'mismatch'],
		['a drawing with a script', 'drawing.svg', () => svg, 'kind'],
		['a drawing as a picture', 'photo.webp', () => svg, 'mismatch'],
		['a drawing as text', 'note.txt', () => svg, 'mismatch'],
		['a picture under another name', 'photo.jpg', () => red().png().toBuffer(), 'mismatch'],
		['a PDF as a picture', 'photo.png', () => makePdf(['x']), 'mismatch'],
		[
			'a PDF behind a page',
			'report.pdf',
			() => Buffer.from(`${page}${Buffer.from(makePdf(['x'])).toString('latin1')}`),
			'mismatch',
		],
		[
			'a picture that only begins as one',
			'photo.png',
			() => Buffer.from(`\u0089PNG\r\n\u001a\n${page}`, 'latin1'),
			'mismatch',
		],
		[
			'a picture cut short',
			'photo.png',
			async () => (await red().png().toBuffer()).subarray(0, 40),
			'mismatch',
		],
		['a document of Word', 'report.docx', () => makeDocx(['x']), 'kind'],
		[
			'a bomb as a document',
			'report.docx',
			() => makeZip([{ name: 'word/document.xml', bytes: Buffer.alloc(30_000_000) }]),
			'kind',
		],
		['an archive as a table', 'table.csv', () => makeZip([{ name: 'x', bytes: 'x' }]), 'mismatch'],
		['a program', 'tool.exe', () => Buffer.from('MZ\0\0'), 'kind'],
		['a program as a PDF', 'report.pdf', () => Buffer.from('MZ\0\0'), 'mismatch'],
		['a script', 'tool.js', () => 'alert(1)', 'kind'],
		['two endings', 'report.pdf.html', () => makePdf(['x']), 'kind'],
		['no ending', 'report', () => makePdf(['x']), 'kind'],
		['nothing', 'report.pdf', () => '', 'empty'],
		['a name turned round', 'report\u202efdp.exe', () => 'MZ', 'kind'],
	])('%s is refused with the reason, and nothing is kept', async ([, name, bytes, problem], { desk }) => {
		const response = await send(desk.cookie, name, await bytes())
		expect([response.status, await response.json()]).toEqual([422, { problem }])
		expect(await desk.db.$count(blobs)).toBe(0)
	})

	test('more than twenty megabytes', async ({ desk }) => {
		const response = await send(desk.cookie, 'note.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'x'))
		expect([response.status, await response.json()]).toEqual([413, { problem: 'too-large' }])
	})

	test('anything of somebody who is out', async ({ desk }) => {
		expect((await send('', 'note.txt', 'x')).status).toBe(401)
		expect(await desk.db.$count(blobs)).toBe(0)
	})
})

describe('what is taken', () => {
	test.for<[string, string, () => Promise<Uint8Array> | Uint8Array | string, string]>([
		['a PDF', 'report.pdf', () => makePdf(['The share is 27.4 per cent']), 'application/pdf'],
		[
			'a PDF with a script',
			'report.pdf',
			() => makePdf(['x'], { catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }),
			'application/pdf',
		],
		['a picture', 'photo.png', () => red().png().toBuffer(), 'image/png'],
		[
			'a picture with a page behind it',
			'photo.png',
			async () => Buffer.concat([await red().png().toBuffer(), Buffer.from(page)]),
			'image/png',
		],
		['a photograph', 'photo.jpeg', () => red().jpeg().toBuffer(), 'image/jpeg'],
		['a table', 'table.csv', () => 'a,b\n=1+1,<script>alert(1)</script>\n', 'text/csv'],
		['a text', 'note.txt', () => 'الحصة <script>alert(1)</script> 27.4', 'text/plain'],
	])(
		'%s is kept to the last byte, and handed out to be saved only',
		async ([, name, make, mediaType], { desk }) => {
			const bytes = Buffer.from((await make()) as Uint8Array)
			expect((await send(desk.cookie, name, bytes, 'text/html')).status).toBe(303)
			const [copy] = await desk.db.select().from(sourceCopies)
			expect(copy).toMatchObject({ mediaType, sha256: sha256(bytes), way: 'upload' })
			const response = await ask(download, desk.cookie, sha256(bytes))
			expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
			expect(Object.fromEntries(response.headers)).toMatchObject({
				'content-type': 'application/octet-stream',
				'content-disposition': expect.stringMatching(/^attachment; filename="copy-[0-9a-f]{16}\.[a-z.]+"$/),
				'x-content-type-options': 'nosniff',
				'content-security-policy': "sandbox; default-src 'none'",
			})
			expect((await ask(view, desk.cookie, sha256(bytes))).status).toBe(200)
		},
	)

	test.for<[string, string]>([
		['../../../etc/passwd.txt', 'passwd.txt'],
		['C:\\Windows\\note.txt', 'note.txt'],
		['\u202etxt.exe\u202c.txt', 'txt.exe.txt'],
		['a\nb\r\nSet-Cookie: x.txt', 'a b Set-Cookie: x.txt'],
	])('a file called %j is noted by a plain name', async ([name, kept], { desk }) => {
		expect((await send(desk.cookie, name, `نص ${kept}`)).status).toBe(303)
		expect((await desk.db.select().from(sourceCopies)).map(({ fileName }) => fileName)).toEqual([kept])
	})
})

test('where a photograph was taken is in the original and not in what is shown', async ({ desk }) => {
	const photograph = await red()
		.withExif({
			IFD0: { Copyright: 'secret place' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '15/1 30/1 0/1' },
		})
		.jpeg()
		.toBuffer()
	await send(desk.cookie, 'photo.jpg', photograph)
	const shown = await ask(picture, desk.cookie, sha256(photograph))
	const drawn = Buffer.from(await shown.arrayBuffer())
	expect(shown.headers.get('content-type')).toBe('image/webp')
	expect((await sharp(photograph).metadata()).exif).toBeDefined()
	expect((await sharp(drawn).metadata()).exif).toBeUndefined()
	expect(drawn.includes('secret place')).toBe(false)
})

test.for(['', '..', 'x', '0'.repeat(64), `${'0'.repeat(63)}/`])(
	'there is no copy %j',
	async (sha, { desk }) => {
		for (const loader of [download, picture, view])
			expect((await ask(loader, desk.cookie, sha)).status).toBe(404)
	},
)

test('a table is shown as text, its first rows', async ({ desk }) => {
	const table = `a,b\n"x, ""y""",=1+1\n${'1,2\n'.repeat(500)}`
	await send(desk.cookie, 'table.csv', table)
	const shown = await (await ask(view, desk.cookie, sha256(table))).json()
	expect([shown.table.rows.length, shown.table.all, shown.table.rows[1]]).toEqual([
		200,
		502,
		['x, "y"', '=1+1'],
	])
})

describe('the page of a source', () => {
	const post = (cookie: string, fields: Record<string, string>) =>
		ask(change, cookie, '', new URLSearchParams(fields))
	const facts = {
		intent: 'edit',
		revision: '1',
		publisher: 'الأرشيف الوطني',
		language: '',
		checkedEvery: '14',
	}

	test('keeps what was there before a correction, and refuses a stale one with what was typed', async ({
		desk,
	}) => {
		expect((await post(desk.cookie, facts)).status).toBe(303)
		const stale = await post(desk.cookie, { ...facts, publisher: 'آخر' })
		expect([stale.status, await stale.json()]).toMatchObject([
			409,
			{ code: 'stale', typed: { publisher: 'آخر' } },
		])
		const { source, history } = await (await ask(show, desk.cookie)).json()
		expect(source).toMatchObject({ publisher: 'الأرشيف الوطني', checkedEvery: 14, revision: 2 })
		expect(history).toHaveLength(1)
		expect((await desk.db.select().from(sourceEvents))[0]?.detail).toEqual({
			before: { publisher: 'الأرشيف', checkedEvery: 30 },
			after: { publisher: 'الأرشيف الوطني', checkedEvery: 14 },
		})
	})

	test('says whom it relies on, once each, and takes it back', async ({ desk }) => {
		const rely = (on: string) => post(desk.cookie, { intent: 'rely', on })
		expect((await rely('http://localhost:3000/desk/sources/agency')).status).toBe(303)
		expect((await rely('بيان الوزارة')).status).toBe(303)
		expect((await rely('بَيَان الوزاره')).status).toBe(409)
		expect((await rely('/desk/sources/archive')).status).toBe(422)
		const { reliesOn } = await (await ask(show, desk.cookie)).json()
		expect(
			reliesOn.map(({ name, sourceId }: { name: string; sourceId: string }) => [name, sourceId]),
		).toEqual([
			['الوكالة', 'agency'],
			['بيان الوزارة', null],
		])
		await post(desk.cookie, { intent: 'rely_no_more', relianceId: reliesOn[0].id })
		const after = await (await ask(show, desk.cookie)).json()
		expect(after.reliesOn).toHaveLength(reliesOn.length - 1)
	})

	test('asks for no copy where there is no address', async ({ desk }) => {
		expect((await post(desk.cookie, { intent: 'again' })).status).toBe(409)
	})
})

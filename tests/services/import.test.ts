import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { signIn } from '#app/auth/sign-in.server.ts'
import { sha256 } from '#app/ids.server.ts'
import { findArticle } from '#app/services/articles.server.ts'
import { readArticleFile } from '#app/intake/article-file.server.ts'
import { findImporter, importFile } from '#app/services/import.server.ts'
import { articles, articleVersions, users } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addPerson, articleText } from '#tests/support/factories.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const markdown = `---
title: "سوق السمك: عامه الأول"
outlet: صحيفة الميناء
author: ليلى قرداحي
url: https://harbour.example/2026/02/fish
date: 2026-02-27
lang: ar
---

# سوق السمك

${articleText}
`

describe('a file that is imported', () => {
	test('goes in as it is, line ends and all, and is here already the second time', async ({ db }) => {
		const actor = await addPerson(db)
		const text = articleText.replaceAll('\n', '\r\n') + '\r\n  '
		const file = { name: 'folder/fish.txt', bytes: bytes(text) }
		const [first] = await importFile(db, actor, file)
		if (first?.outcome !== 'added') throw new Error(JSON.stringify(first))
		expect(first.name).toBe('folder/fish.txt')
		const found = await findArticle(db, first.id)
		expect(found?.version).toMatchObject({ text, sha256: sha256(file.bytes), fileName: 'fish.txt' })
		expect(found?.article).toMatchObject({ title: null, outlet: null, publishedOn: null, language: 'ar' })
		expect(await importFile(db, actor, file)).toEqual([{ ...first, outcome: 'already' }])
		expect(await db.$count(articleVersions)).toBe(1)
	})

	test('may say in its front matter what is known of it, and keeps it in its text', async ({ db }) => {
		const [added] = await importFile(db, await addPerson(db), { name: 'fish.md', bytes: bytes(markdown) })
		if (added?.outcome !== 'added') throw new Error(JSON.stringify(added))
		const found = await findArticle(db, added.id)
		expect(found?.version.text).toBe(markdown)
		expect(found?.article).toMatchObject({
			title: 'سوق السمك: عامه الأول',
			outlet: 'صحيفة الميناء',
			author: 'ليلى قرداحي',
			url: 'https://harbour.example/2026/02/fish',
			publishedOn: '2026-02-27',
			language: 'ar',
		})
	})

	test('goes in although its front matter cannot be read, and says what was left open', async ({ db }) => {
		const text = markdown.replace('https://harbour', 'harbour').replace('2026-02-27', 'أمس')
		const [added] = await importFile(db, await addPerson(db), { name: 'fish.md', bytes: bytes(text) })
		expect(added).toMatchObject({ outcome: 'added', leftOpen: ['url', 'publishedOn'] })
		const [article] = await db.select().from(articles)
		expect(article).toMatchObject({ outlet: 'صحيفة الميناء', url: null, publishedOn: null })
	})

	test('of JSON may hold one article or many, and one that is refused leaves the others be', async ({
		db,
	}) => {
		const actor = await addPerson(db)
		const [one] = await importFile(db, actor, {
			name: 'one.json',
			bytes: bytes(JSON.stringify({ title: 'سوق', text: articleText, published_on: '2026-02-27T08:00:00Z' })),
		})
		if (one?.outcome !== 'added') throw new Error(JSON.stringify(one))
		const found = await findArticle(db, one.id)
		expect(found?.version.text).toBe(articleText)
		expect(found?.article).toMatchObject({ title: 'سوق', publishedOn: '2026-02-27', language: 'ar' })

		const many = [{ text: 'نص أول' }, { text: '  ' }, { text: 'قبل\ud83dبعد' }, { text: articleText }]
		const outcomes = await importFile(db, actor, { name: 'many.json', bytes: bytes(JSON.stringify(many)) })
		expect(outcomes).toMatchObject([
			{ outcome: 'added', name: 'many.json#1' },
			{ outcome: 'refused', name: 'many.json#2', problem: { code: 'empty' } },
			{ outcome: 'refused', name: 'many.json#3', problem: { code: 'lone-surrogate', at: 3 } },
			{ outcome: 'already', name: 'many.json#4', id: one.id },
		])
	})

	test.for<[string, string, Uint8Array, Record<string, unknown>]>([
		['of another encoding', 'a.txt', Uint8Array.of(0xc7, 0xe1, 0xd3, 0xe6, 0xde), { code: 'not-utf8' }],
		[
			'with a surrogate encoded by force',
			'a.txt',
			Uint8Array.of(0x61, 0xed, 0xa0, 0xbd),
			{ code: 'not-utf8' },
		],
		['that is a picture', 'a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d), { code: 'binary' }],
		[
			'that is a picture and says so',
			'a.png',
			Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0),
			{ code: 'binary' },
		],
		['that is empty', 'a.md', bytes(''), { code: 'empty' }],
		['that has blanks only', 'a.txt', bytes(' \n\t\n'), { code: 'empty' }],
		['of five megabytes', 'a.txt', bytes('سوق '.repeat(750_000)), { code: 'too-long', limit: 400_000 }],
		['with a control character', 'a.txt', bytes('سوق\u0007'), { code: 'control-character', at: 3 }],
		['with an override', 'a.txt', bytes('سوق\u202eسمك'), { code: 'bidi-override', at: 3 }],
		['of a document that is cut off', 'a.pdf', bytes('%PDF-1.7 سوق'), { code: 'damaged', kind: 'pdf' }],
		['of a document that is none', 'a.pdf', bytes('سوق'), { code: 'damaged', kind: 'pdf' }],
		['of a document under another name', 'a.txt', bytes('%PDF-1.7 سوق'), { code: 'mismatch', found: 'pdf' }],
		[
			'of a page under another name',
			'a.txt',
			bytes('<!doctype html><p>سوق'),
			{ code: 'mismatch', found: 'html' },
		],
		[
			'of an archive under a name of ours',
			'a.docx',
			bytes('PK\u0003\u0004سوق'),
			{ code: 'mismatch', found: 'zip' },
		],
		['of another program', 'a.rtf', bytes('{\\rtf1 سوق}'), { code: 'kind' }],
		['of no kind', 'article', bytes('سوق'), { code: 'kind' }],
		['of JSON that is none', 'a.json', bytes('{"text": '), { code: 'json' }],
		['of JSON without a text', 'a.json', bytes('{"title": "سوق"}'), { code: 'json' }],
		['of JSON with nothing in it', 'a.json', bytes('[]'), { code: 'json' }],
	])('%s is refused, and nothing is kept', async ([, name, content, problem], { db }) => {
		const outcomes = await importFile(db, await addPerson(db), { name, bytes: content })
		expect(outcomes).toMatchObject([{ outcome: 'refused', name, problem }])
		expect(await db.$count(articles)).toBe(0)
	})
})

describe('front matter', () => {
	test.for<[string, string]>([
		['that is not closed', '---\ntitle: سوق\n\nنص'],
		['that is a rule between paragraphs', '---\n\nنص\n\n---\n'],
		['that is no YAML', '---\ntitle: "سوق\n---\nنص'],
		['that stands further down', 'نص\n---\ntitle: سوق\n---\n'],
	])('%s is text like all else', async ([, text]) => {
		const read = await readArticleFile('a.md', bytes(text))
		expect(read).toMatchObject({ articles: [{ text, details: { title: null }, leftOpen: [] }] })
	})

	test('is not looked for in plain text', async () => {
		expect(await readArticleFile('a.txt', bytes(markdown))).toMatchObject({
			articles: [{ details: { title: null } }],
		})
	})

	test('is not taken at its word without end', async () => {
		const bomb = '---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c\n---\nنص'
		expect(await readArticleFile('a.md', bytes(bomb))).toMatchObject({
			articles: [{ details: { title: null } }],
		})
	})
})

describe('who imports', () => {
	test('is the first administrator', async ({ db }) => {
		const admin = await addPerson(db, { role: 'admin' })
		await addPerson(db, { role: 'editor' })
		expect(await findImporter(db)).toEqual(admin)
	})

	test('is the system before anybody is there: made once, and nobody signs in as it', async ({ db }) => {
		const system = await findImporter(db)
		expect(await findImporter(db)).toEqual(system)
		expect(await db.$count(users)).toBe(1)
		const [row] = await db.select().from(users).where(eq(users.id, system.id))
		expect(row?.disabledAt).not.toBeNull()
		const stranger = { agent: null, network: '192.0.2.1', device: null }
		expect(await signIn(db, { email: system.email, password: 'none', ...stranger })).toEqual({
			outcome: 'wrong',
		})
	})
})

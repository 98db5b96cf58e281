import { eq } from 'drizzle-orm'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import { sha256 } from '#app/ids.server.ts'
import { exportBundle, findImportedBundle } from '#app/services/bundle.server.ts'
import { importBundle } from '#app/services/bundle-import.server.ts'
import { keepUpload } from '#app/services/copies.server.ts'
import { findWorkbench } from '#app/services/workbench.server.ts'
import { blobs, claims, evidence, importedBundles, sourceCopies } from '#drizzle/schema.ts'
import { freshDatabase, test } from '#tests/support/database.ts'
import { addClaim, addEvidence, addPerson, publishClaim } from '#tests/support/factories.ts'

const origin = 'https://tadqiq.example'

/** A published claim with a stored copy of its first source, and its bundle. */
async function makeBundle(db: Db) {
	const claim = await addClaim(db, { countries: ['HN', 'PE'] })
	const actor = await addPerson(db)
	const { id } = await addEvidence(db, claim, { stance: 'supports' })
	const [row] = await db.select().from(evidence).where(eq(evidence.id, id))
	const bytes = new TextEncoder().encode('بلغت حصة النساء بين باعة السمك 27.4 في المئة.')
	await keepUpload(db, actor, { sourceId: row?.sourceId ?? '', name: 'survey.txt', bytes })
	await publishClaim(db, claim)
	return { claim, bundle: (await exportBundle(db, claim.id, { origin })).bytes, copy: sha256(bytes) }
}

const read = (files: Record<string, Uint8Array>, path: string): unknown =>
	JSON.parse(new TextDecoder().decode(files[path]))

describe('a bundle', () => {
	test('holds everything behind a verdict, and every file by its hash', async ({ db }) => {
		const { bundle, copy } = await makeBundle(db)
		const files = unzipSync(bundle)
		const names = Object.keys(files)
		for (const path of [
			'manifest.json',
			'readme.ar.md',
			'readme.en.md',
			'claim.json',
			'articles.json',
			'evidence.json',
			'evidence.csv',
			'verdict.json',
			'versions/1.json',
			'corrections.json',
			'history.json',
			'claim-review.ar.json',
			'claim-review.en.json',
			'annotations.json',
			'ledger.json',
			`copies/${copy}`,
		]) {
			expect(names).toContain(path)
		}
		const manifest = read(files, 'manifest.json') as { files: { path: string; sha256: string }[] }
		expect(manifest.files.map(({ path }) => path)).toEqual(names.filter((name) => name !== 'manifest.json'))
		for (const { path, sha256: hash } of manifest.files) expect(sha256(files[path] ?? '')).toBe(hash)
		expect(read(files, 'ledger.json')).toHaveLength(1)
		expect(read(files, 'claim-review.ar.json')).toMatchObject({ '@type': 'ClaimReview' })
	})

	test('names nobody of the newsroom', async ({ db }) => {
		const { claim, bundle } = await makeBundle(db)
		const text = Object.values(unzipSync(bundle))
			.map((bytes) => new TextDecoder().decode(bytes))
			.join('\n')
		expect(text).not.toContain(claim.by.name)
		expect(text).not.toContain(claim.by.email)
	})

	test('is the same, byte for byte, however often it is made', async ({ db }) => {
		const { claim, bundle } = await makeBundle(db)
		expect(sha256((await exportBundle(db, claim.id, { origin })).bytes)).toBe(sha256(bundle))
	})

	test('is made of published verdicts only', async ({ db }) => {
		const claim = await addClaim(db)
		await expect(exportBundle(db, claim.id, { origin })).rejects.toMatchObject({ code: 'wrong-step' })
	})
})

describe('a bundle of another newsroom', () => {
	test('becomes a claim of one’s own in research, with its quotations, evidence, copies and the text of the verdict', async ({
		db,
	}) => {
		const { claim, bundle, copy } = await makeBundle(db)
		const before = await findWorkbench(db, claim.by, claim.id)
		const elsewhere = await freshDatabase()
		try {
			const samir = await addPerson(elsewhere.db)
			const { claimId, made } = await importBundle(elsewhere.db, samir, bundle)
			expect(made).toBe(true)
			const after = await findWorkbench(elsewhere.db, samir, claimId)
			expect(after?.claim).toMatchObject({
				status: 'in_research',
				assignee: { id: samir.id },
				statement: before?.claim.statement,
				language: before?.claim.language,
				countries: ['HN', 'PE'],
				published: null,
			})
			const withoutPlace = (list: typeof before) =>
				list?.claim.figures.map(({ start: _, end: __, ...figure }) => figure)
			expect(withoutPlace(after)).toEqual(withoutPlace(before))
			expect(after?.places.map(({ exact, prefix, suffix }) => ({ exact, prefix, suffix }))).toEqual(
				before?.places.map(({ exact, prefix, suffix }) => ({ exact, prefix, suffix })),
			)
			const told = (list: typeof before) =>
				list?.evidence.map(({ number, stance, kind, url, passage, shows }) => ({
					number,
					stance,
					kind,
					url,
					passage,
					shows,
				}))
			expect(told(after)).toEqual(told(before))
			expect(after?.draft).toMatchObject({ rating: 'mostly_false', rationale: before?.draft?.rationale })
			expect(await elsewhere.db.$count(sourceCopies, eq(sourceCopies.sha256, copy))).toBe(1)
		} finally {
			await elsewhere.drop()
		}
	})

	test('is kept as it came, and taken in once', async ({ db }) => {
		const { bundle } = await makeBundle(db)
		const elsewhere = await freshDatabase()
		try {
			const samir = await addPerson(elsewhere.db)
			const { claimId } = await importBundle(elsewhere.db, samir, bundle)
			expect(await importBundle(elsewhere.db, samir, bundle)).toEqual({ claimId, made: false })
			expect(sha256((await findImportedBundle(elsewhere.db, claimId)) ?? '')).toBe(sha256(bundle))
		} finally {
			await elsewhere.drop()
		}
	})

	const tampered: [string, string, (files: Record<string, Uint8Array>) => void][] = [
		['a changed text', 'changed-file', (files) => (files['verdict.json'] = new TextEncoder().encode('{}'))],
		['a file more', 'foreign-file', (files) => (files['extra.txt'] = new Uint8Array([1]))],
		['a file less', 'missing-file', (files) => delete files['history.json']],
		['no list of files', 'no-manifest', (files) => delete files['manifest.json']],
		['a list that is no JSON', 'unreadable', (files) => (files['manifest.json'] = new Uint8Array([123]))],
		['a way out of the folder', 'foreign-file', (files) => (files['../out.txt'] = new Uint8Array([1]))],
	]
	test.for(tampered)('with %s is refused: %s', async ([, problem, tamper], { db }) => {
		const { bundle } = await makeBundle(db)
		const files: Record<string, Uint8Array> = { ...unzipSync(bundle) }
		tamper(files)
		const samir = await addPerson(db)
		await expect(importBundle(db, samir, zipSync(files))).rejects.toMatchObject({
			code: 'invalid',
			detail: { problem },
		})
		expect(await db.$count(importedBundles)).toBe(0)
	})

	test.for([
		['no ZIP at all', new TextEncoder().encode('لا شيء')],
		['an empty file', new Uint8Array()],
	] as const)('that is %s is refused', async ([, bytes], { db }) => {
		const samir = await addPerson(db)
		await expect(importBundle(db, samir, bytes)).rejects.toMatchObject({ code: 'invalid' })
		expect([await db.$count(claims), await db.$count(blobs)]).toEqual([0, 0])
	})

	test('that would unpack to more than is taken is refused before it is unpacked', async ({ db }) => {
		const bomb = zipSync({ 'manifest.json': new Uint8Array(250 * 2 ** 20) }, { level: 1 })
		const samir = await addPerson(db)
		await expect(importBundle(db, samir, bomb)).rejects.toMatchObject({ code: 'too-large' })
	})
})

import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import {
	decideAboutPiece,
	dismissSuggestion,
	longestReading,
	readVersion,
	restoreSuggestion,
} from '#app/services/reading.server.ts'
import { furnitureDecisions, suggestionDismissals } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addArticle, addPerson } from '#tests/support/factories.ts'

const sentence = 'وقال الوزير سالم الرملي إن صادرات الميناء ارتفعت بنسبة 12.5% خلال عام 2023.'
const text = `افتتح الوزير سالم الرملي ثلاثة موانئ في تشيلي.\n\n${sentence}\n\nشارك هذا الخبر على فيسبوك`
const place = { start: text.indexOf(sentence), end: text.indexOf(sentence) + sentence.length }
const footer = { start: text.indexOf('شارك'), end: text.length }

async function open(db: Db) {
	const person = await addPerson(db, { name: 'هدى' })
	const { id: articleId, versionId } = await addArticle(db, { by: person, text })
	const read = () => readVersion(db, { articleId, version: { id: versionId, text } })
	return { person, articleId, versionId, read }
}

describe('reading an article', () => {
	test('sets its furniture aside and suggests from the rest', async ({ db }) => {
		const { read } = await open(db)
		const { furniture, suggestions, readTo, dismissals } = await read()
		expect(furniture.map(({ start, kind }) => [start, kind])).toEqual([[footer.start, 'sharing']])
		expect(suggestions[0]).toMatchObject({ ...place, suggested: true })
		expect(suggestions[0]?.claimant?.name).toContain('سالم الرملي')
		expect(suggestions.every(({ end }) => end <= footer.start)).toBe(true)
		expect(readTo).toBe(text.length)
		expect(dismissals).toEqual([])
	})

	test('remembers a dismissal by its words, once, with who made it', async ({ db }) => {
		const { person, versionId, read } = await open(db)
		const second = await addPerson(db, { name: 'سامر' })
		await dismissSuggestion(db, person, { versionId, ...place })
		await dismissSuggestion(db, second, { versionId, ...place })
		expect((await read()).dismissals).toMatchObject([{ exact: sentence, by: 'هدى' }])
	})

	test('takes a dismissal back, and keeps that it was made', async ({ db }) => {
		const { person, articleId, versionId, read } = await open(db)
		await dismissSuggestion(db, person, { versionId, ...place })
		await restoreSuggestion(db, person, { versionId, ...place })
		expect((await read()).dismissals).toEqual([])
		await dismissSuggestion(db, person, { versionId, ...place })
		expect((await read()).dismissals).toHaveLength(1)
		const kept = await db
			.select()
			.from(suggestionDismissals)
			.where(eq(suggestionDismissals.articleId, articleId))
		expect(kept).toHaveLength(2)
	})

	test('takes a piece back into the text, and sets another aside', async ({ db }) => {
		const { person, versionId, read } = await open(db)
		await decideAboutPiece(db, person, { versionId, ...footer, setAside: false })
		expect((await read()).furniture).toEqual([])
		await decideAboutPiece(db, person, { versionId, ...place, setAside: true })
		const { furniture, suggestions } = await read()
		expect(furniture).toMatchObject([{ ...place, kind: 'other', rule: 'person' }])
		expect(suggestions.some(({ start }) => start === place.start)).toBe(false)
		expect(await db.select().from(furnitureDecisions)).toHaveLength(2)
	})

	test('refuses places that the text does not have', async ({ db }) => {
		const { person, versionId } = await open(db)
		for (const piece of [
			{ start: 0, end: text.length + 1 },
			{ start: text.indexOf('\n'), end: text.indexOf('\n') + 2 },
			{ start: 5, end: 5 },
		]) {
			const asked = dismissSuggestion(db, person, { versionId, ...piece })
			await expect(asked).rejects.toMatchObject({ code: 'invalid' })
		}
		const unknown = dismissSuggestion(db, person, { versionId: 'none', ...place })
		await expect(unknown).rejects.toMatchObject({ code: 'not-found' })
	})

	test('stops at the end of a line in a text of book length, and says where', async ({ db }) => {
		const { articleId, versionId } = await open(db)
		const long = `${sentence}\n`.repeat(Math.ceil(longestReading / sentence.length) + 20)
		const { readTo, suggestions } = await readVersion(db, {
			articleId,
			version: { id: versionId, text: long },
		})
		expect(readTo).toBeLessThanOrEqual(longestReading)
		expect(long.charAt(readTo)).toBe('\n')
		expect(suggestions.every(({ end }) => end <= readTo)).toBe(true)
	})
})

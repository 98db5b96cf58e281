import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type Db, openDatabase } from '#app/db.server.ts'
import { parseQuery } from '#app/domain/search-query.ts'
import {
	noFilter,
	readSearchCursor,
	type SearchFilter,
	type SearchKind,
	searchKinds,
} from '#app/domain/search.ts'
import { Refusal } from '#app/errors.ts'
import { editArticle } from '#app/services/articles.server.ts'
import { editClaim } from '#app/services/claims.server.ts'
import {
	approveVerdict,
	dropClaim,
	proposeVerdict,
	reopenClaim,
	takeClaim,
} from '#app/services/review.server.ts'
import { keepMissingSearchEntries } from '#app/services/search-entries.server.ts'
import { search, searchFactChecks } from '#app/services/search.server.ts'
import { claims, searchEntries } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import {
	addArticle,
	addClaim,
	addPerson,
	claimInput,
	publishClaim,
	verdictInput,
} from '#tests/support/factories.ts'

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 12))

type Asked = { kinds?: readonly SearchKind[]; size?: number; cursor?: string | null } & Partial<SearchFilter>

/** Search as the desk does. */
async function ask(
	db: Db,
	typed: string,
	{ kinds = searchKinds, size = 20, cursor = null, ...narrowed }: Asked = {},
) {
	const read = typed === '' ? { query: null } : parseQuery(typed)
	if ('problem' in read) throw new Error(read.problem)
	const filter = { ...noFilter, ...narrowed }
	return search(db, { query: read.query, kinds, filter }, readSearchCursor(cursor), 'ar', size)
}

/** What was found, as `kind id`. */
async function names(db: Db, typed: string, asked?: Asked): Promise<string[]> {
	return (await ask(db, typed, asked)).results.map(({ kind, id }) => `${kind} ${id}`)
}

const hitsOf = (text: { parts: { text: string; hit: boolean }[] } | undefined) =>
	text?.parts.filter(({ hit }) => hit).map((part) => part.text)

describe('the search of the desk', () => {
	test('finds articles, claims and verdicts, the newest first, whatever is written onto the word', async ({
		db,
	}) => {
		const article = await addArticle(db, { at: at(1), title: 'ميناء', text: 'قرار للحكومة بشأن الميناء.' })
		const claim = await addClaim(db, {
			at: at(2),
			statementAr: 'رفعت حكومة هندوراس رسوم الميناء',
			article: await addArticle(db, { text: 'قيل إن الرسوم رُفعت.', at: at(1) }),
			exact: 'الرسوم رُفعت',
		})
		await publishClaim(db, claim, { at: at(3) })
		expect(await names(db, 'الحكومة')).toEqual([
			`verdict ${claim.id}`,
			`claim ${claim.id}`,
			`article ${article.id}`,
		])
		expect(await names(db, 'حكومة ميناء', { kinds: ['claim'] })).toEqual([`claim ${claim.id}`])
	})

	test('knows spellings, figures, phrases and words that must not be there', async ({ db }) => {
		const one = await addArticle(db, {
			text: 'قال دونالد ترمب إن ٤٠٫٢٧٪ من الباعة نساء في سوق السمك.',
			at: at(1),
		})
		const other = await addArticle(db, {
			text: 'زار ترامب سوق الخضار، والسمك قليل، والباعة 40.27 بالمئة.',
			at: at(2),
		})
		const both = [`article ${other.id}`, `article ${one.id}`]
		expect(await names(db, 'ترامب')).toEqual(both)
		expect(await names(db, '40.27%')).toEqual(both)
		expect(await names(db, '٤٠٫٢٧')).toEqual(both)
		expect(await names(db, 'سوق السمك')).toEqual(both)
		expect(await names(db, '"سوق السمك"')).toEqual([`article ${one.id}`])
		expect(await names(db, '«سُوق السّمك»')).toEqual([`article ${one.id}`])
		expect(await names(db, 'ترامب -الخضار')).toEqual([`article ${one.id}`])
		expect(await names(db, 'الخضا*')).toEqual([`article ${other.id}`])
		expect(await names(db, 'زرافة')).toEqual([])
	})

	test('no phrase reaches from one text of a thing into the next', async ({ db }) => {
		await addArticle(db, { title: 'أسعار القمح', text: 'الجديدة في السوق كثيرة.' })
		expect(await names(db, '"القمح الجديدة"')).toEqual([])
	})

	test('marks what was asked for in the words of the text', async ({ db }) => {
		const long = `${'تمهيد طويل لا صلة له بشيء. '.repeat(40)}وقالت الحُكُومَة أمس إنها ستراجع الأمر. ${'وخاتمة. '.repeat(60)}`
		const article = await addArticle(db, { title: 'مراجعة', text: long })
		const { results } = await ask(db, 'حكومة')
		const [found] = results
		expect(found).toMatchObject({ kind: 'article', id: article.id })
		expect(hitsOf(found?.excerpts[0])).toEqual(['الحُكُومَة'])
		expect(found?.excerpts[0]).toMatchObject({ before: true, behind: true, language: 'ar' })
		if (found?.kind !== 'article' || !found.place) throw new Error('no place')
		expect(long.slice(found.place.start, found.place.end)).toBe('الحُكُومَة')
	})

	test.for<[string, Partial<SearchFilter>, number[]]>([
		['a status', { status: 'in_research' }, [2]],
		['a rating', { rating: 'mostly_false' }, [3]],
		['a country', { country: 'KE' }, [2]],
		['days, both of them whole', { from: '2026-03-02', to: '2026-03-03' }, [3, 2]],
		['one day', { from: '2026-03-01', to: '2026-03-01' }, [1]],
		['days that run backwards', { from: '2026-03-03', to: '2026-03-01' }, []],
		['a country and a status', { country: 'KE', status: 'new' }, []],
	])('can be narrowed to %s', async ([, filter, days], { db }) => {
		const made = new Map<string, number>()
		for (const day of [1, 2, 3]) {
			const claim = await addClaim(db, { at: at(day), countries: day === 2 ? ['KE', 'HN'] : ['HN'] })
			made.set(claim.id, day)
			if (day === 2) await takeClaim(db, await addPerson(db), claim.id, at(4))
			if (day === 3) await publishClaim(db, claim, { at: at(4) })
		}
		const { results } = await ask(db, 'السمك', { kinds: ['claim'], ...filter })
		expect(results.map(({ id }) => made.get(id))).toEqual(days)
		const all = await ask(db, '', { kinds: ['claim'], ...filter })
		expect(all.results.map(({ id }) => made.get(id))).toEqual(days)
	})

	test('can be narrowed to who says it', async ({ db }) => {
		const claim = await addClaim(db)
		await addClaim(db, { claimant: { kind: 'person', nameAr: 'مارغريت أوتشينغ', nameEn: null } })
		const [row] = await db
			.select()
			.from(claims)
			.where(sql`id = ${claim.id}`)
		expect(await names(db, 'السمك', { kinds: ['claim'], claimant: row?.claimantId ?? '' })).toEqual([
			`claim ${claim.id}`,
		])
	})

	test.for([1, 2, 3, 100])(
		'gives the same in pages of %i, with nothing twice and nothing lost',
		async (size, { db }) => {
			for (let times = 0; times < 3; times++)
				await publishClaim(db, await addClaim(db, { at: at(5) }), { at: at(5) })
			const whole = await names(db, 'السمك', { size: 1000 })
			expect(new Set(whole).size).toBe(9)
			const paged: string[] = []
			let cursor: string | null = null
			do {
				const page = await ask(db, 'السمك', { size, cursor })
				paged.push(...page.results.map(({ kind, id }) => `${kind} ${id}`))
				cursor = page.next
			} while (cursor)
			expect(paged).toEqual(whole)
		},
	)

	test('asks the database four times at most, however much it shows', async ({ fresh }) => {
		const sent: string[] = []
		const { db, close } = openDatabase(fresh.connection, { max: 1, onQuery: (query) => sent.push(query) })
		for (let times = 0; times < 3; times++) await publishClaim(db, await addClaim(db))
		sent.length = 0
		const { results } = await ask(db, 'السمك')
		expect(results).toHaveLength(9)
		expect(sent).toHaveLength(4)
		await close()
	})
})

describe('what is found follows what is written', () => {
	test('a claim that is reworded is found by its new words only', async ({ db }) => {
		const claim = await addClaim(db, { statementAr: 'افتتح في المدينة مستشفى' })
		await editClaim(db, claim.by, {
			...claimInput,
			statementAr: 'افتتحت في المدينة مدرسة',
			claimId: claim.id,
			revision: 1,
		})
		expect(await names(db, 'مستشفى', { kinds: ['claim'] })).toEqual([])
		expect(await names(db, 'مدرسة', { kinds: ['claim'] })).toEqual([`claim ${claim.id}`])
	})

	test('a claim is found by where it stands now', async ({ db }) => {
		const claim = await addClaim(db)
		const editor = await addPerson(db, { role: 'editor' })
		const standing = async () => {
			for (const status of ['new', 'in_research', 'dropped'] as const)
				if ((await names(db, '', { kinds: ['claim'], status })).length > 0) return status
			return null
		}
		expect(await standing()).toBe('new')
		await takeClaim(db, editor, claim.id)
		expect(await standing()).toBe('in_research')
		await dropClaim(db, editor, { claimId: claim.id, reason: 'opinion' })
		expect(await standing()).toBe('dropped')
		await reopenClaim(db, editor, claim.id)
		expect(await standing()).toBe('in_research')
	})

	test('an article is found by what becomes known of it', async ({ db }) => {
		const article = await addArticle(db, { title: null })
		const details = {
			title: 'سباق القوارب',
			outlet: null,
			author: null,
			url: null,
			publishedOn: null,
			language: 'ar' as const,
		}
		await editArticle(db, await addPerson(db), { articleId: article.id, revision: 1, details })
		expect(await names(db, 'القوارب')).toEqual([`article ${article.id}`])
	})

	test('claims are found by a name of their claimant that was written with another claim', async ({ db }) => {
		const first = await addClaim(db)
		await addClaim(db, { claimant: { kind: 'person', nameAr: 'رامون ديلغادو', nameEn: 'Ramon Delgado' } })
		expect(await names(db, 'Delgado', { kinds: ['claim'] })).toContain(`claim ${first.id}`)
	})

	test('what is refused leaves nothing to find', async ({ db }) => {
		const article = await addArticle(db)
		await expect(addClaim(db, { article, statementAr: 'زرافة', exact: 'ليست هنا' })).rejects.toThrow(Refusal)
		expect(await names(db, 'زرافة')).toEqual([])
	})
})

describe('readers', () => {
	const readers = (db: Db, typed: string, narrowed: Partial<SearchFilter> = {}) => {
		const read = parseQuery(typed)
		return searchFactChecks(
			db,
			{ query: 'query' in read ? read.query : null, filter: { ...noFilter, ...narrowed } },
			null,
			'ar',
		).then(({ found }) => found.map(({ factCheck }) => factCheck.slug))
	}

	test('find published verdicts and nothing that is not published', async ({ db }) => {
		await addClaim(db)
		const claim = await addClaim(db)
		expect(await readers(db, 'السمك')).toEqual([])
		const { slug } = await publishClaim(db, claim)
		expect(await readers(db, 'السمك')).toEqual([slug])
		expect(await readers(db, 'السمك', { status: 'new' })).toEqual([slug])
		expect(await readers(db, 'الحصة', { rating: 'mostly_false', country: 'HN' })).toEqual([slug])
	})

	test('find a corrected verdict by its new words, and a retracted one by no rating', async ({ db }) => {
		const claim = await addClaim(db)
		const { slug, proposer, approver } = await publishClaim(db, claim)
		const correct = async (kind: 'correction' | 'retraction', summary: string) => {
			const { proposalId } = await proposeVerdict(db, proposer, {
				claimId: claim.id,
				draft: { ...verdictInput, summary: { ar: summary, en: null } },
				correction: {
					kind,
					severity: 'minor',
					what: { ar: 'الخلاصة', en: null },
					why: { ar: 'خطأ', en: null },
				},
			})
			await approveVerdict(db, approver, { claimId: claim.id, proposalId })
		}
		await correct('correction', 'وجدنا سجلًا قديمًا في البلدية.')
		expect(await readers(db, 'سجل البلدية')).toEqual([slug])
		expect(await readers(db, 'بكثير')).toEqual([])
		expect(await readers(db, 'البلدية', { rating: 'mostly_false' })).toEqual([slug])
		await correct('retraction', 'سحبنا هذا الحكم من البلدية.')
		expect(await readers(db, 'البلدية', { rating: 'mostly_false' })).toEqual([])
		expect(await readers(db, 'البلدية')).toEqual([slug])
	})

	test('keep the published words while the claim is researched anew', async ({ db }) => {
		const claim = await addClaim(db)
		const { slug } = await publishClaim(db, claim)
		const editor = await addPerson(db, { role: 'editor' })
		await reopenClaim(db, editor, claim.id)
		await editClaim(db, editor, {
			...claimInput,
			statementAr: 'كلام لم يُنشر عن الزرافات',
			claimId: claim.id,
			revision: 1,
		})
		expect(await readers(db, 'الزرافات')).toEqual([])
		expect(await readers(db, 'باعة السمك')).toEqual([slug])
	})
})

test('entries that are missing are written, once', async ({ db }) => {
	await publishClaim(db, await addClaim(db))
	const before = await db.execute<{ words: string }>(
		sql`select kind, id, words::text as words, at from search_entries order by 1, 2`,
	)
	expect(before).toHaveLength(3)
	await db.delete(searchEntries)
	expect(await keepMissingSearchEntries(db)).toBe(3)
	expect(await keepMissingSearchEntries(db)).toBe(0)
	expect(
		await db.execute(sql`select kind, id, words::text as words, at from search_entries order by 1, 2`),
	).toEqual(before)
})

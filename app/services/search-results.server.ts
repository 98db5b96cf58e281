import type { Db } from '#app/db.server.ts'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { type Bilingual, type Language, otherLanguage } from '#app/domain/language.ts'
import { type Excerpt, excerptOf, findHits } from '#app/domain/search-hits.ts'
import type { SearchQuery } from '#app/domain/search-query.ts'
import type { SearchKind } from '#app/domain/search.ts'
import type { Span } from '#app/domain/words.ts'
import type { Status } from '#app/domain/workflow.ts'
import {
	type ArticleTexts,
	type ClaimTexts,
	readArticleTexts,
	readClaimTexts,
	readVerdictTexts,
	textsOfVerdict,
	type VerdictTexts,
} from './search-texts.server.ts'

/** A text of a result with what is marked in it, and the language it is written in if that is known. */
export type MarkedText = Excerpt & { language: Language | null }

/** What a list shows of something that was found. `title` names it, `excerpts` show where else it says what was asked for. */
export type SearchResult = { id: string; at: Date; title: MarkedText; excerpts: MarkedText[] } & (
	| { kind: 'article'; outlet: string | null; claimCount: number; place: (Span & { exact: string }) | null }
	| ({
			kind: 'claim'
			status: Status
			rating: string | null
			/** Where it was first quoted in an article of the desk. */
			place: { articleId: string; appearanceId: string } | null
	  } & Concerns)
	| ({ kind: 'verdict'; slug: string; rating: string; retracted: boolean } & Concerns)
)
type Concerns = { countries: string[]; claimant: Bilingual | null }

type Shown = { query: SearchQuery | null; language: Language }

/** Read the texts of what was found, and mark in them what was asked for; in the same order. */
export async function describeResults(
	db: Db,
	found: readonly { kind: SearchKind; id: string; at: Date }[],
	shown: Shown,
): Promise<SearchResult[]> {
	const idsOf = (kind: SearchKind) => found.filter((entry) => entry.kind === kind).map(({ id }) => id)
	const [articles, claims, verdicts] = await Promise.all([
		readArticleTexts(db, idsOf('article')),
		readClaimTexts(db, idsOf('claim')),
		readVerdictTexts(db, idsOf('verdict')),
	])
	const results = new Map<string, SearchResult>([
		...articles.map((row) => [`article ${row.id}`, describeArticle(row, shown)] as const),
		...claims.map((row) => [`claim ${row.id}`, describeClaim(row, shown)] as const),
		...verdicts.map((row) => [`verdict ${row.id}`, describeVerdict(row, shown)] as const),
	])
	return found.flatMap(({ kind, id }) => results.get(`${kind} ${id}`) ?? [])
}

type Text = { text: string | null; language: Language | null }
type Marked = { marked: MarkedText; hits: Span[] }

function markText({ text, language }: Text, query: SearchQuery | null, length?: number): Marked {
	const whole = text ?? ''
	const hits = query ? findHits(whole, query) : []
	// What turns the direction of a text takes its place without turning it, so that the places stay.
	const prepare = (piece: string) => neutraliseBidi(piece, '\u2060')
	return { marked: { ...excerptOf(whole, hits, { prepare, length }), language }, hits }
}

/** So many pieces of a result's other texts are shown. */
const mostExcerpts = 2

/** The texts that say what is asked for; the first of them if none does. */
function markTexts(
	texts: Text[],
	query: SearchQuery | null,
	{ most = mostExcerpts, length }: { most?: number; length?: number } = {},
): MarkedText[] {
	const marked = texts.flatMap((text) => (text.text ? [markText(text, query, length)] : []))
	const telling = marked.filter(({ hits }) => hits.length > 0)
	return (telling.length > 0 ? telling.slice(0, most) : marked.slice(0, 1)).map((text) => text.marked)
}

/** A title is shown whole unless it is none. */
const wholeTitle = 600

/** A title in the language of the page if that has what is asked for or the other one has not. */
function markTitle(title: Bilingual, { query, language }: Shown): MarkedText {
	const [marked] = markTexts(
		[language, otherLanguage(language)].map((each) => ({ text: title[each], language: each })),
		query,
		{ most: 1, length: wholeTitle },
	)
	return marked ?? { parts: [], before: false, behind: false, language: null }
}

function describeArticle(row: ArticleTexts, { query }: Shown): SearchResult {
	const { id, text, outlet, language, claimCount } = row
	const opening = text.trimStart().split('\n')[0] ?? ''
	const body = markText({ text, language }, query)
	const [first] = body.hits
	return {
		kind: 'article',
		id,
		at: row.createdAt,
		title: markText({ text: row.title ?? opening, language }, query).marked,
		// Without a title the text's beginning stands for it, and is not said twice.
		excerpts: row.title || (first && first.start > opening.length) ? [body.marked] : [],
		outlet,
		claimCount,
		place: first ? { ...first, exact: text.slice(first.start, first.end) } : null,
	}
}

function describeClaim(row: ClaimTexts, shown: Shown): SearchResult {
	const title = markTitle({ ar: row.statementAr, en: row.statementEn }, shown)
	const quotation = row.quotations.find(({ articleId }) => articleId !== null)
	const quoted = shown.query
		? markTexts(
				row.quotations.map(({ exact, language }) => ({ text: exact, language })),
				shown.query,
				{ most: 1 },
			).filter(({ parts }) => parts.some(({ hit }) => hit))
		: []
	return {
		kind: 'claim',
		id: row.id,
		at: row.createdAt,
		title,
		excerpts: quoted,
		status: row.status,
		rating: row.rating,
		countries: row.countries,
		claimant: nameOf(row.claimantAr, row.claimantEn),
		place: quotation?.articleId ? { articleId: quotation.articleId, appearanceId: quotation.id } : null,
	}
}

/** A verdict with what was asked for marked in its claim and, where it stands elsewhere, in that text. */
export function describeVerdict({ id, firstPublishedAt, content }: VerdictTexts, shown: Shown): SearchResult {
	const { slug, rating, retracted, countries, claimant, statement, summary } = content
	const rest = textsOfVerdict({ ...content, statement: { ar: null, en: null }, claimant: null })
	const [found] = markTexts(inOrderOf(shown.language, rest), shown.query, { most: 1 })
	const plain = markTitle(summary, { ...shown, query: null })
	return {
		kind: 'verdict',
		id,
		at: firstPublishedAt,
		title: markTitle(statement, shown),
		excerpts: [found ?? plain].filter(({ parts }) => parts.length > 0),
		slug,
		rating: rating.key,
		retracted,
		countries,
		claimant: claimant && claimant.name,
	}
}

/** Texts of the page's language first, and otherwise as they are. */
function inOrderOf(language: Language, texts: Text[]): Text[] {
	return [...texts].sort((a, b) => Number(a.language !== language) - Number(b.language !== language))
}

function nameOf(ar: string | null, en: string | null): Bilingual | null {
	return ar || en ? { ar, en } : null
}

import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { ProposedDetails } from '#app/domain/article.ts'
import { type MarkupNode, readMarkup } from '#app/domain/markup-text.ts'
import { readPageDetails } from './html-details.ts'
import { isOrdinaryPage } from './html-limits.ts'
import type { FileProblem } from './problem.ts'

/** Shorter than this, what was taken for the article is rather a notice beside it. */
const shortest = 200

/**
 * The article on a page, a paragraph a line with an empty line between, its title first; and what the page says of it.
 * @param address where the page was found; `null` for a file
 */
export function readPage(
	html: string,
	address: string | null,
): { text: string; proposed: ProposedDetails } | { problem: FileProblem } {
	if (!isOrdinaryPage(html)) return { problem: { code: 'too-complex', kind: 'html' } }
	const { document } = parseHTML(withBody(html))
	const proposed = readPageDetails(document, address)
	const title = titleOf(document)
	const whole = readMarkup(mainPartOf(document))
	// It takes the document apart.
	const article = new Readability(document, { charThreshold: shortest, maxElemsToParse: 30_000 }).parse()
	const found = article?.content ? readMarkup(parseHTML(`<body>${article.content}</body>`).document) : ''
	const body = found.length >= Math.min(shortest, whole.length) ? found : whole
	if (!/[\p{L}\p{N}]/u.test(body)) return { problem: { code: 'no-text', kind: 'html' } }
	const begins = body.slice(0, title.length + 200)
	return { text: title === '' || begins.includes(title) ? body : `${title}\n\n${body}`, proposed }
}

/** A page may leave its body unsaid, and the parser looks for its words nowhere else. */
function withBody(html: string): string {
	return /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
}

type Document = ReturnType<typeof parseHTML>['document']

/** The heading of the page, where it has one that stands alone. */
function titleOf(document: Document): string {
	const headings = [...document.querySelectorAll('h1')].map((heading) =>
		readMarkup(heading).replace(/\s+/g, ' '),
	)
	const [first = '', ...more] = headings.filter((heading) => heading.length > 8)
	const inside = [...document.querySelectorAll('article h1, main h1')].map((heading) =>
		readMarkup(heading).replace(/\s+/g, ' '),
	)
	const title = more.length > 0 ? (inside.find((heading) => heading.length > 8) ?? first) : first
	return title.length <= 300 ? title : ''
}

/** What is left of a page without what stands round it. */
function mainPartOf(document: Document): MarkupNode {
	const main = document.querySelector('article') ?? document.querySelector('main')
	if (main && (main.textContent ?? '').trim().length >= shortest) return main
	return document.body ?? document.documentElement
}

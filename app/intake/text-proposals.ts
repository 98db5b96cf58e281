import type { ProposedDetails } from '#app/domain/article.ts'
import { parseFigures } from '#app/domain/figure-parsing.ts'
import { findFrontMatter } from '#app/domain/front-matter.ts'
import { agencies } from '#app/domain/furniture-words.ts'
import { paragraphs } from '#app/domain/paragraphs.ts'
import { propose, type Found } from './proposals.ts'

/** How far from its beginning and end a text says who wrote it and when. */
const edge = { first: 8, last: 4 }
const mostTitleWords = 22
const mostFactWords = 14

/**
 * What a text says of itself: its first line as its title where it looks like one; a line with an address, an outlet or a
 * day near its beginning or end; a name behind «كتب:» or "By". Proposed to a person, who knows better.
 */
export function proposeFromText(text: string): ProposedDetails {
	const body = text.slice(findFrontMatter(text)?.end ?? 0)
	const lines = body
		.split(/[\r\n\u2028\u2029]+/)
		.map((line) => line.trim())
		.filter((line) => line !== '')
	const found: Found[] = [{ key: 'title', value: titleIn(body, lines), origin: 'text' }]
	const facts =
		lines.length <= edge.first + edge.last
			? lines
			: [...lines.slice(0, edge.first), ...lines.slice(-edge.last)]
	for (const [index, line] of facts.entries()) {
		if (wordsIn(line) > mostFactWords) continue
		const written = line.replace(/^[#>*\s]+/, '')
		if (/^https?:\/\/\S+$/i.test(written)) found.push({ key: 'url', value: written, origin: 'text' })
		found.push(
			{ key: 'outlet', value: outletIn(written), origin: 'text' },
			{ key: 'author', value: authorIn(written), origin: 'text' },
		)
		// A title may name a day of its story.
		if (index > 0 || dated.test(written)) {
			found.push({ key: 'publishedOn', value: dayIn(written), origin: 'text' })
		}
	}
	return propose(found)
}

function titleIn(body: string, lines: readonly string[]): string | null {
	const [paragraph] = paragraphs(body)
	const first = paragraph ? body.slice(paragraph.start, paragraph.end) : ''
	const title = first.replace(/^#{1,6}\s+/, '').replace(/\s*#+$/, '')
	const words = wordsIn(title)
	// A line that goes on in the next is the beginning of a text that is wrapped.
	if (/[\r\n]/.test(title) || words < 3 || words > mostTitleWords) return null
	if (/[.،,؛;:]["'”»)]*$/.test(title) || /^https?:/.test(title)) return null
	return lines.slice(1).some(isProse) ? title : null
}

function isProse(line: string): boolean {
	return wordsIn(line) > 12 || /[.؟?!…]["'”»)]*$/.test(line)
}

function wordsIn(line: string): number {
	return line.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.,'’%-]*/gu)?.length ?? 0
}

const outletLabel =
	/^(?:المصدر|مصدر الخبر|الناشر|نقلًا عن|نقلا عن|source|published (?:by|in)|publisher)\s*[:：]\s*(.{2,120})$/iu

const known = new Set(agencies.map((name) => name.toLowerCase()))

/** What is labelled as the source, or the name of an agency alone on its line. */
function outletIn(line: string): string | null {
	const labelled = outletLabel.exec(line)?.[1]
	if (labelled) return labelled.replace(/[.،]$/, '')
	const alone = line.replace(/^[\s([«"-]+|[\s)\]».،"-]+$/g, '')
	return known.has(alone.toLowerCase()) ? alone : null
}

const authorLabel =
	/^(?:(?:كتبت?|بقلم|الكاتبة?|إعداد|تحرير|أعدّه|أعده)\s*[:：\-–—/]\s*|بقلم\s+|(?:By|BY|Author:|Written by:?)\s+)(.{3,120})$/u

function authorIn(line: string): string | null {
	const name = authorLabel.exec(line)?.[1]?.replace(/\s*[|–—،,]\s*(?:\p{L}+\s*[-–—]?\s*)?\d.*$/u, '')
	return name && wordsIn(name) <= 8 && !/[.؟?!]$/.test(name) ? name : null
}

/** A line that says outright that it gives the day of publication. */
const dated = /(?:نُ?شر|تاريخ النشر|التاريخ|published|posted|date)\s*(?:في|بتاريخ|on|:|：)/iu

/** The one whole day that a short line gives. */
function dayIn(line: string): string | null {
	const words = wordsIn(line)
	const days = parseFigures(line).filter(
		({ unit, value, comparator }) =>
			unit === 'date' && comparator === 'exactly' && /^\d{4}-\d{2}-\d{2}$/.test(value),
	)
	const iso = /(?<!\d)[12]\d{3}-\d{2}-\d{2}(?!\d)/.exec(line)?.[0]
	const [day] = days
	if (dated.test(line) || words <= 9) return day && days.length === 1 ? day.value : (iso ?? null)
	return null
}

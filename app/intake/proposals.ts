import type { ArticleDetails, DetailOrigin, ProposedDetails } from '#app/domain/article.ts'
import { westernDigits } from '#app/domain/figure-value.ts'
import { optionalDay, optionalLine, optionalUrl } from '#app/forms/text-fields.ts'

/** Something found that may be a detail of the article, as it was found. */
export type Found = { key: Exclude<keyof ArticleDetails, 'language'>; value: unknown; origin: DetailOrigin }

const fields = {
	title: optionalLine(300),
	outlet: optionalLine(200),
	author: optionalLine(200),
	url: optionalUrl(),
	publishedOn: optionalDay(),
}

/** What programs write where nobody wrote anything. */
const nothingSaid =
	/^(?:untitled|document ?\d*|microsoft word|بلا عنوان|مستند ?\d*|user|admin|administrator|owner|unknown|null|undefined|hp|dell|asus|lenovo|author)$/i

/** What is proposed to a person: of each detail the first that can be one, in the order in which they are given. */
export function propose(found: readonly Found[]): ProposedDetails {
	const proposed: ProposedDetails = {}
	for (const { key, value, origin } of found) {
		if (proposed[key] || typeof value !== 'string') continue
		const read = fields[key].safeParse(key === 'publishedOn' ? dayOf(value) : value.replace(/\s+/g, ' '))
		if (!read.success || read.data === null) continue
		if ((key === 'title' || key === 'author') && nothingSaid.test(read.data)) continue
		// An address where a name is expected is a profile of somebody's.
		if (key !== 'url' && /^https?:\/\//i.test(read.data)) continue
		proposed[key] = { value: read.data, origin }
	}
	return proposed
}

/** The day of a moment as machines write it, as it was where it was written; anything else stays what it is. */
function dayOf(value: string): string {
	const written = westernDigits(value).trim()
	return /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(written)?.[1] ?? written
}

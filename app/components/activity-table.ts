import { type ActivityEntry, groupOf } from '#app/domain/activity.ts'
import { safeCell } from '#app/domain/csv-cell.ts'
import { type Language, preferText } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import type { Words } from '#app/i18n/words.ts'
import { openingWords } from '#app/reader/blocks.ts'
import { activityParts, activityText } from './activity-sentence.ts'

/** The heads of the columns of an exported table, in the reader's language. */
export function activityHeads({ activity: { columns } }: Words): string[] {
	const { at, who, group, what, subject, claim, article, link } = columns
	return [at, who, group, what, subject, claim, article, link]
}

/**
 * An entry as a row of that table: what the page says, and the names and texts in it by themselves. No cell of it is
 * taken for a formula.
 * @param origin where the desk is, for links that lead there from a file
 */
export function activityRow(
	entry: ActivityEntry,
	{
		words,
		language,
		ratings,
		origin,
	}: { words: Words; language: Language; ratings: Rating[]; origin: string },
): string[] {
	const { claim, article } = entry
	const path = claim ? `/desk/claims/${claim.id}` : article ? `/desk/articles/${article.id}` : null
	return [
		entry.at,
		entry.actor?.name ?? words.activity.nobody,
		words.activity.groups[groupOf(entry.source, entry.kind)],
		activityText(activityParts(entry, words, language, ratings)),
		entry.subject?.name ?? entry.email ?? '',
		claim ? (preferText(claim.statement, language)?.text ?? '') : '',
		article ? (article.title ?? openingWords(article.opening)) : '',
		path ? origin + path : '',
	].map(safeCell)
}

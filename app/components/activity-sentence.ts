import type { ActivityEntry, ActivityKind } from '#app/domain/activity.ts'
import { parseGateRule } from '#app/domain/gate.ts'
import { type Language, preferText } from '#app/domain/language.ts'
import { roles } from '#app/domain/people.ts'
import type { Rating } from '#app/domain/rating.ts'
import { changeReasons, dropReasons } from '#app/domain/workflow.ts'
import type { Words } from '#app/i18n/words.ts'
import { openingWords } from '#app/reader/blocks.ts'

/** A piece of a line: words of ours, or a name or text that is set apart, and where it leads. */
export type ActivityPart =
	{ text: string } | { name: string; href: string | null; language: Language | null; kind: Named }
type Named = 'who' | 'person' | 'claim' | 'article' | 'email' | 'value'

/** A line of the activity page, in pieces and in the reader's language. */
export function activityParts(
	entry: ActivityEntry,
	words: Words,
	language: Language,
	ratings: readonly Rating[],
): ActivityPart[] {
	return sentenceOf(entry, words)
		.split(/(\{\w+\})/)
		.filter(Boolean)
		.map((piece) => {
			const slot = /^\{(\w+)\}$/.exec(piece)?.[1]
			return slot === undefined ? { text: piece } : fill(slot, entry, words, language, ratings)
		})
}

/** The same as plain text. */
export function activityText(parts: ActivityPart[]): string {
	return parts.map((part) => ('text' in part ? part.text : part.name)).join('')
}

function sentenceOf({ kind, actor, subject, detail }: ActivityEntry, { activity }: Words): string {
	const sentence = activity.sentences[kind as ActivityKind] ?? activity.unknown
	if (kind === 'assign' && !subject && typeof detail['assignee'] !== 'string') return activity.unassigned
	if (typeof sentence === 'string') return sentence
	return subject && subject.id !== actor?.id ? sentence.other : sentence.own
}

function fill(
	slot: string,
	{ kind, actor, subject, claim, article, email, detail }: ActivityEntry,
	words: Words,
	language: Language,
	ratings: readonly Rating[],
): ActivityPart {
	const named = (
		kind: Named,
		name: string,
		href: string | null = null,
		language: Language | null = null,
	) => ({
		kind,
		name,
		href,
		language,
	})
	const value = (name: string) => named('value', name)
	const text = (key: string) =>
		detail[key] === undefined || detail[key] === null ? '—' : String(detail[key])
	const { activity } = words
	switch (slot) {
		case 'who':
			return actor ? named('who', actor.name, `/desk/people/${actor.id}`) : { text: activity.nobody }
		case 'person':
			return subject
				? named('person', subject.name, `/desk/people/${subject.id}`)
				: named('person', text('assignee'))
		case 'claim': {
			const statement = claim && preferText(claim.statement, language)
			if (!claim || !statement) return value('—')
			return named('claim', statement.text, `/desk/claims/${claim.id}`, statement.language)
		}
		case 'article':
			if (!article) return value('—')
			return named(
				'article',
				article.title ?? openingWords(article.opening),
				`/desk/articles/${article.id}`,
				article.language,
			)
		case 'email':
			return named('email', email ?? '—')
		case 'number':
			return value(text(kind === 'approve' || kind === 'correct' ? 'version' : 'number'))
		case 'rule': {
			const rule = parseGateRule(detail['rule'])
			return value(rule ? words.gate[rule] : text('rule'))
		}
		case 'rating':
			return value(ratings.find(({ key }) => key === detail['rating'])?.label[language] ?? text('rating'))
		case 'reason': {
			const drop = dropReasons.find((known) => known === detail['reason'])
			const change = changeReasons.find((known) => known === detail['reason'])
			return value(drop ? words.dropReasons[drop] : change ? words.changeReasons[change] : text('reason'))
		}
		case 'claims':
			return value(words.claimsCount(Number(detail['claims']) || 0))
		case 'setting':
			return value(activity.settings[text('key')] ?? text('key'))
		case 'role':
		case 'from':
		case 'to': {
			const role = roles.find((known) => known === detail[slot])
			return value(role ? words.desk.roles[role] : (activity.values[text(slot)] ?? text(slot)))
		}
		default:
			return value(kind)
	}
}

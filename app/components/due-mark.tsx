import type { Due } from '#app/domain/due.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'

const shapes = {
	/** A full triangle, a half-full one, an empty one. */
	overdue: 'M8 1.5 15 14H1Z',
	soon: 'M8 1.5 15 14H1Z M8 4.5V14H3Z',
	later: 'M8 1.5 15 14H1Z',
}

/** When something is due, in words and with a shape; overdue things also stand out by weight. */
export function DueMark({ due }: { due: Due }) {
	const { language, words } = useDeskWords()
	const own = words.discussion.due
	return (
		<span className="due" data-due={due.state}>
			<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
				<path d={shapes[due.state]} />
			</svg>{' '}
			{own.what[due.what]}: <time dateTime={due.on}>{formatDay(due.on, language)}</time>
			{due.state === 'later' ? null : ` (${own[due.state](due.days)})`}
		</span>
	)
}

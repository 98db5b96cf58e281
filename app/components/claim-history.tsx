import { parseGateRule } from '#app/domain/gate.ts'
import { type Bilingual, directionOf, preferText } from '#app/domain/language.ts'
import type { DeskEvent } from '#app/domain/workbench.ts'
import { changeReasons, dropReasons } from '#app/domain/workflow.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'
import { FactCheckText } from './fact-check-text.tsx'
import { FactLine } from './fact-line.tsx'
import { useWorkbench } from './workbench-context.ts'

/** What people did with the claim, in words: who, when, from where to where; the latest first. */
export function ClaimHistory({ history }: { history: DeskEvent[] }) {
	const { language, words } = useDeskWords()
	const own = words.desk.workbench
	const say = useEventWords()
	return (
		<section id="history" className="workbench-history" aria-labelledby="history-heading">
			<h2 id="history-heading">{own.parts.history}</h2>
			{history.length === 0 ? <p className="soft">{own.history.none}</p> : null}
			<ol reversed>
				{history.map((event) => (
					<li key={event.id}>
						<p className="history-what">{say(event)}</p>
						<FactLine
							className="soft small"
							items={[
								<bdi>{event.actor}</bdi>,
								<time dateTime={event.at}>{formatMoment(event.at, language)}</time>,
								event.from && event.to && event.from !== event.to
									? own.history.fromTo(words.statuses[event.from], words.statuses[event.to])
									: null,
							]}
						/>
						<EventText event={event} />
					</li>
				))}
			</ol>
		</section>
	)
}

/** What an event is called, with the number, name or reason it concerns. */
function useEventWords(): (event: DeskEvent) => string {
	const { language, words } = useDeskWords()
	const { ratings } = useWorkbench()
	const { events } = words.desk.workbench.history
	return ({ kind, detail }) => {
		const text = (name: string) => (detail[name] === undefined ? '' : String(detail[name]))
		switch (kind) {
			case 'add_evidence':
			case 'remove_evidence':
				return events[kind](text('number'))
			case 'grant_exception': {
				const rule = parseGateRule(detail['rule'])
				return events[kind](rule ? words.gate[rule] : text('rule'))
			}
			case 'assign':
				return detail['assigneeId'] === null ? events.laid_down : events[kind](text('assignee'))
			case 'propose':
			case 'propose_correction': {
				const rating = ratings.find(({ key }) => key === detail['rating'])
				return events[kind](rating?.label[language] ?? text('rating'))
			}
			case 'request_changes':
			case 'decline_correction': {
				const reason = changeReasons.find((known) => known === detail['reason'])
				return events[kind](reason ? words.changeReasons[reason] : text('reason'))
			}
			case 'drop': {
				const reason = dropReasons.find((known) => known === detail['reason'])
				return events[kind](reason ? words.dropReasons[reason] : text('reason'))
			}
			case 'approve':
			case 'correct':
				return events[kind](text('version'))
			default:
				return events[kind]
		}
	}
}

/** The words that belong to an event: a comment, a reason, a note, what a claim said before. */
function EventText({ event: { kind, detail } }: { event: DeskEvent }) {
	const { language, words } = useDeskWords()
	switch (kind) {
		case 'request_changes':
		case 'decline_correction':
			return typeof detail['comment'] === 'string' ? (
				<blockquote className="history-text" dir="auto">
					{detail['comment']}
				</blockquote>
			) : null
		case 'grant_exception':
		case 'record_contact':
			return (
				<FactCheckText
					as="blockquote"
					className="history-text"
					text={readBilingual(detail)}
					language={language}
				/>
			)
		case 'edit_claim': {
			const before = preferText(readStatement(detail['before']), language)
			return before ? (
				<p className="history-text small">
					{words.desk.workbench.history.before}:{' '}
					<span lang={before.language} dir={directionOf(before.language)}>
						{before.text}
					</span>
				</p>
			) : null
		}
		default:
			return null
	}
}

function readBilingual(detail: Record<string, unknown>): Bilingual {
	const read = (value: unknown) => (typeof value === 'string' ? value : null)
	return { ar: read(detail['ar']), en: read(detail['en']) }
}

function readStatement(before: unknown): Bilingual {
	if (typeof before !== 'object' || before === null) return { ar: null, en: null }
	return readBilingual({
		ar: Reflect.get(before, 'statementAr'),
		en: Reflect.get(before, 'statementEn'),
	})
}

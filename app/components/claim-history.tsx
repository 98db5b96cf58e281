import { Link } from '@remix-run/react'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { readSubject } from '#app/domain/discussion.ts'
import { parseGateRule } from '#app/domain/gate.ts'
import { type Bilingual, directionOf, preferText } from '#app/domain/language.ts'
import { matchKinds } from '#app/domain/match-kinds.ts'
import type { DeskEvent } from '#app/domain/workbench.ts'
import { changeReasons, dropReasons } from '#app/domain/workflow.ts'
import { formatDay, formatMoment } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'
import { saySubject } from './discussion-words.ts'
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
			case 'settle_blind': {
				const rating = ratings.find(({ key }) => key === detail['rating'])
				return events[kind](rating?.label[language] ?? text('rating'))
			}
			case 'request_changes':
			case 'decline_correction': {
				const reason = changeReasons.find((known) => known === detail['reason'])
				return events[kind](reason ? words.changeReasons[reason] : text('reason'))
			}
			case 'decide_match': {
				const kind = matchKinds.find((known) => known === detail['kind'])
				return kind && detail['state'] === 'confirmed'
					? events.decide_match.confirmed[kind]
					: events.decide_match.rejected
			}
			case 'join':
				return events.join(Number(detail['given']) || 0)
			case 'drop': {
				if (detail['duplicateOf'] !== undefined) return events.joined_to
				const reason = dropReasons.find((known) => known === detail['reason'])
				return events[kind](reason ? words.dropReasons[reason] : text('reason'))
			}
			case 'approve':
			case 'correct':
				return events[kind](text('version'))
			case 'open_thread':
			case 'resolve_thread':
			case 'reopen_thread': {
				const subject = readSubject(detail['subject'])
				return events[kind](subject ? saySubject(subject, words) : text('subject'))
			}
			case 'set_due':
				return typeof detail['on'] === 'string'
					? events.set_due(formatDay(detail['on'], language))
					: events.unset_due
			case 'place_quotation':
				return detail['outcome'] === 'lost' ? events.quotation_gone : events[kind]
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
		case 'settle_blind':
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
		case 'add_appearance':
			return typeof detail['exact'] === 'string' ? (
				<blockquote className="history-text" dir="auto">
					{neutraliseBidi(detail['exact'])}
				</blockquote>
			) : null
		case 'move_quotation':
		case 'place_quotation':
			return <QuotedBefore detail={detail} />
		case 'decide_match':
		case 'join':
		case 'drop':
			return <OtherClaim detail={detail} />
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

/** The words that a quotation consisted of, and those that it consists of or stands as since. */
function QuotedBefore({ detail }: { detail: Record<string, unknown> }) {
	const { before, after } = useDeskWords().words.desk.workbench.history.quoted
	const words = (name: string) => {
		const side: unknown = detail[name]
		const exact: unknown = typeof side === 'object' && side !== null ? Reflect.get(side, 'exact') : null
		return typeof exact === 'string' ? exact : null
	}
	const sides: [string, string | null][] = [
		[before, words('before')],
		[after, words('after')],
	]
	return sides.map(([name, exact]) =>
		exact === null ? null : (
			<p key={name} className="history-text small">
				{name}: <q dir="auto">{neutraliseBidi(exact)}</q>
			</p>
		),
	)
}

/** The claim that an event brought together with this one, and what was said of it. */
function OtherClaim({ detail }: { detail: Record<string, unknown> }) {
	const { language } = useDeskWords()
	const id = [detail['otherId'], detail['joined'], detail['duplicateOf']].find((value) => value !== undefined)
	const statement = preferText(readBilingual({ ...(detail['statement'] ?? {}) }), language)
	if (typeof id !== 'string' || !statement) return null
	return (
		<>
			<p className="history-text small">
				<Link to={`/desk/claims/${id}`} lang={statement.language} dir={directionOf(statement.language)}>
					{statement.text}
				</Link>
			</p>
			{typeof detail['comment'] === 'string' ? (
				<blockquote className="history-text" dir="auto">
					{neutraliseBidi(detail['comment'])}
				</blockquote>
			) : null}
		</>
	)
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

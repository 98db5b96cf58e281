import { Form, Link } from '@remix-run/react'
import { complaintOutcomes, otherOutcomes } from '#app/domain/complaint.ts'
import { standing } from '#app/domain/due.ts'
import { type Bilingual, directionOf, preferText } from '#app/domain/language.ts'
import type { TaskKind, TaskOutcome } from '#app/domain/task.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { DeskAge } from './desk-age.tsx'
import { useDeskWords } from './desk-words.ts'
import { DueMark } from './due-mark.tsx'

/** A task as the list shows it; times as ISO 8601. */
export type ListedTask = {
	id: string
	kind: TaskKind
	dueOn: string | null
	openedAt: string
	assignee: { id: string; name: string } | null
	claim: { id: string; slug: string | null; statement: Bilingual } | null
	source: { id: string; title: string | null } | null
	complaint: {
		number: string
		text: string
		url: string | null
		version: number
		hasAddress: boolean
		email: string | null
	} | null
	closed: { at: string; outcome: TaskOutcome | null; note: string | null; correction: number | null } | null
}

type Refused = {
	taskId: string
	code: string
	field: string | null
	typed: { outcome: string; note: string }
}

type Props = {
	rows: ListedTask[]
	refused: Refused | null
	actorId: string
	isEditor: boolean
	now: string
}

/** Tasks, each with what it is about, until when, and the ways to take and to close it. */
export function TaskList({ rows, ...shared }: Props) {
	return (
		<ol className="tasks">
			{rows.map((task) => (
				<Task key={task.id} task={task} {...shared} />
			))}
		</ol>
	)
}

function Task({ task, refused, actorId, isEditor, now }: Omit<Props, 'rows'> & { task: ListedTask }) {
	const { language, words } = useDeskWords()
	const own = words.complaints.tasks
	const claim = task.claim && preferText(task.claim.statement, language)
	const isTheirs = task.assignee?.id === actorId
	const mayClose = isEditor || isTheirs || task.kind !== 'complaint'
	return (
		<li id={`task-${task.id}`}>
			<div className="task-head">
				<h2>{own.kinds[task.kind]}</h2>
				{task.dueOn && !task.closed ? (
					<DueMark due={{ what: 'claim', on: task.dueOn, ...standing(task.dueOn, now.slice(0, 10)) }} />
				) : null}
				<span className="soft small">
					<DeskAge at={task.openedAt} now={now} language={language} />
				</span>
				<span className="soft small">{task.assignee ? own.with(task.assignee.name) : own.nobody}</span>
			</div>
			{claim && task.claim ? (
				<p lang={claim.language} dir={directionOf(claim.language)}>
					<Link to={`/desk/claims/${task.claim.id}`}>{claim.text}</Link>
				</p>
			) : null}
			{task.source ? (
				<p>
					<Link to="/desk/sources">
						<bdi>{task.source.title ?? words.desk.sources.untitled}</bdi>
					</Link>
				</p>
			) : null}
			{task.complaint ? <Complaint complaint={task.complaint} /> : null}
			{task.closed ? (
				<Closed task={task} closed={task.closed} />
			) : (
				<div className="task-actions">
					{isTheirs ? null : (
						<Form method="post">
							<input type="hidden" name="taskId" value={task.id} />
							<button type="submit" name="intent" value="take" className="quiet">
								{own.take}
							</button>
						</Form>
					)}
					{mayClose ? <Closing task={task} refused={refused?.taskId === task.id ? refused : null} /> : null}
				</div>
			)}
		</li>
	)
}

/** A reader's words are shown as they came, as text and nothing else; the address they give leads nowhere. */
function Complaint({ complaint }: { complaint: NonNullable<ListedTask['complaint']> }) {
	const own = useDeskWords().words.complaints.tasks
	return (
		<>
			<p className="soft small">
				{own.number(complaint.number)} · {own.onVersion(complaint.version)} · {own.untrusted}
			</p>
			<blockquote className="task-words" dir="auto">
				{complaint.text}
			</blockquote>
			{complaint.url ? (
				<p className="small">
					<code dir="ltr">{complaint.url}</code>
				</p>
			) : null}
			{complaint.email ? (
				<p className="small">
					{own.email} <bdi dir="ltr">{complaint.email}</bdi>
				</p>
			) : complaint.hasAddress ? (
				<p className="small soft">{own.emailHidden}</p>
			) : null}
		</>
	)
}

function Closed({ task, closed }: { task: ListedTask; closed: NonNullable<ListedTask['closed']> }) {
	const { language, words } = useDeskWords()
	const own = words.complaints.tasks
	return (
		<>
			<p>
				<strong>{closed.outcome ? own.outcomes[closed.outcome] : null}</strong>{' '}
				<span className="soft small">{formatDay(closed.at.slice(0, 10), language)}</span>{' '}
				{closed.correction && task.claim?.slug ? (
					<a href={`/${language}/verdicts/${encodeURIComponent(task.claim.slug)}#versions`}>
						{own.correction(closed.correction)}
					</a>
				) : null}
			</p>
			{closed.note ? <p dir="auto">{closed.note}</p> : null}
		</>
	)
}

function Closing({ task, refused }: { task: ListedTask; refused: Refused | null }) {
	const { words } = useDeskWords()
	const own = words.complaints.tasks
	const outcomes: readonly TaskOutcome[] = task.kind === 'complaint' ? complaintOutcomes : otherOutcomes
	const id = `close-${task.id}`
	const problem = refused && sayProblem(refused)
	return (
		<details className="step" open={refused !== null}>
			<summary>{own.close}</summary>
			<Form method="post">
				<input type="hidden" name="taskId" value={task.id} />
				{problem ? (
					<p className="field-error" role="alert" id={`${id}-problem`}>
						{problem}
					</p>
				) : null}
				<div className="field">
					<label htmlFor={`${id}-outcome`}>{own.outcome}</label>
					<select
						id={`${id}-outcome`}
						name="outcome"
						defaultValue={refused?.typed.outcome ?? ''}
						aria-describedby={problem ? `${id}-problem` : undefined}
					>
						<option value="">{own.choose}</option>
						{outcomes.map((outcome) => (
							<option key={outcome} value={outcome}>
								{own.outcomes[outcome]}
							</option>
						))}
					</select>
				</div>
				<div className="field">
					<label htmlFor={`${id}-note`}>{own.note}</label>
					<p className="hint" id={`${id}-hint`}>
						{own.noteHint}
					</p>
					<textarea
						id={`${id}-note`}
						name="note"
						rows={2}
						dir="auto"
						defaultValue={refused?.typed.note}
						aria-describedby={`${id}-hint`}
					/>
				</div>
				<button type="submit" name="intent" value="close">
					{own.close}
				</button>
			</Form>
		</details>
	)

	function sayProblem({ code, field, typed }: Refused): string {
		if (field === 'reason') return own.needsReason
		if (field === 'outcome' && typed.outcome === 'acted') return own.needsCorrection
		if (code === 'forbidden' || code === 'wrong-step') return words.refusals[code]
		return words.fieldErrors['bad-choice']
	}
}

import { Form, Link } from '@remix-run/react'
import { longestQuery, type QueryProblem } from '#app/domain/search-query.ts'
import { statuses } from '#app/domain/workflow.ts'
import type { CountryNames } from '#app/i18n/country-names.ts'
import { useDeskWords } from './desk-words.ts'

type Props = {
	filter: Record<'q' | 'status' | 'country' | 'assignee' | 'overdue', string | null>
	/** Why the words that were typed cannot be looked for. */
	problem: QueryProblem | null
	/** Countries that claims concern, and people who can have one; the actor among them. */
	countries: CountryNames
	colleagues: { id: string; name: string }[]
	actorId: string
}

/** Narrows the queue; a form that asks for another address, so it needs no script and can be kept as a link. */
export function DeskQueueFilter({ filter, problem, countries, colleagues, actorId }: Props) {
	const { words } = useDeskWords()
	const { queue } = words.desk
	const self = colleagues.find(({ id }) => id === actorId)
	return (
		<Form
			// Its fields start afresh from each address.
			key={Object.values(filter).join()}
			className="queue-filter"
			method="get"
			action="/desk/queue"
			aria-label={queue.filter}
		>
			<div className="field queue-filter-words">
				<label htmlFor="queue-q">{queue.words}</label>
				<input
					id="queue-q"
					name="q"
					type="search"
					dir="auto"
					autoComplete="off"
					maxLength={longestQuery}
					defaultValue={filter.q ?? ''}
					aria-invalid={problem !== null || undefined}
					aria-describedby={problem ? 'queue-problem' : undefined}
				/>
			</div>
			<div className="field">
				<label htmlFor="queue-status">{queue.status}</label>
				<select id="queue-status" name="status" defaultValue={filter.status ?? ''}>
					<option value="">{queue.any}</option>
					{statuses.map((status) => (
						<option key={status} value={status}>
							{words.statuses[status]}
						</option>
					))}
				</select>
			</div>
			<div className="field">
				<label htmlFor="queue-country">{queue.country}</label>
				<select id="queue-country" name="country" defaultValue={filter.country ?? ''}>
					<option value="">{queue.any}</option>
					{Object.entries(countries).map(([code, name]) => (
						<option key={code} value={code}>
							{name}
						</option>
					))}
				</select>
			</div>
			<div className="field">
				<label htmlFor="queue-assignee">{queue.assignee}</label>
				<select id="queue-assignee" name="assignee" defaultValue={filter.assignee ?? ''}>
					<option value="">{queue.any}</option>
					{self ? <option value={self.id}>{queue.me(self.name)}</option> : null}
					{colleagues
						.filter(({ id }) => id !== actorId)
						.map(({ id, name }) => (
							<option key={id} value={id}>
								{name}
							</option>
						))}
				</select>
			</div>
			<div className="field queue-filter-overdue">
				<label htmlFor="queue-overdue">
					<input
						id="queue-overdue"
						name="overdue"
						type="checkbox"
						value="1"
						defaultChecked={filter.overdue !== null}
					/>{' '}
					{words.discussion.due.onlyOverdue}
				</label>
			</div>
			<div className="actions">
				<button className="quiet" type="submit">
					{queue.apply}
				</button>
				{Object.values(filter).some(Boolean) ? <Link to="/desk/queue">{queue.clear}</Link> : null}
			</div>
			{problem ? (
				<p className="field-error" id="queue-problem">
					{words.search.problems[problem]}
				</p>
			) : null}
		</Form>
	)
}

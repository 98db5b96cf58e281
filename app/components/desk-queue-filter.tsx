import { Form, Link } from '@remix-run/react'
import { statuses } from '#app/domain/workflow.ts'
import type { CountryNames } from '#app/i18n/country-names.ts'
import { useDeskWords } from './desk-words.ts'

type Props = {
	filter: { status: string | null; country: string | null; assignee: string | null }
	/** Countries that claims concern, and people who can have one; the actor among them. */
	countries: CountryNames
	colleagues: { id: string; name: string }[]
	actorId: string
}

/** Narrows the queue; a form that asks for another address, so it needs no script and can be kept as a link. */
export function DeskQueueFilter({ filter, countries, colleagues, actorId }: Props) {
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
			<div className="actions">
				<button className="quiet" type="submit">
					{queue.apply}
				</button>
				{filter.status || filter.country || filter.assignee ? (
					<Link to="/desk/queue">{queue.clear}</Link>
				) : null}
			</div>
		</Form>
	)
}

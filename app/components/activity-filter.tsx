import { Form, Link } from '@remix-run/react'
import { activityGroups } from '#app/domain/activity.ts'
import type { ActivityFields } from '#app/forms/activity-filter.ts'
import { useDeskWords } from './desk-words.ts'

type Props = {
	fields: ActivityFields
	people: { id: string; name: string }[]
	/** What was typed as a claim and is none. */
	unknownClaim: boolean
}

/** Narrows the activity; a form that asks for another address, so it needs no script and can be kept as a link. */
export function ActivityFilterForm({ fields, people, unknownClaim }: Props) {
	const { activity } = useDeskWords().words
	const own = activity.filter
	return (
		<Form
			// Its fields start afresh from each address.
			key={Object.values(fields).join('\n')}
			className="activity-filter"
			method="get"
			action="/desk/activity"
			aria-label={own.label}
		>
			<div className="field">
				<label htmlFor="activity-person">{own.person}</label>
				<select id="activity-person" name="person" defaultValue={fields.person}>
					<option value="">{own.any}</option>
					{people.map(({ id, name }) => (
						<option key={id} value={id}>
							{name}
						</option>
					))}
				</select>
			</div>
			<div className="field">
				<label htmlFor="activity-group">{own.group}</label>
				<select id="activity-group" name="group" defaultValue={fields.group}>
					<option value="">{own.any}</option>
					{activityGroups.map((group) => (
						<option key={group} value={group}>
							{activity.groups[group]}
						</option>
					))}
				</select>
			</div>
			<div className="field">
				<label htmlFor="activity-from">{own.from}</label>
				<input id="activity-from" name="from" type="date" defaultValue={fields.from} />
			</div>
			<div className="field">
				<label htmlFor="activity-to">{own.to}</label>
				<input id="activity-to" name="to" type="date" defaultValue={fields.to} />
			</div>
			<div className="field activity-filter-claim">
				<label htmlFor="activity-claim">{own.claim}</label>
				<input
					id="activity-claim"
					name="claim"
					type="text"
					dir="ltr"
					autoComplete="off"
					defaultValue={fields.claim}
					placeholder={own.claimHint}
					aria-invalid={unknownClaim || undefined}
					aria-describedby={unknownClaim ? 'activity-claim-error' : undefined}
				/>
			</div>
			<div className="actions">
				<button className="quiet" type="submit">
					{own.apply}
				</button>
				{Object.values(fields).some(Boolean) ? <Link to="/desk/activity">{own.clear}</Link> : null}
			</div>
			{unknownClaim ? (
				<p className="field-error" id="activity-claim-error">
					{activity.unknownClaim}
				</p>
			) : null}
		</Form>
	)
}

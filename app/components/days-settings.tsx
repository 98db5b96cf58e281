import { Form } from '@remix-run/react'
import { useDeskWords } from './desk-words.ts'

/** Within how many days a review and a reader's report are to be done with. */
export function DaysSettings({
	days,
	error,
}: {
	days: { review: number; complaint: number }
	/** What is wrong with the numbers that were sent. */
	error: string | null
}) {
	const own = useDeskWords().words.discussion.due.days
	return (
		<section aria-labelledby="days-heading">
			<h2 id="days-heading">{own.heading}</h2>
			<Form method="post">
				<input type="hidden" name="intent" value="days" />
				{(['review', 'complaint'] as const).map((name) => (
					<div className="field" key={name}>
						<label htmlFor={`days-${name}`}>{own[name]}</label>
						<input
							id={`days-${name}`}
							name={`${name}-days`}
							type="number"
							min={1}
							max={90}
							required
							defaultValue={days[name]}
							aria-describedby={error ? 'days-error' : undefined}
						/>
					</div>
				))}
				{error ? (
					<p className="field-error" id="days-error" role="alert">
						{error}
					</p>
				) : null}
				<button type="submit">{own.save}</button>
			</Form>
		</section>
	)
}

import { Form } from '@remix-run/react'
import { needsSecondFactor, secondFactorChoices, type Settings } from '#app/domain/account.ts'
import { type Role, roles } from '#app/domain/people.ts'
import { useDeskWords } from './desk-words.ts'

type From = Settings['second-factor-from']

export type SecondFactorSettingsProps = {
	from: From
	/** By role: who could sign in, and who of them has no second factor. */
	counts: Record<Role, { people: number; lacking: number }>
	/** Whether whoever decides has one. */
	hasOwn: boolean
	/** What is wrong with the choice that was sent. */
	error: string | null
}

/** From which role on a second factor is required; beside each choice, whom it would ask for one. */
export function SecondFactorSettings({ from, counts, hasOwn, error }: SecondFactorSettingsProps) {
	const { words } = useDeskWords()
	const { settings } = words.secondFactor
	return (
		<Form method="post">
			<fieldset aria-describedby={error ? 'from-hint from-error' : 'from-hint'}>
				<legend>{settings.from}</legend>
				<p className="hint" id="from-hint">
					{settings.hint}
				</p>
				<ul className="choice-list">
					{secondFactorChoices.map((choice) => (
						<li key={choice}>
							<input
								type="radio"
								id={`from-${choice}`}
								name="from"
								value={choice}
								defaultChecked={choice === from}
								aria-describedby={`from-${choice}-count`}
								required
							/>
							<label htmlFor={`from-${choice}`}>{settings.choices[choice]}</label>
							<p className="soft" id={`from-${choice}-count`}>
								{describe(choice)}
							</p>
						</li>
					))}
				</ul>
				{error ? (
					<p className="field-error" id="from-error">
						{error}
					</p>
				) : null}
			</fieldset>
			{hasOwn ? null : <p className="notice">{settings.yourself}</p>}
			<button type="submit">{settings.submit}</button>
		</Form>
	)

	function describe(choice: From): string {
		const covered = roles.filter((role) => choice === 'nobody' || needsSecondFactor(role, choice))
		const people = covered.reduce((sum, role) => sum + counts[role].people, 0)
		const lacking = covered.reduce((sum, role) => sum + counts[role].lacking, 0)
		return choice === 'nobody'
			? settings.voluntary(people - lacking, people)
			: settings.lacking(lacking, people)
	}
}

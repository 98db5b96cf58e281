import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { PersonIntent } from '#app/forms/people.ts'
import { useDeskWords } from './desk-words.ts'
import { PersonForm } from './people-form.tsx'

type Person = { email: string; hasSecondFactor: boolean; sessions: number; disabledAt: string | null }
type Props = { person: Person; self: boolean }

/** Whether there is anything to be done about how a person gets in. */
export function canBeHelped({ disabledAt, sessions, hasSecondFactor }: Omit<Person, 'email'>): boolean {
	return disabledAt === null || sessions > 0 || hasSecondFactor
}

/** How a person gets in, and what an admin can do about it. One's own is on the account's page. */
export function PeopleAccess({ person, self }: Props) {
	const words = useDeskWords().words.people.person
	return (
		<section aria-labelledby="access">
			<h2 id="access">{words.accessTitle}</h2>
			{self ? (
				<p className="soft">
					{words.ownAccess} <Link to="/desk/account">{words.ownAccessLink}</Link>
				</p>
			) : (
				<div className="people-steps">
					{person.disabledAt ? null : (
						<Step intent="send-reset" name={words.sendReset} note={words.sendResetNote(person.email)} />
					)}
					{person.sessions > 0 ? (
						<Step intent="end-sessions" name={words.endSessions} note={words.endSessionsNote} />
					) : null}
					{person.hasSecondFactor ? (
						<Step
							intent="remove-second-factor"
							name={words.removeSecondFactor}
							note={words.removeSecondFactorNote}
						/>
					) : null}
				</div>
			)}
		</section>
	)
}

/** Shuts a person out, or lets them in again. */
export function PeopleState({
	disabled,
	invitations,
	work,
}: {
	disabled: boolean
	/** How many invitations of theirs would be withdrawn. */
	invitations: number
	/** Whether they have claims in hand. */
	work: boolean
}) {
	const words = useDeskWords().words.people.person
	return (
		<section aria-labelledby="state">
			<h2 id="state">{disabled ? words.enableTitle : words.disableTitle}</h2>
			<div className="people-steps">
				{disabled ? (
					<Step intent="enable" name={words.enable} note={words.enableNote} />
				) : (
					<Step
						intent="disable"
						name={words.disable}
						danger
						note={
							<>
								{words.disableNote}
								{invitations > 0 ? ` ${words.disableInvitations(invitations)}` : null}
								{work ? ` ${words.disableWork}` : null}
							</>
						}
					/>
				)}
			</div>
		</section>
	)
}

/** A change that needs nothing but to be asked for, and what it does. */
function Step({
	intent,
	name,
	note,
	danger = false,
}: {
	intent: PersonIntent
	name: string
	note: ReactNode
	danger?: boolean
}) {
	return (
		<PersonForm intent={intent}>
			<button
				type="submit"
				className="quiet"
				data-danger={danger || undefined}
				aria-describedby={`${intent}-note`}
			>
				{name}
			</button>
			<p className="hint" id={`${intent}-note`}>
				{note}
			</p>
		</PersonForm>
	)
}

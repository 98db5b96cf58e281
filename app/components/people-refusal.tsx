import { Link, useLocation } from '@remix-run/react'
import type { TeamRefusal } from '#app/forms/people-answer.ts'
import type { PersonIntent, TeamIntent } from '#app/forms/people.ts'
import type { Words } from '#app/i18n/words.ts'
import { useDeskWords } from './desk-words.ts'
import { FormRefusal } from './form-refusal.tsx'
import { sayWait } from './join-refusal.tsx'

type Asked = TeamIntent | PersonIntent

/** Why a form of the team's pages was not taken, and the way on if there is one. */
export function PeopleRefusal({
	cause,
	intent,
	refusal,
}: {
	cause: unknown
	intent: Asked
	refusal: TeamRefusal
}) {
	const { words } = useDeskWords()
	const { pathname } = useLocation()
	const { refusals } = words.people
	return (
		<FormRefusal cause={cause}>
			<p>
				{say(refusal, intent, words)}{' '}
				{refusal.code === 'confirm-first' ? (
					<a href={`/desk/confirm?next=${encodeURIComponent(pathname)}`} target="_blank" rel="noreferrer">
						{refusals.toConfirm}
					</a>
				) : null}
				{refusal.personId ? <Link to={`/desk/people/${refusal.personId}`}>{refusals.toAccount}</Link> : null}
			</p>
		</FormRefusal>
	)
}

function say({ code, by, seconds }: TeamRefusal, intent: Asked, words: Words): string {
	const { refusals } = words.people
	switch (code) {
		case 'taken':
			return by === 'invitation' ? refusals.invitationTaken : refusals.accountTaken
		case 'spent':
			return refusals.invitationOver
		case 'too-many':
			return seconds === undefined ? words.refusals[code] : sayWait(seconds, words)
		case 'stale':
			return refusals.stale
		case 'last-admin':
			return refusals.lastAdmin
		case 'confirm-first':
			return refusals.confirmFirst
		case 'forbidden':
			return intent === 'disable' ? refusals.ownAccount : refusals.forbidden
		case 'invalid':
			return intent === 'send-reset' ? refusals.disabledAccount : words.refusals[code]
		default:
			return words.refusals[code]
	}
}

import type { AccountAnswer, AccountRefusal } from '#app/forms/account.ts'
import type { Words } from '#app/i18n/words.ts'
import { useDeskWords } from './desk-words.ts'
import { FormRefusal } from './form-refusal.tsx'

/** Why the form as a whole was not taken, in words that fit a newcomer. */
export function JoinRefusal({ answer }: { answer: AccountAnswer<'send'> | null }) {
	const { words } = useDeskWords()
	if (!answer?.refusal) return null
	return (
		<FormRefusal cause={answer}>
			<p>{say(answer.refusal, words)}</p>
		</FormRefusal>
	)
}

function say({ code, seconds }: AccountRefusal, words: Words): string {
	const { refusals } = words.people
	switch (code) {
		case 'look-alike':
			return refusals.nameTaken
		case 'taken':
			return refusals.addressTaken
		case 'too-many':
			return seconds === undefined ? words.refusals[code] : sayWait(seconds, words)
		case 'gone':
			return words.refusals.spent
		default:
			return words.refusals[code]
	}
}

/** That a mail address has had letters enough, and when the next one may be sent: in whole minutes, at least one. */
export function sayWait(seconds: number, words: Words): string {
	return words.people.refusals.letters(Math.max(Math.ceil(seconds / 60), 1))
}

import type { AccountRefusal } from '#app/forms/account.ts'
import type { Words } from '#app/i18n/words.ts'
import { useDeskWords } from './desk-words.ts'
import { FormRefusal } from './form-refusal.tsx'
import { query } from './pager.tsx'

type Props = {
	refusal: AccountRefusal | null | undefined
	/** Changes when the form was refused anew. */
	cause: unknown
	/** What was typed and is to be there again after a proof, as parameters of the page. */
	kept?: Record<string, string>
}

/** Why a form of the account was not taken as a whole, above it; with the way to a proof where one is missing. */
export function AccountRefused({ refusal, cause, kept = {} }: Props) {
	const { words } = useDeskWords()
	if (!refusal) return null
	return (
		<FormRefusal cause={cause}>
			<p>{say(refusal, words)}</p>
			{refusal.code === 'confirm-first' ? (
				<p>
					<a href={confirmHref(kept)}>{words.account.toConfirm}</a>
				</p>
			) : null}
		</FormRefusal>
	)
}

/** The page that asks for a proof and leads back to the account. */
export function confirmHref(kept: Record<string, string> = {}): string {
	return `/desk/confirm${query({ next: `/desk/account${query(kept)}` })}`
}

function say({ code, seconds }: AccountRefusal, { account, people, secondFactor, refusals }: Words): string {
	switch (code) {
		case 'gone':
			return account.sessions.gone
		case 'confirm-first':
			return account.confirmFirst
		case 'too-many':
			return seconds === undefined ? refusals[code] : secondFactor.tooMany(seconds)
		case 'look-alike':
			return people.refusals.nameTaken
		case 'stale':
			return account.password.changedMeanwhile
		default:
			return refusals[code]
	}
}

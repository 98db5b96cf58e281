import { type FormEvent, type ReactNode, useRef, useState, useSyncExternalStore } from 'react'
import type { PasskeyUse } from '#app/forms/second-factor.ts'
import type { Words } from '#app/i18n/words.ts'
import { useDeskWords } from './desk-words.ts'
import { answerChallenge, knowsPasskeys } from './passkey.client.ts'

type Problem = keyof Words['secondFactor']['passkeys']['problems']

type Props = {
	use: PasskeyUse
	/** The action that the answer is for. */
	intent: string
	/** What the button says. */
	label: string
	/** Why the last answer was not taken. */
	refused?: Problem | null
	/** How the button looks: as the way on, or as another way. */
	quiet?: boolean
	/** Fields that are sent along. */
	children?: ReactNode
}

/**
 * A form that sends what the person's device says of a passkey. Nothing of it is there without a script, nor in a
 * browser that knows no passkeys; whoever shows it offers another way beside it. The answer is
 * a page of its own: who is signed in, and in which language, may change with it.
 */
export function PasskeyForm({ use, intent, label, refused, quiet, children }: Props) {
	const { words } = useDeskWords()
	const { passkeys } = words.secondFactor
	const known = usePasskeysKnown()
	const credential = useRef<HTMLInputElement>(null)
	const [waiting, setWaiting] = useState(false)
	const [failed, setFailed] = useState<Problem | null>(null)
	if (!known) return null
	const problem = failed ?? refused

	async function ask(form: HTMLFormElement) {
		const field = credential.current
		if (!field || waiting) return
		setWaiting(true)
		setFailed(null)
		const answer = await answerChallenge(use)
		setWaiting(false)
		if (answer.problem) return setFailed(answer.problem)
		field.value = answer.credential
		form.requestSubmit()
		field.value = ''
	}

	/** The device is asked first; its answer then sends the form again. */
	function send(event: FormEvent<HTMLFormElement>) {
		if (credential.current?.value) return
		event.preventDefault()
		void ask(event.currentTarget)
	}

	return (
		<form method="post" className="passkey-form" onSubmit={send}>
			<input type="hidden" name="intent" value={intent} />
			<input type="hidden" name="credential" ref={credential} />
			{children}
			<button type="submit" className={quiet ? 'quiet' : undefined} aria-disabled={waiting || undefined}>
				{label}
			</button>
			<p className="passkey-status" role="status">
				{waiting ? passkeys.waiting : null}
				{!waiting && problem ? <span className="field-error">{passkeys.problems[problem]}</span> : null}
			</p>
		</form>
	)
}

/** Whether a script runs and the browser knows passkeys: known once the page has come alive. */
function usePasskeysKnown(): boolean {
	return useSyncExternalStore(neverChanges, knowsPasskeys, () => false)
}

function neverChanges() {
	return () => {}
}

/** The button by which somebody signed in confirms with a passkey that it is they. Its form sends `intent=passkey`. */
export function PasskeyConfirm({ refused }: { refused?: boolean }) {
	const { words } = useDeskWords()
	const { passkeys } = words.secondFactor
	return (
		<PasskeyForm
			use="confirm"
			intent="passkey"
			label={passkeys.confirm}
			refused={refused ? 'refused' : null}
			quiet
		/>
	)
}

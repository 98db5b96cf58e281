import type { Language } from '#app/domain/language.ts'
import type { NotificationKind, NotificationWay } from '#app/domain/notification.ts'
import type { AccountAnswer, AccountIntent } from '#app/forms/account.ts'
import { AccountDone } from './account-done.tsx'
import { AccountEmail, type ShownChange } from './account-email.tsx'
import { AccountNotifications } from './account-notifications.tsx'
import { AccountPassword } from './account-password.tsx'
import { AccountProfile } from './account-profile.tsx'
import { AccountSessions, type ShownSession } from './account-sessions.tsx'
import { useDeskWords } from './desk-words.ts'

type Props = {
	profile: { name: string; language: Language }
	email: string
	/** An address that was typed before a proof was asked for. */
	typedEmail: string
	pending: ShownChange | null
	sessions: ShownSession[]
	/** How the person is told of each kind. */
	ways: Record<NotificationKind, NotificationWay>
	/** Whether the person has lately proved who they are. */
	confirmed: boolean
	done: AccountIntent | null
	now: string
	answer: AccountAnswer | null
}

/** One's own account: who one is, how one signs in, and where one is signed in. */
export function AccountPage({ answer, done, ...props }: Props) {
	const { words } = useDeskWords()
	const { account } = words
	const answerTo = (...intents: AccountIntent[]) =>
		answer && intents.includes(answer.intent) ? answer : null
	return (
		<>
			<h1>{account.title}</h1>
			{done && !answer ? <AccountDone>{account.done[done]}</AccountDone> : null}
			<AccountProfile profile={props.profile} answer={answerTo('profile')} />
			<AccountNotifications ways={props.ways} />
			<AccountPassword
				email={props.email}
				changed={done === 'password' && !answer}
				answer={answerTo('password')}
			/>
			<AccountEmail
				email={props.email}
				pending={props.pending}
				confirmed={props.confirmed}
				typed={props.typedEmail}
				answer={answerTo('email', 'cancel-email')}
			/>
			<AccountSessions
				sessions={props.sessions}
				now={props.now}
				confirmed={props.confirmed}
				answer={answerTo('end-session', 'end-sessions')}
			/>
		</>
	)
}

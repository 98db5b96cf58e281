import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { AccountAnswer, emailSchema } from '#app/forms/account.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import { AccountRefused, confirmHref } from './account-refusal.tsx'
import { useDeskWords } from './desk-words.ts'
import { LineField } from './form-field.tsx'

/** A change that waits for one mailbox or both; the time in ISO 8601. */
export type ShownChange = {
	newEmail: string
	expiresAt: string
	oldConfirmed: boolean
	newConfirmed: boolean
}

type Props = {
	email: string
	pending: ShownChange | null
	/** Whether the person has lately proved who they are. */
	confirmed: boolean
	/** What was typed before the proof that was asked for. */
	typed: string
	answer: AccountAnswer | null
}

/** One's mail address, the change of it that is under way, or the form that asks for one. */
export function AccountEmail({ email, pending, confirmed, typed, answer }: Props) {
	const { words } = useDeskWords()
	const { title, present, lead, confirmNote, change } = words.account.email
	const showsForm = confirmed || answer?.intent === 'email'
	return (
		<section id="email" aria-labelledby="email-title">
			<h2 id="email-title">{title}</h2>
			<dl className="account-facts">
				<div>
					<dt>{present}</dt>
					<dd>
						<bdi>{email}</bdi>
					</dd>
				</div>
			</dl>
			{pending && answer?.intent !== 'email' ? (
				<Pending change={pending} answer={answer} />
			) : (
				<>
					<p className="soft">{lead}</p>
					{showsForm ? (
						<EmailForm typed={typed} answer={answer} />
					) : (
						<>
							<p className="hint">{confirmNote}</p>
							<a className="button quiet" href={confirmHref()}>
								{change}
							</a>
						</>
					)}
				</>
			)}
		</section>
	)
}

function EmailForm({ typed, answer }: Pick<Props, 'typed' | 'answer'>) {
	const { words } = useDeskWords()
	const { address, submit } = words.account.email
	const [form, fields] = useForm<z.input<typeof emailSchema>>({
		id: 'change-email',
		lastResult: answer?.result,
		defaultValue: { email: typed },
	})
	const sent = fields.email.value
	return (
		<>
			<AccountRefused refusal={answer?.refusal} cause={answer} kept={sent ? { email: sent } : {}} />
			<Form method="post" action="?index#email" {...getFormProps(form)}>
				<input type="hidden" name="intent" value="email" />
				<LineField
					field={fields.email}
					label={address}
					// A browser's own rule for addresses refuses some in other scripts, and in the browser's language.
					inputMode="email"
					autoComplete="email"
					autoCapitalize="none"
					spellCheck={false}
					dir="ltr"
					maxLength={320}
					required
				/>
				<button type="submit">{submit}</button>
			</Form>
		</>
	)
}

function Pending({ change, answer }: { change: ShownChange; answer: AccountAnswer | null }) {
	const { language, words } = useDeskWords()
	const { email } = words.account
	const ends = [
		{ name: email.oldEnd, confirmed: change.oldConfirmed },
		{ name: email.newEnd, confirmed: change.newConfirmed },
	]
	return (
		<>
			<AccountRefused refusal={answer?.refusal} cause={answer} />
			<p>{email.pending(change.newEmail)}</p>
			<dl className="account-facts">
				{ends.map(({ name, confirmed }) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{confirmed ? email.confirmed : email.awaited}</dd>
					</div>
				))}
			</dl>
			<p className="soft">{email.until(formatMoment(change.expiresAt, language))}</p>
			<Form method="post" action="?index#email">
				<input type="hidden" name="intent" value="cancel-email" />
				<button className="quiet" type="submit">
					{email.cancel}
				</button>
			</Form>
		</>
	)
}

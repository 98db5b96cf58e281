import { getFormProps, useForm } from '@conform-to/react'
import { Form, useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import type { z } from 'zod'
import type { AccountAnswer, passwordSchema } from '#app/forms/account.ts'
import { PresentPasswordField } from './account-field.tsx'
import { AccountRefused } from './account-refusal.tsx'
import { useDeskWords } from './desk-words.ts'
import { PasswordField } from './join-fields.tsx'

type Props = { email: string; changed: boolean; answer: AccountAnswer | null }

/** Changes one's password. A page that goes on after the change shows an empty form. */
export function AccountPassword({ email, changed, answer }: Props) {
	const { words } = useDeskWords()
	const { password } = words.account
	const { key } = useLocation()
	const [form, fields] = useForm<z.input<typeof passwordSchema>>({
		id: 'change-password',
		lastResult: answer?.result,
	})
	useEffect(() => {
		if (changed) document.forms.namedItem('change-password')?.reset()
	}, [changed, key])
	return (
		<section id="password" aria-labelledby="password-title">
			<h2 id="password-title">{password.title}</h2>
			<p className="soft">{password.after}</p>
			<AccountRefused refusal={answer?.refusal} cause={answer} />
			<Form method="post" action="?index#password" {...getFormProps(form)}>
				<input type="hidden" name="intent" value="password" />
				{/* For password managers, which look for whose password it is. */}
				<input type="hidden" autoComplete="username" value={email} readOnly />
				<PresentPasswordField field={fields.current} label={password.current} />
				<PasswordField field={fields.password} label={words.people.join.newPassword} />
				<button type="submit">{password.submit}</button>
			</Form>
		</section>
	)
}

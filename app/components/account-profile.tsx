import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { Language } from '#app/domain/language.ts'
import type { AccountAnswer, profileSchema } from '#app/forms/account.ts'
import { AccountRefused } from './account-refusal.tsx'
import { useDeskWords } from './desk-words.ts'
import { LanguageField, NameField } from './join-fields.tsx'

type Props = { profile: { name: string; language: Language }; answer: AccountAnswer | null }

/** One's name and language. The whole page is asked for anew, since its direction and fonts may change. */
export function AccountProfile({ profile, answer }: Props) {
	const { words } = useDeskWords()
	const { title, language } = words.account.profile
	const [form, fields] = useForm<z.input<typeof profileSchema>>({
		id: 'profile',
		lastResult: answer?.result,
		defaultValue: profile,
	})
	return (
		<section id="name" aria-labelledby="name-title">
			<h2 id="name-title">{title}</h2>
			<AccountRefused refusal={answer?.refusal} cause={answer} />
			<Form method="post" action="?index#name" reloadDocument {...getFormProps(form)}>
				<input type="hidden" name="intent" value="profile" />
				<NameField field={fields.name} />
				<LanguageField field={fields.language} label={language} />
				<button type="submit">{words.account.save}</button>
			</Form>
		</section>
	)
}

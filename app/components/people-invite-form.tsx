import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import { roles } from '#app/domain/people.ts'
import type { inviteSchema } from '#app/forms/people.ts'
import type { TeamAnswer } from '#app/forms/people-answer.ts'
import { useDeskWords } from './desk-words.ts'
import { FieldErrors } from './form-field.tsx'
import { AddressField, LanguageField } from './join-fields.tsx'
import { PeopleRefusal } from './people-refusal.tsx'
import { RoleChoice } from './people-role-choice.tsx'

/** Asks somebody to join: where the letter goes, as what they join, and in which language it is written. */
export function InviteForm({ answer }: { answer: TeamAnswer | null }) {
	const { language, words } = useDeskWords()
	const { invite } = words.people
	const own = answer?.intent === 'invite' ? answer : null
	const [form, fields] = useForm<z.input<typeof inviteSchema>>({
		id: 'invite-form',
		lastResult: own?.result,
		defaultValue: { role: 'reviewer', language },
	})
	const chosen = roles.find((role) => role === fields.role.value) ?? 'reviewer'
	return (
		<Form method="post" action="/desk/people" className="people-form" {...getFormProps(form)}>
			{own?.refusal ? <PeopleRefusal cause={own} intent="invite" refusal={own.refusal} /> : null}
			<input type="hidden" name="intent" value="invite" />
			<div className="fields-in-row">
				<AddressField field={fields.email} label={invite.email} own={false} />
				<LanguageField field={fields.language} label={invite.language} />
			</div>
			<RoleChoice id="invite-role" name={fields.role.name} label={invite.role} chosen={chosen} />
			<FieldErrors id={fields.role.errorId} errors={fields.role.errors} />
			<button type="submit">{invite.submit}</button>
		</Form>
	)
}

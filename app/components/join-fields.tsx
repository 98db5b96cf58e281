import { type FieldMetadata, getInputProps } from '@conform-to/react'
import { useState } from 'react'
import { languages } from '#app/domain/language.ts'
import { shortestPassword } from '#app/domain/password.ts'
import { useDeskWords } from './desk-words.ts'
import { ChoiceField, FieldErrors, LineField } from './form-field.tsx'

type Field = FieldMetadata<string | undefined>

/** The name that colleagues see. */
export function NameField({ field }: { field: Field }) {
	const { join } = useDeskWords().words.people
	return (
		<LineField
			field={field}
			label={join.name}
			hint={join.nameHint}
			autoComplete="name"
			dir="auto"
			maxLength={400}
			required
		/>
	)
}

/** A mail address. @param props.own whether it is the person's own, which the browser may know */
export function AddressField({ field, label, own = true }: { field: Field; label: string; own?: boolean }) {
	return (
		<LineField
			field={field}
			label={label}
			// A browser's own rule for addresses refuses some in other scripts, and in the browser's language.
			inputMode="email"
			autoComplete={own ? 'username' : 'off'}
			autoCapitalize="none"
			spellCheck={false}
			dir="ltr"
			maxLength={320}
			required
		/>
	)
}

/** A new password in one field, which can be shown. What was typed never comes back from the server. */
export function PasswordField({ field, label }: { field: Field; label: string }) {
	const { join } = useDeskWords().words.people
	const [shown, setShown] = useState(false)
	const { key, ...control } = getInputProps(field, { type: 'password', ariaDescribedBy: field.descriptionId })
	return (
		<div className="field">
			<label htmlFor={field.id}>{label}</label>
			<p className="hint" id={field.descriptionId}>
				{join.passwordHint(shortestPassword)}
			</p>
			<input
				key={key}
				{...control}
				type={shown ? 'text' : 'password'}
				autoComplete="new-password"
				autoCapitalize="none"
				spellCheck={false}
				dir="ltr"
				required
			/>
			<FieldErrors id={field.errorId} errors={field.errors} />
			<label className="join-show">
				<input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
				{join.show}
			</label>
		</div>
	)
}

/** The language in which the person wants to see the desk. */
export function LanguageField({ field, label }: { field: Field; label: string }) {
	const { languages: names } = useDeskWords().words.people
	return (
		<ChoiceField
			field={field}
			label={label}
			options={languages.map((value) => ({ value, name: names[value] }))}
		/>
	)
}

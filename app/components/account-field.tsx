import { type FieldMetadata, getInputProps } from '@conform-to/react'
import { FieldErrors } from './form-field.tsx'

/** The password one has, as a proof. What was typed never comes back from the server. */
export function PresentPasswordField({
	field,
	label,
}: {
	field: FieldMetadata<string | undefined>
	label: string
}) {
	const { key, ...control } = getInputProps(field, { type: 'password' })
	return (
		<div className="field">
			<label htmlFor={field.id}>{label}</label>
			<input
				key={key}
				{...control}
				autoComplete="current-password"
				autoCapitalize="none"
				spellCheck={false}
				dir="ltr"
				required
			/>
			<FieldErrors id={field.errorId} errors={field.errors} />
		</div>
	)
}

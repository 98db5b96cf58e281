import { type FieldMetadata, getInputProps, getSelectProps, getTextareaProps } from '@conform-to/react'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import type { FieldError } from '#app/forms/text-fields.ts'
import { useDeskWords } from './desk-words.ts'
import { sayFault } from './fault-words.ts'

type Errors = string[] | undefined
type Control<Element extends 'input' | 'textarea' | 'select'> = {
	field: FieldMetadata<string | undefined>
	label: ReactNode
	hint?: ReactNode
	/** Said below the field, beside its errors: what is stored now, when somebody else was quicker. */
	note?: ReactNode
} & Omit<ComponentPropsWithoutRef<Element>, 'children' | 'defaultValue' | 'id' | 'name'>

/** A field of one line with its label, hint and errors. */
export function LineField({
	field,
	label,
	hint,
	note,
	type = 'text',
	...rest
}: Control<'input'> & { type?: 'text' | 'url' | 'date' }) {
	const { key, ...control } = getInputProps(field, { type, ...describedBy(field, hint) })
	return (
		<Field field={field} label={label} hint={hint} note={note}>
			<input key={key} {...control} {...rest} />
		</Field>
	)
}

/** A field of several lines. */
export function ProseField({ field, label, hint, note, ...rest }: Control<'textarea'>) {
	const { key, ...control } = getTextareaProps(field, describedBy(field, hint))
	return (
		<Field field={field} label={label} hint={hint} note={note}>
			<textarea key={key} {...control} {...rest} />
		</Field>
	)
}

/** A choice of one. */
export function ChoiceField({
	field,
	label,
	hint,
	note,
	options,
	...rest
}: Control<'select'> & { options: { value: string; name: string }[] }) {
	const { key, ...control } = getSelectProps(field, describedBy(field, hint))
	return (
		<Field field={field} label={label} hint={hint} note={note}>
			<select key={key} {...control} {...rest}>
				{options.map(({ value, name }) => (
					<option key={value} value={value}>
						{name}
					</option>
				))}
			</select>
		</Field>
	)
}

function describedBy(field: FieldMetadata<string | undefined>, hint: ReactNode) {
	return hint ? { ariaDescribedBy: field.descriptionId } : {}
}

function Field({
	field,
	label,
	hint,
	note,
	children,
}: Pick<Control<'input'>, 'field' | 'label' | 'hint' | 'note'> & { children: ReactNode }) {
	return (
		<div className="field">
			<label htmlFor={field.id}>{label}</label>
			{hint ? (
				<p className="hint" id={field.descriptionId}>
					{hint}
				</p>
			) : null}
			{children}
			<FieldErrors id={field.errorId} errors={field.errors} typed={field.value ?? field.initialValue} />
			{note ? <p className="field-note">{note}</p> : null}
		</div>
	)
}

/** What is wrong with a field, in words. `errors` are keys of `fieldErrors`; `typed` is what the field held. */
export function FieldErrors({ id, errors, typed }: { id: string; errors: Errors; typed?: unknown }) {
	const { words } = useDeskWords()
	if (!errors || errors.length === 0) return null
	const known = errors.filter((error): error is FieldError => error in words.fieldErrors)
	return (
		<div id={id}>
			{(known.length > 0 ? known : (['bad-choice'] as const)).map((error) => (
				<p key={error} className="field-error">
					{sayFault(words, error, typed)}
				</p>
			))}
		</div>
	)
}

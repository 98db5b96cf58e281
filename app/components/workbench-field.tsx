import type { ReactNode } from 'react'
import { directionOf, type Language } from '#app/domain/language.ts'
import { useDeskWords } from './desk-words.ts'
import { sayFault } from './fault-words.ts'
import { useFormOf } from './workbench-form.tsx'

type FieldProps = {
	name: string
	label: string
	hint?: string
	/** What stands there unless something was typed already. */
	value?: string | null
}

/** A field's id, what was typed in it, and what is wrong with it. */
function useField(name: string, value: string | null | undefined, hint: string | undefined) {
	const { id: formId, refused, kept } = useFormOf()
	const { words } = useDeskWords()
	const id = `${formId}-${name}`
	const error = refused?.errors[name]
	const typed = refused?.typed[name] ?? kept?.[name] ?? value ?? ''
	const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
	return {
		id,
		typed,
		error: error ? sayFault(words, error, typed) : null,
		aria: { 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined },
	}
}

function Frame({
	id,
	label,
	hint,
	error,
	children,
}: {
	id: string
	label: string
	hint?: string
	error: string | null
	children: ReactNode
}) {
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			{hint ? (
				<p className="hint" id={`${id}-hint`}>
					{hint}
				</p>
			) : null}
			{children}
			<FieldError id={`${id}-error`} error={error} />
		</div>
	)
}

function FieldError({ id, error }: { id: string; error: string | null }) {
	return error ? (
		<p className="field-error" id={id}>
			{error}
		</p>
	) : null
}

/** What is wrong with several fields together: two that may not both be empty, or what stands elsewhere. */
export function GroupError({ name }: { name: string }) {
	const { id, error } = useField(name, null, undefined)
	return <FieldError id={id} error={error} />
}

type TextProps = FieldProps & {
	/** The language to write in; the direction follows what is written when there is none. */
	language?: Language
	/** In lines; one line without it. */
	rows?: number
	type?: 'text' | 'url' | 'date'
	onInput?: (text: string) => void
}

/** A field for words, an address or a day. */
export function TextField({ name, label, hint, value, language, rows, type = 'text', onInput }: TextProps) {
	const { id, typed, error, aria } = useField(name, value, hint)
	const shared = {
		id,
		name,
		defaultValue: typed,
		lang: language,
		dir: type === 'url' ? 'ltr' : language ? directionOf(language) : type === 'text' ? 'auto' : undefined,
		...aria,
	}
	return (
		<Frame {...{ id, label, hint, error }}>
			{rows ? (
				<textarea {...shared} rows={rows} onInput={(event) => onInput?.(event.currentTarget.value)} />
			) : (
				<input {...shared} type={type} autoComplete="off" />
			)}
		</Frame>
	)
}

type Option = { value: string; name: string; lang?: string }

/** One of a list, which opens. Nothing is chosen to begin with where `empty` says so. */
export function ChoiceField({
	name,
	label,
	hint,
	value,
	options,
	empty,
}: FieldProps & { options: Option[]; empty?: string }) {
	const { id, typed, error, aria } = useField(name, value, hint)
	return (
		<Frame {...{ id, label, hint, error }}>
			<select id={id} name={name} defaultValue={typed} {...aria}>
				{empty === undefined ? null : <option value="">{empty}</option>}
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.name}
					</option>
				))}
			</select>
		</Frame>
	)
}

/** One of a few, all in sight, each with a line that says what it means. */
export function RadioField({
	name,
	label,
	value,
	options,
	className,
}: Omit<FieldProps, 'hint'> & {
	options: { value: string; name: ReactNode; hint?: string }[]
	className?: string
}) {
	const { id, typed, error, aria } = useField(name, value, undefined)
	return (
		<fieldset id={id} tabIndex={-1} className={className} {...aria}>
			<legend>{label}</legend>
			<FieldError id={`${id}-error`} error={error} />
			<div className="choices">
				{options.map((option) => (
					<label key={option.value} className="choice">
						<input type="radio" name={name} value={option.value} defaultChecked={typed === option.value} />
						<span className="choice-name">{option.name}</span>
						{option.hint ? <span className="choice-hint">{option.hint}</span> : null}
					</label>
				))}
			</div>
		</fieldset>
	)
}

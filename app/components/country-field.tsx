import { type FieldMetadata, useFormMetadata } from '@conform-to/react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { directionOf, otherLanguage } from '#app/domain/language.ts'
import { matchKey } from '#app/domain/normalise.ts'
import { useDeskWords } from './desk-words.ts'
import { FieldErrors } from './form-field.tsx'

export type CountryChoice = { code: string; name: string; otherName: string }

type Props = {
	field: FieldMetadata<string[]>
	/** Every country, sorted as the language of the page sorts. */
	countries: CountryChoice[]
}

/**
 * Countries to choose any number of: a list of boxes to tick, which works as it is without a script. With one, it is
 * searched by name in either language or by code, the arrows walk it, and what is ticked stands above it. Stands in a
 * `FormProvider`.
 */
export function CountryField({ field, countries }: Props) {
	const { language, words } = useDeskWords()
	const { countries: labels } = words.desk.reader
	const hintId = useId()
	const form = useFormMetadata(field.formId)
	const list = useRef<HTMLUListElement>(null)
	const filter = useRef<HTMLInputElement>(null)
	const [chosen, setChosen] = useState(() => new Set([field.initialValue ?? []].flat()))
	const [sought, setSought] = useState('')
	const found = countries.filter((country) => isSought(country, sought))
	const foundCodes = new Set(found.map(({ code }) => code))
	const other = otherLanguage(language)

	function set(code: string, isChosen: boolean) {
		const next = new Set(chosen)
		if (isChosen) next.add(code)
		else next.delete(code)
		setChosen(next)
		// Not every way of choosing is one the form hears of.
		if (field.errors) form.validate({ name: field.name })
	}

	function onFilterKey(event: KeyboardEvent<HTMLInputElement>) {
		if (event.key === 'Enter') {
			// Enter would send the form.
			event.preventDefault()
			const [first] = found
			if (!first || sought.trim() === '') return
			set(first.code, !chosen.has(first.code))
			setSought('')
		} else if (event.key === 'ArrowDown') {
			event.preventDefault()
			list.current?.querySelector<HTMLInputElement>('li:not([hidden]) input')?.focus()
		} else if (event.key === 'Escape' && sought !== '') {
			event.preventDefault()
			setSought('')
		}
	}

	function onListKey(event: KeyboardEvent<HTMLInputElement>) {
		if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
		event.preventDefault()
		const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('li:not([hidden]) input') ?? [])]
		const next = boxes.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)
		if (next < 0) filter.current?.focus()
		else boxes[next]?.focus()
	}

	return (
		<fieldset
			className="country-field"
			aria-describedby={field.errors ? field.errorId : undefined}
			aria-invalid={field.errors ? true : undefined}
		>
			<legend>{labels.label}</legend>
			{chosen.size > 0 ? (
				<ul className="country-chosen" aria-label={labels.chosen}>
					{countries
						.filter(({ code }) => chosen.has(code))
						.map(({ code, name }) => (
							<li key={code}>
								<button
									type="button"
									className="country-chip"
									aria-label={labels.remove(name)}
									onClick={() => {
										set(code, false)
										filter.current?.focus()
									}}
								>
									{name} <span aria-hidden="true">×</span>
								</button>
							</li>
						))}
				</ul>
			) : null}
			<div className="country-filter">
				<label htmlFor={`${field.id}-filter`} className="unseen">
					{labels.filter}
				</label>
				<input
					id={`${field.id}-filter`}
					ref={filter}
					type="search"
					autoComplete="off"
					placeholder={labels.filter}
					aria-describedby={hintId}
					value={sought}
					onChange={(event) => setSought(event.currentTarget.value)}
					onKeyDown={onFilterKey}
				/>
				<p className="hint" id={hintId}>
					{labels.filterHint}
				</p>
				<p className="unseen" role="status">
					{sought.trim() === '' ? '' : labels.found(found.length)}
				</p>
			</div>
			{/* A list that scrolls is reached by the boxes in it. */}
			<ul className="country-boxes" ref={list}>
				{countries.map(({ code, name, otherName }) => (
					<li key={code} hidden={!foundCodes.has(code)}>
						<label>
							<input
								type="checkbox"
								name={field.name}
								form={field.formId}
								value={code}
								checked={chosen.has(code)}
								onChange={(event) => set(code, event.currentTarget.checked)}
								onKeyDown={onListKey}
							/>
							<span>{name}</span>
							<span className="soft" lang={other} dir={directionOf(other)}>
								{otherName}
							</span>
						</label>
					</li>
				))}
			</ul>
			<p className="hint country-none" aria-hidden="true">
				{found.length === 0 ? labels.found(0) : ''}
			</p>
			<FieldErrors id={field.errorId} errors={field.errors} />
		</fieldset>
	)
}

/** Whether a country's name in either language has the words in it, or its code is what was typed. */
function isSought({ code, name, otherName }: CountryChoice, typed: string): boolean {
	const key = matchKey(typed)
	if (key === '') return true
	return code.toLowerCase() === typed.trim().toLowerCase() || matchKey(`${name} ${otherName}`).includes(key)
}

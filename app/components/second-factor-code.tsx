type Props = {
	id: string
	label: string
	hint: string
	/** What is wrong with the code that was sent. */
	error: string | null
	/** A recovery code, or either kind: letters too. Otherwise digits alone. */
	paper?: boolean
}

/** A field for a code, named `code`. What was typed does not come back: a wrong code is of no further use. */
export function CodeField({ id, label, hint, error, paper = false }: Props) {
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			<p className="hint" id={`${id}-hint`}>
				{hint}
			</p>
			<input
				id={id}
				name="code"
				className="code-field"
				type="text"
				inputMode={paper ? 'text' : 'numeric'}
				autoComplete={paper ? 'off' : 'one-time-code'}
				autoCapitalize="none"
				spellCheck={false}
				dir="ltr"
				maxLength={40}
				required
				aria-invalid={error ? true : undefined}
				aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
			/>
			{error ? (
				<p className="field-error" id={`${id}-error`}>
					{error}
				</p>
			) : null}
		</div>
	)
}

import { type FieldMetadata, useFormMetadata } from '@conform-to/react'
import { comparators, figureUnits } from '#app/domain/figure.ts'
import { useDeskWords } from './desk-words.ts'
import { ChoiceField, FieldErrors, LineField } from './form-field.tsx'

/** A row of the list, as a form holds it: all text. */
export type FigureRow = {
	value?: string
	unit: string
	comparator: string
	base?: string
	asWritten?: string
}

/** What a new row begins with. */
const blank = { unit: 'number', comparator: 'exactly' }

/** The figures of a claim: rows to fill, add and take away, with or without a script. Stands in a `FormProvider`. */
export function FigureFields({ field }: { field: FieldMetadata<FigureRow[]> }) {
	const { words } = useDeskWords()
	const { figures: labels } = words.desk.reader
	const form = useFormMetadata(field.formId)
	const units = figureUnits.map((unit) => ({ value: unit, name: words.units[unit] }))
	const comparisons = comparators.map((comparator) => ({
		value: comparator,
		name: words.comparators[comparator],
	}))
	return (
		<fieldset className="figure-fields" aria-describedby={`${field.id}-hint`}>
			<legend>{labels.label}</legend>
			<p className="hint" id={`${field.id}-hint`}>
				{labels.hint}
			</p>
			{field.getFieldList().map((row, index) => {
				const fields = row.getFieldset()
				return (
					<fieldset className="figure-row" key={row.key}>
						<legend className="unseen">{labels.row(index + 1)}</legend>
						<LineField field={fields.asWritten} label={labels.asWritten} dir="auto" />
						<ChoiceField field={fields.comparator} label={labels.comparator} options={comparisons} />
						<LineField field={fields.value} label={labels.value} dir="auto" />
						<ChoiceField field={fields.unit} label={labels.unit} options={units} />
						<LineField field={fields.base} label={labels.base} placeholder={labels.baseHint} dir="auto" />
						<button
							className="plain"
							aria-label={labels.remove(index + 1)}
							{...form.remove.getButtonProps({ name: field.name, index })}
						>
							{labels.removeShort}
						</button>
						<FieldErrors id={row.errorId} errors={row.errors} />
					</fieldset>
				)
			})}
			<FieldErrors id={field.errorId} errors={field.errors} />
			<button className="quiet" {...form.insert.getButtonProps({ name: field.name, defaultValue: blank })}>
				{labels.add}
			</button>
		</fieldset>
	)
}

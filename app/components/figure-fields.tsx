import { type FieldMetadata, getInputProps, useFormMetadata } from '@conform-to/react'
import { comparators, figureUnits, needsBase } from '#app/domain/figure.ts'
import { directionOf, type Language } from '#app/domain/language.ts'
import { useDeskWords } from './desk-words.ts'
import { ChoiceField, FieldErrors, LineField } from './form-field.tsx'

/** A row of the list, as a form holds it: all text. */
export type FigureRow = {
	value?: string
	valueTo?: string
	unit: string
	comparator: string
	measuredIn?: string
	base?: string
	place?: string
	period?: string
	countedBy?: string
	asWritten?: string
	/** What reading the text found and nobody types. */
	rounding?: string
	start?: string
	end?: string
}

/** What a new row begins with. */
const blank = { unit: 'number', comparator: 'exactly' }

/** The text that figures were read from, to show where each stands in it. */
export type FigureSource = { text: string; language: Language | null }

/** The figures of a claim: rows to fill, add and take away, with or without a script. Stands in a `FormProvider`. */
export function FigureFields({
	field,
	source,
}: {
	field: FieldMetadata<FigureRow[]>
	source?: FigureSource
}) {
	const { words } = useDeskWords()
	const { figures: labels } = words.desk.reader
	const form = useFormMetadata(field.formId)
	return (
		<fieldset className="figure-fields" aria-describedby={`${field.id}-hint`}>
			<legend>{labels.label}</legend>
			<p className="hint" id={`${field.id}-hint`}>
				{labels.hint}
			</p>
			{field.getFieldList().map((row, index) => (
				<fieldset className="figure-row" key={row.key}>
					<legend className="unseen">{labels.row(index + 1)}</legend>
					<FigureRowFields row={row} {...(source && { source })} />
					<button
						className="plain"
						aria-label={labels.remove(index + 1)}
						{...form.remove.getButtonProps({ name: field.name, index })}
					>
						{labels.removeShort}
					</button>
					<FieldErrors id={row.errorId} errors={row.errors} />
				</fieldset>
			))}
			<FieldErrors id={field.errorId} errors={field.errors} />
			<button className="quiet" {...form.insert.getButtonProps({ name: field.name, defaultValue: blank })}>
				{labels.add}
			</button>
		</fieldset>
	)
}

type RowField = ReturnType<FieldMetadata<FigureRow[]>['getFieldList']>[number]

function FigureRowFields({ row, source }: { row: RowField; source?: FigureSource }) {
	const { words } = useDeskWords()
	const { figures: labels } = words.desk.reader
	const fields = row.getFieldset()
	const unit = fields.unit.value ?? fields.unit.initialValue ?? ''
	const isAsked = needsBase(unit)
	const base = fields.base.value ?? fields.base.initialValue
	const isMeasured = unit === 'money' || unit === 'measure'
	const folded = [fields.valueTo, fields.measuredIn, fields.place, fields.period, fields.countedBy]
	const isFilled = folded.some(({ initialValue, errors }) => Boolean(initialValue ?? errors))
	return (
		<>
			<FigurePlace fields={fields} {...(source && { source })} />
			<LineField field={fields.asWritten} label={labels.asWritten} dir="auto" />
			<ChoiceField
				field={fields.comparator}
				label={labels.comparator}
				options={comparators.map((value) => ({ value, name: words.comparators[value] }))}
			/>
			<LineField field={fields.value} label={labels.value} dir="auto" />
			<ChoiceField
				field={fields.unit}
				label={labels.unit}
				options={figureUnits.map((value) => ({ value, name: words.units[value] }))}
			/>
			{isAsked && !base?.trim() ? <p className="figure-question">{labels.askBase}</p> : null}
			<div className="figure-base">
				<LineField field={fields.base} label={labels.base} placeholder={labels.baseHint} dir="auto" />
			</div>
			<details open={isFilled || isMeasured || (isAsked && !fields.base.initialValue)}>
				<summary>{labels.more}</summary>
				<div className="figure-more">
					<LineField field={fields.valueTo} label={labels.valueTo} dir="auto" />
					<LineField
						field={fields.measuredIn}
						label={labels.measuredIn}
						placeholder={labels.measuredInHint}
						dir="auto"
					/>
					<LineField field={fields.place} label={labels.place} dir="auto" />
					<LineField field={fields.period} label={labels.period} dir="auto" />
					<div className="figure-base">
						<LineField
							field={fields.countedBy}
							label={labels.countedBy}
							placeholder={labels.countedByHint}
							dir="auto"
						/>
					</div>
				</div>
			</details>
		</>
	)
}

/** How much of the text round a figure is shown, in UTF-16 code units. */
const round = 24

/** Where the figure stands, kept for the server to check, and shown as long as its words are those of the text. */
function FigurePlace({
	fields,
	source,
}: {
	fields: ReturnType<RowField['getFieldset']>
	source?: FigureSource
}) {
	const { words } = useDeskWords()
	const start = Number(fields.start.value ?? fields.start.initialValue ?? Number.NaN)
	const end = Number(fields.end.value ?? fields.end.initialValue ?? Number.NaN)
	const written = (fields.asWritten.value ?? fields.asWritten.initialValue ?? '').trim()
	const found = source?.text.slice(start, end).replace(/\s+/g, ' ')
	return (
		<>
			{[fields.start, fields.end, fields.rounding].map((field) => {
				const { key, ...control } = getInputProps(field, { type: 'hidden' })
				return <input key={key} {...control} />
			})}
			{source && written !== '' && found === written ? (
				<p
					className="figure-place hint"
					lang={source.language ?? undefined}
					dir={directionOf(source.language)}
				>
					<span className="unseen">{words.desk.reader.figures.standsIn}</span>…{' '}
					{tail(source.text.slice(Math.max(0, start - round), start))}
					<mark>{found}</mark>
					{head(source.text.slice(end, end + round))} …
				</p>
			) : null}
		</>
	)
}

/** Whole words only: the first and the last may be torn. */
const tail = (text: string) => text.replace(/^\S*\s/, '')
const head = (text: string) => text.replace(/\s\S*$/, '')

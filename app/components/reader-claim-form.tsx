import {
	FormProvider,
	getFormProps,
	type Intent,
	parse,
	type SubmissionResult,
	useForm,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import { parseFigures } from '#app/domain/figure-parsing.ts'
import { directionOf, type Language } from '#app/domain/language.ts'
import type { Span } from '#app/domain/words.ts'
import type { RefusalCode } from '#app/errors.ts'
import type { claimSchema, HeldClaimant } from '#app/forms/claim.ts'
import type { QuotedPlace } from '#app/forms/quoted-words.ts'
import { ClaimFields } from './claim-form.tsx'
import type { CountryChoice } from './country-field.tsx'
import { useDeskWords } from './desk-words.ts'
import type { FigureRow } from './figure-fields.tsx'
import { ProseField } from './form-field.tsx'
import { FormRefusal } from './form-refusal.tsx'

/** What came of sending the form: what was typed, what is wrong with it, and the places to choose between. */
export type ClaimAnswer = {
	result: SubmissionResult
	refusal: RefusalCode | null
	places: QuotedPlace[]
	/** A claimant's name that a person has to decide about. */
	held: HeldClaimant | null
}

/** Words chosen for the quotation, and the answer that was known then. Another object is another choice. */
export type ChosenWords = { span: Span; after: ClaimAnswer | null }

type Props = {
	article: { text: string; versionId: string; language: Language | null }
	/** The key of this showing of the form. */
	submission: string
	chosen: ChosenWords | null
	answer: ClaimAnswer | null
	countries: CountryChoice[]
	claimants: string[]
	/** Something was typed: other words may no longer take the place of the chosen ones unasked. */
	onTyped: () => void
}

type Values = z.input<typeof claimSchema>

/** Makes a claim of words of the article: selected in the text or, without a script, pasted into the form. */
export function ReaderClaimForm({
	article,
	submission,
	chosen,
	answer,
	countries,
	claimants,
	onTyped,
}: Props) {
	const { language, words } = useDeskWords()
	const { form: labels } = words.desk.reader
	const standing = useRef<Record<string, string[]>>({})
	const [form, fields] = useForm<Values>({
		id: 'claim',
		lastResult: answer?.result,
		defaultValue: {
			versionId: article.versionId,
			submission,
			claimantKind: 'person',
			claimedOnBasis: 'text',
			figures: [],
		},
		// The server judges. Here rows come and go, and a complaint goes once its field is changed.
		shouldRevalidate: 'onInput',
		onValidate: ({ formData }) =>
			parse(formData, {
				resolve: (value, intent) =>
					intent ? { error: remaining(standing.current, intent) } : { value: value as Values },
			}),
	})
	const filled = useRef('[]')
	const taken = useRef<ChosenWords | null>(null)

	useEffect(() => {
		standing.current = form.allErrors
	})
	useEffect(() => {
		if (!chosen || taken.current === chosen) return
		taken.current = chosen
		const exact = article.text.slice(chosen.span.start, chosen.span.end)
		form.update({ name: fields.exact.name, value: exact })
		form.update({ name: fields.start.name, value: String(chosen.span.start) })
		// Figures that somebody has worked on stay.
		if (JSON.stringify(plainRows(fields.figures.value)) !== filled.current) return
		const rows = readRows(exact)
		form.update({ name: fields.figures.name, value: rows })
		filled.current = JSON.stringify(plainRows(rows))
	}, [chosen, article.text, form, fields])

	const { exact, start } = fields
	// Words chosen since have a place of their own.
	const places = answer && chosen?.after !== answer ? answer.places : []
	const quotationLanguage = article.language
	const first = quotationLanguage ?? language
	const statement = first === 'ar' ? fields.statementAr : fields.statementEn
	return (
		<Form method="post" preventScrollReset {...getFormProps(form)} onInput={onTyped}>
			{/* Enter in a field sends the form: without this it would press the first button, which takes a row away. */}
			<button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
			{answer?.refusal ? (
				<FormRefusal cause={answer}>
					<p>{words.refusals[answer.refusal]}</p>
				</FormRefusal>
			) : null}
			<input type="hidden" name="intent" value="claim" />
			<input type="hidden" name={fields.versionId.name} value={fields.versionId.initialValue} />
			<input type="hidden" name={fields.submission.name} value={fields.submission.initialValue} />
			<ProseField
				field={exact}
				label={labels.quotation}
				hint={labels.quotationHint}
				className="quotation-field"
				lang={quotationLanguage ?? undefined}
				dir={directionOf(quotationLanguage)}
				rows={3}
			/>
			{places.length > 0 ? (
				<fieldset className="places">
					<legend>{labels.places}</legend>
					{places.map((place) => (
						<label
							key={place.start}
							lang={quotationLanguage ?? undefined}
							dir={directionOf(quotationLanguage)}
						>
							<input type="radio" name={start.name} value={place.start} />… {place.before}
							<mark>{place.exact}</mark>
							{place.after} …
						</label>
					))}
				</fieldset>
			) : (
				<input key={start.key} type="hidden" name={start.name} defaultValue={start.initialValue} />
			)}
			<button
				type="button"
				className="plain quotation-use needs-script"
				onClick={() => {
					form.update({ name: statement.name, value: (exact.value ?? '').replace(/\s+/g, ' ').trim() })
					document.getElementById(statement.id)?.focus()
					onTyped()
				}}
			>
				{labels.fromQuotation}
			</button>
			<FormProvider context={form.context}>
				<ClaimFields
					countries={countries}
					claimants={claimants}
					first={quotationLanguage ?? language}
					held={answer?.held ?? null}
				/>
			</FormProvider>
			<div className="actions">
				<button type="submit">{labels.submit}</button>
				<a href="#text">{labels.backToText}</a>
			</div>
		</Form>
	)
}

/** The complaints that a step of the form leaves standing: not those of the field it is about, nor of rows it moves. */
function remaining(errors: Record<string, string[]>, { payload }: Intent): Record<string, string[]> {
	const name = payload.name ?? ''
	return Object.fromEntries(
		Object.entries(errors).filter(([field]) => field !== name && !field.startsWith(`${name}[`)),
	)
}

/** Rows for the figures that stand in the words. */
function readRows(exact: string): FigureRow[] {
	return parseFigures(exact).map(({ value, unit, comparator, asWritten }) => ({
		value,
		unit,
		comparator,
		asWritten: asWritten.replace(/\s+/g, ' '),
	}))
}

/** Rows without what is empty in them, to be compared. */
function plainRows(rows: unknown): unknown[] {
	if (!Array.isArray(rows)) return []
	return rows.map((row: FigureRow) =>
		[row.value, row.unit, row.comparator, row.base, row.asWritten].map((part) => part ?? ''),
	)
}

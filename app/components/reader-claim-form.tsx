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
import type { ClaimantKind, ClaimType } from '#app/domain/claim.ts'
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
import { Key } from './reader-keys.tsx'
import { SimilarClaims } from './similar-claims.tsx'

/** What came of sending the form: what was typed, what is wrong with it, and the places to choose between. */
export type ClaimAnswer = {
	result: SubmissionResult
	refusal: RefusalCode | null
	places: QuotedPlace[]
	/** A claimant's name that a person has to decide about. */
	held: HeldClaimant | null
}

/** What a suggestion knows of the claim it would make. */
export type Prefill = {
	claimant: { name: string; kind: ClaimantKind } | null
	countries: string[]
	type: ClaimType | null
}

/**
 * Words chosen for the quotation, what is known of them, and the answer that was there then. Another object is another
 * choice.
 */
export type ChosenWords = { span: Span; after: ClaimAnswer | null; prefill: Prefill | null }

type Props = {
	article: { id: string; text: string; versionId: string; language: Language | null }
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
	const first = article.language ?? language
	const begun = chosen && !answer ? valuesOf(article.text, first, chosen) : {}
	const [form, fields] = useForm<Values>({
		id: 'claim',
		lastResult: answer?.result,
		defaultValue: {
			versionId: article.versionId,
			submission,
			claimantKind: 'person',
			claimedOnBasis: 'text',
			figures: [],
			...begun,
		},
		// The server judges. Here rows come and go, and a complaint goes once its field is changed.
		shouldRevalidate: 'onInput',
		onValidate: ({ formData }) =>
			parse(formData, {
				resolve: (value, intent) =>
					intent ? { error: remaining(standing.current, intent) } : { value: value as Values },
			}),
	})
	const { exact, start } = fields
	/** What the form was last filled with by itself, by field: what somebody has worked on stays. */
	const filled = useRef<Record<string, string>>(written({ claimantKind: 'person', ...begun }))
	const taken = useRef<ChosenWords | null>(answer ? null : chosen)

	useEffect(() => {
		standing.current = form.allErrors
	})
	useEffect(() => {
		if (!chosen || taken.current === chosen) return
		taken.current = chosen
		const values = valuesOf(article.text, first, chosen)
		form.update({ name: exact.name, value: values.exact })
		form.update({ name: start.name, value: values.start })
		const fillable: Record<string, unknown> = { ...nothing, ...values, exact: undefined, start: undefined }
		for (const [name, value] of Object.entries(fillable)) {
			const field = fields[name as keyof Values]
			if (value === undefined || !isFree(field.value, filled.current[name])) continue
			// Each value is of its own field's type, which the list of names does not tell.
			form.update({ name: field.name as typeof fields.exact.name, value: value as string })
			filled.current[name] = plainly(value)
		}
	}, [chosen, article.text, first, form, fields, exact.name, start.name])

	// Words chosen since have a place of their own.
	const places = answer && chosen?.after !== answer ? answer.places : []
	const quotationLanguage = article.language
	const [statement, translation] =
		first === 'ar' ? [fields.statementAr, fields.statementEn] : [fields.statementEn, fields.statementAr]
	const worded = statement.value || !translation.value ? statement : translation
	return (
		<Form
			method="post"
			preventScrollReset
			{...getFormProps(form)}
			onInput={onTyped}
			onKeyDown={(event) => {
				if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
			}}
		>
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
					first={first}
					held={answer?.held ?? null}
					source={article}
				>
					<SimilarClaims
						statement={worded.value ?? ''}
						language={worded === fields.statementAr ? 'ar' : 'en'}
						articleId={article.id}
						versionId={article.versionId}
					/>
				</ClaimFields>
			</FormProvider>
			<div className="actions">
				<button type="submit" aria-keyshortcuts="Control+Enter">
					{labels.submit} <Key name="Ctrl" />
					<Key name="Enter" />
				</button>
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

/** Rows for the figures that stand in the words, which begin at `from` in the text. */
function readRows(exact: string, from: number): FigureRow[] {
	return parseFigures(exact).map(({ start, end, asWritten, ...figure }) => ({
		...figure,
		asWritten: asWritten.replace(/\s+/g, ' '),
		start: String(from + start),
		end: String(from + end),
	}))
}

/** What takes the place of an earlier suggestion's values where the next one knows nothing. */
const nothing = { type: '', claimantName: '', claimantKind: 'person' }

/** What a form begins with that makes a claim of chosen words. Only a suggestion knows more than the figures in them. */
function valuesOf(text: string, language: Language, { span, prefill }: ChosenWords) {
	const exact = text.slice(span.start, span.end)
	const words = { exact, start: String(span.start), figures: readRows(exact, span.start) }
	if (!prefill) return words
	const statement = exact.replace(/\s+/g, ' ').trim()
	return {
		...words,
		...(language === 'ar' ? { statementAr: statement } : { statementEn: statement }),
		countries: prefill.countries,
		...(prefill.type ? { type: prefill.type } : {}),
		...(prefill.claimant ? { claimantName: prefill.claimant.name, claimantKind: prefill.claimant.kind } : {}),
	}
}

/** Whether nobody has written in a field since it was filled: it is empty, or as it was filled. */
function isFree(value: unknown, filled: string | undefined): boolean {
	const now = plainly(value)
	return now === '' || now === '[]' || now === filled
}

function written(values: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plainly(value)]))
}

/** A field's value to be compared: rows and lists as text, without what is empty in them. */
function plainly(value: unknown): string {
	if (!Array.isArray(value)) return typeof value === 'string' ? value : ''
	const filledOnly = (row: unknown) =>
		typeof row === 'string'
			? row
			: Object.entries(row as FigureRow)
					.filter(([, part]) => part)
					.sort()
	return JSON.stringify(value.map(filledOnly))
}

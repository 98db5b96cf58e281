import { useFormMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { claimantKinds, claimTypes } from '#app/domain/claim.ts'
import { directionOf, type Language } from '#app/domain/language.ts'
import { type claimFields, claimedOnBases, type HeldClaimant } from '#app/forms/claim.ts'
import { ClaimantQuestion } from './claimant-question.tsx'
import { type CountryChoice, CountryField } from './country-field.tsx'
import { useDeskWords } from './desk-words.ts'
import { FigureFields, type FigureSource } from './figure-fields.tsx'
import { ChoiceField, LineField, ProseField } from './form-field.tsx'

/** What the fields of a claim hold while they are being filled: all text. */
export type ClaimFormValues = z.input<z.ZodObject<typeof claimFields>>

type Props = {
	countries: CountryChoice[]
	/** Names of claimants the desk knows, to choose from while typing. */
	claimants: string[]
	/** The language to word the claim in first: that of its article. */
	first: Language
	/** The claimant's name as it was sent, when it was held for looking like another's. */
	held: HeldClaimant | null
	/** The text of the article, to show where in it each figure stands. */
	source?: FigureSource
	/** What stands below the wording. */
	children?: ReactNode
}

/**
 * The fields of a claim, for making one and for changing one. Stands in the `FormProvider` of a form whose
 * schema has `claimFields`.
 */
export function ClaimFields({ countries, claimants, first, held, source, children }: Props) {
	const { words } = useDeskWords()
	const { form: labels } = words.desk.reader
	const form = useFormMetadata<ClaimFormValues>()
	const fields = form.getFieldset()
	const statements = {
		ar: <Statement key="ar" field={fields.statementAr} label={labels.statementAr} language="ar" />,
		en: <Statement key="en" field={fields.statementEn} label={labels.statementEn} language="en" />,
	}
	const choose = { value: '', name: labels.choose }
	return (
		<>
			<fieldset aria-describedby={`${form.id}-statement-hint`}>
				<legend>{labels.statement}</legend>
				<p className="hint" id={`${form.id}-statement-hint`}>
					{labels.statementHint}
				</p>
				{first === 'ar' ? [statements.ar, statements.en] : [statements.en, statements.ar]}
			</fieldset>
			{children}
			<ChoiceField
				field={fields.type}
				label={labels.type}
				options={[choose, ...claimTypes.map((type) => ({ value: type, name: words.types[type] }))]}
			/>
			<div className="claimant-fields">
				<LineField
					field={fields.claimantName}
					label={labels.claimant}
					hint={labels.claimantHint}
					list={`${form.id}-claimants`}
					autoComplete="off"
					dir="auto"
				/>
				<ChoiceField
					field={fields.claimantKind}
					label={labels.claimantKind}
					options={claimantKinds.map((kind) => ({ value: kind, name: words.claimantKinds[kind] }))}
				/>
				<datalist id={`${form.id}-claimants`}>
					{claimants.map((name) => (
						<option key={name} value={name} />
					))}
				</datalist>
			</div>
			{held ? (
				<ClaimantQuestion
					held={held}
					decision={fields.claimantDecision.name}
					asked={fields.claimantAsked.name}
				/>
			) : null}
			<CountryField key={fields.countries.key} field={fields.countries} countries={countries} />
			<FigureFields field={fields.figures} {...(source && { source })} />
			<div className="fields-in-row">
				<LineField field={fields.claimedOn} label={labels.claimedOn} type="date" />
				<ChoiceField
					field={fields.claimedOnBasis}
					label={labels.claimedOnBasis}
					options={claimedOnBases.map((basis) => ({ value: basis, name: labels.bases[basis] }))}
				/>
			</div>
		</>
	)
}

type StatementProps = { field: Parameters<typeof ProseField>[0]['field']; label: string; language: Language }

function Statement({ field, label, language }: StatementProps) {
	return <ProseField field={field} label={label} lang={language} dir={directionOf(language)} rows={2} />
}

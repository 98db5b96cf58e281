import { FormProvider, getFormProps, parse, type SubmissionResult, useForm } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { languages } from '#app/domain/language.ts'
import type { DeskClaim } from '#app/domain/workbench.ts'
import type { RefusalCode } from '#app/errors.ts'
import type { HeldClaimant } from '#app/forms/claim.ts'
import { type ClaimFormValues, ClaimFields } from './claim-form.tsx'
import type { CountryChoice } from './country-field.tsx'
import { useDeskWords } from './desk-words.ts'
import { FactCheckText } from './fact-check-text.tsx'
import { FormRefusal } from './form-refusal.tsx'
import { WorkbenchClaim } from './workbench-claim.tsx'

/** What came of sending the form: what was typed and what is wrong with it. */
export type ClaimEditAnswer = {
	result: SubmissionResult
	refusal: RefusalCode | null
	/** A claimant's name that a person has to decide about. */
	held: HeldClaimant | null
}

type Props = {
	/** The claim as it is saved now. */
	claim: DeskClaim
	answer: ClaimEditAnswer | null
	countries: CountryChoice[]
	claimants: string[]
}

type Values = ClaimFormValues & { revision: string }

/** Rewords a claim. What somebody else saved in the meantime is shown above what was typed here. */
export function ClaimEditForm({ claim, answer, countries, claimants }: Props) {
	const { words } = useDeskWords()
	const own = words.desk.workbench.claim
	const [form, fields] = useForm<Values>({
		id: 'edit-claim',
		lastResult: answer?.result,
		defaultValue: {
			...valuesOf(claim),
			revision: String(claim.revision),
		},
		// The server judges; here only rows come and go.
		onValidate: ({ formData }) => parse(formData, { resolve: (value) => ({ value: value as Values }) }),
	})
	const overtaken = answer?.refusal === 'stale'
	return (
		<Form method="post" preventScrollReset {...getFormProps(form)}>
			{/* Enter in a field sends the form: without this it would press the first button, which takes a row away. */}
			<button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
			{answer?.refusal ? (
				<FormRefusal cause={answer}>
					<p>{words.refusals[answer.refusal]}</p>
				</FormRefusal>
			) : null}
			{overtaken ? (
				<div className="claim-stored">
					<p className="hint">{own.storedNote}</p>
					<WorkbenchClaim claim={claim} places={[]} heading={own.stored}>
						{languages.map((written) => (
							<FactCheckText
								key={written}
								text={{ ar: null, en: null, [written]: claim.statement[written] }}
								language={written}
							/>
						))}
					</WorkbenchClaim>
				</div>
			) : null}
			{/* Who has seen what is saved goes on from there. */}
			<input
				type="hidden"
				name={fields.revision.name}
				value={overtaken ? claim.revision : (fields.revision.initialValue ?? claim.revision)}
			/>
			<p className="hint">{own.editNote}</p>
			<FormProvider context={form.context}>
				<ClaimFields
					countries={countries}
					claimants={claimants}
					first={claim.language}
					held={answer?.held ?? null}
				/>
			</FormProvider>
			<div className="actions">
				<button type="submit">{own.save}</button>
				<Link to={`/desk/claims/${claim.id}`}>{own.back}</Link>
			</div>
		</Form>
	)
}

function valuesOf(claim: DeskClaim) {
	return {
		statementAr: claim.statement.ar ?? undefined,
		statementEn: claim.statement.en ?? undefined,
		type: claim.type,
		claimantName:
			claim.claimant?.name[claim.language] ?? claim.claimant?.name.ar ?? claim.claimant?.name.en ?? undefined,
		claimantKind: claim.claimant?.kind ?? 'person',
		claimedOn: claim.claimedOn ?? undefined,
		claimedOnBasis: claim.claimedOnBasis ?? 'text',
		countries: claim.countries,
		figures: claim.figures.map(({ start, end, ...figure }) => ({
			...figure,
			base: figure.base ?? undefined,
			start: start?.toString(),
			end: end?.toString(),
		})),
	}
}

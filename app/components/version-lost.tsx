import { Form, Link } from '@remix-run/react'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { directionOf, type Language, preferText } from '#app/domain/language.ts'
import type { RefusalCode } from '#app/errors.ts'
import type { QuotedPlace } from '#app/forms/quoted-words.ts'
import { useDeskWords } from './desk-words.ts'
import { FormRefusal } from './form-refusal.tsx'
import { QuotationBlock } from './quotation-block.tsx'

export type LostFacts = {
	id: string
	claimId: string
	exact: string
	prefix: string
	suffix: string
	madeInVersion: number
	statementAr: string | null
	statementEn: string | null
	/** Who said that it is gone for good. */
	goneBy: string | null
}

/** What came of placing a quotation: why not, the words that were sent, and the places where they stand. */
export type PlaceAnswer = {
	appearanceId: string
	refusal: RefusalCode
	exact: string
	places: QuotedPlace[]
}

type Props = { lost: LostFacts[]; versionId: string; language: Language | null; answer: PlaceAnswer | null }

/** The quotations that the newest version lost, each with what stood round it and the ways to settle it. */
export function LostQuotations({ lost, versionId, language, answer }: Props) {
	const { words } = useDeskWords()
	const own = words.versions.lost
	return (
		<ul className="lost-list">
			{lost.map((quotation) => (
				<li key={quotation.id} id={`lost-${quotation.id}`}>
					<QuotationBlock quotation={quotation} language={language ?? 'ar'} />
					<p className="small">
						{own.from(quotation.madeInVersion)} · {own.claim}: <ClaimLink quotation={quotation} />
					</p>
					{quotation.goneBy === null ? null : <p>{own.goneBy(quotation.goneBy)}</p>}
					<PlaceForm
						quotation={quotation}
						versionId={versionId}
						language={language}
						answer={answer?.appearanceId === quotation.id ? answer : null}
					/>
				</li>
			))}
		</ul>
	)
}

function ClaimLink({ quotation }: { quotation: LostFacts }) {
	const { language } = useDeskWords()
	const statement = preferText({ ar: quotation.statementAr, en: quotation.statementEn }, language)
	return (
		<Link
			to={`/desk/claims/${quotation.claimId}`}
			lang={statement?.language}
			dir={directionOf(statement?.language ?? null)}
		>
			{neutraliseBidi(statement?.text ?? quotation.claimId)}
		</Link>
	)
}

type FormProps = {
	quotation: LostFacts
	versionId: string
	language: Language | null
	answer: PlaceAnswer | null
}

function PlaceForm({ quotation, versionId, language, answer }: FormProps) {
	const { words } = useDeskWords()
	const own = words.versions.lost
	const id = `place-${quotation.id}`
	return (
		<Form method="post" action={`#lost-${quotation.id}`} className="lost-form">
			{answer ? (
				<FormRefusal cause={answer}>
					<p>
						{answer.places.length > 1 ? own.places(answer.places.length) : words.refusals[answer.refusal]}
					</p>
				</FormRefusal>
			) : null}
			<input type="hidden" name="appearanceId" value={quotation.id} />
			<input type="hidden" name="versionId" value={versionId} />
			<div className="field">
				<label htmlFor={id}>{own.words}</label>
				<p className="hint" id={`${id}-hint`}>
					{own.wordsHint}
				</p>
				<textarea
					id={id}
					name="exact"
					rows={2}
					lang={language ?? undefined}
					dir={directionOf(language)}
					aria-describedby={`${id}-hint`}
					defaultValue={answer?.exact ?? ''}
				/>
			</div>
			{answer && answer.places.length > 1 ? (
				<ul className="place-choice" lang={language ?? undefined} dir={directionOf(language)}>
					{answer.places.map(({ start, before, exact, after }) => (
						<li key={start}>
							<label>
								<input type="radio" name="start" value={start} />{' '}
								<span>
									… {neutraliseBidi(before)}
									<mark>{neutraliseBidi(exact)}</mark>
									{neutraliseBidi(after)} …
								</span>
							</label>
						</li>
					))}
				</ul>
			) : null}
			<div className="actions">
				<button type="submit" name="intent" value="place">
					{own.place}
				</button>
				{quotation.goneBy === null ? (
					<button type="submit" name="intent" value="gone" className="quiet">
						{own.gone}
					</button>
				) : null}
			</div>
		</Form>
	)
}

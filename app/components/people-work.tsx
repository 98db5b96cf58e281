import { Link } from '@remix-run/react'
import { directionOf, preferText } from '#app/domain/language.ts'
import { nobody } from '#app/forms/people.ts'
import { DeskAge } from './desk-age.tsx'
import { useDeskWords } from './desk-words.ts'
import { PersonForm, useAnswerTo } from './people-form.tsx'

/** A claim that a person has open; since when as ISO 8601. */
export type OpenClaim = { id: string; statementAr: string | null; statementEn: string | null; since: string }

type Props = {
	research: OpenClaim[]
	waiting: OpenClaim[]
	colleagues: { id: string; name: string }[]
	disabled: boolean
	now: string
}

/** What a person has open: claims that can be handed to somebody else, and proposals that stay theirs. */
export function PeopleWork({ research, waiting, colleagues, disabled, now }: Props) {
	const { person } = useDeskWords().words.people
	return (
		<section id="work" aria-labelledby="work-heading">
			<h2 id="work-heading">{person.workTitle}</h2>
			{research.length === 0 && waiting.length === 0 ? <p className="soft">{person.noWork}</p> : null}
			{disabled && research.length > 0 ? <p className="notice problem">{person.disabledWork}</p> : null}
			{research.length > 0 ? (
				<Research key={research.map(({ id }) => id).join()} {...{ research, colleagues, now }} />
			) : null}
			{waiting.length > 0 ? (
				<>
					<h3>{person.waitingTitle}</h3>
					<p className="hint people-lead">{person.waitingNote}</p>
					<ul className="people-claims">
						{waiting.map((claim) => (
							<li key={claim.id}>
								<ClaimLine claim={claim} now={now} />
							</li>
						))}
					</ul>
				</>
			) : null}
		</section>
	)
}

function Research({ research, colleagues, now }: Pick<Props, 'research' | 'colleagues' | 'now'>) {
	const { words } = useDeskWords()
	const { person, refusals } = words.people
	const answer = useAnswerTo('reassign')
	const ticked = answer?.typed['claimIds']
	return (
		<PersonForm intent="reassign">
			<fieldset>
				<legend className="people-subhead">{person.researchTitle}</legend>
				<p className="hint people-lead">{person.reassignNote}</p>
				<ul className="people-claims">
					{research.map((claim) => (
						<li key={claim.id}>
							<input
								type="checkbox"
								name="claimIds"
								value={claim.id}
								id={`claim-${claim.id}`}
								aria-labelledby={`statement-${claim.id}`}
								defaultChecked={answer ? (ticked?.includes(claim.id) ?? false) : true}
							/>
							<ClaimLine claim={claim} now={now} />
						</li>
					))}
				</ul>
				{answer?.errors['claimIds'] ? <p className="field-error">{refusals.noClaims}</p> : null}
			</fieldset>
			<div className="people-handover">
				<div className="field">
					<label htmlFor="reassign-to">{person.to}</label>
					<select
						id="reassign-to"
						name="to"
						defaultValue={answer?.typed['to']?.[0] ?? ''}
						required
						aria-invalid={answer?.errors['to'] ? true : undefined}
						aria-describedby={answer?.errors['to'] ? 'reassign-to-error' : undefined}
					>
						<option value="">{person.choose}</option>
						{colleagues.map(({ id, name }) => (
							<option key={id} value={id}>
								{name}
							</option>
						))}
						<option value={nobody}>{person.nobody}</option>
					</select>
				</div>
				<button type="submit">{person.reassignSubmit}</button>
				{answer?.errors['to'] ? (
					<p className="field-error" id="reassign-to-error">
						{refusals.noColleague}
					</p>
				) : null}
			</div>
		</PersonForm>
	)
}

function ClaimLine({ claim, now }: { claim: OpenClaim; now: string }) {
	const { language } = useDeskWords()
	const statement = preferText({ ar: claim.statementAr, en: claim.statementEn }, language)
	return (
		<>
			<Link
				to={`/desk/claims/${claim.id}`}
				id={`statement-${claim.id}`}
				lang={statement?.language}
				dir={directionOf(statement?.language ?? null)}
			>
				{statement?.text}
			</Link>
			<span className="soft small">
				<DeskAge at={claim.since} now={now} language={language} />
			</span>
		</>
	)
}

import { mayBeAsked } from '#app/domain/blind-round.ts'
import type { DeskBlindRound, Person } from '#app/domain/workbench.ts'
import { useDeskWords } from './desk-words.ts'
import { RatingMark } from './rating-mark.tsx'
import { useWorkbench } from './workbench-context.ts'
import { ChoiceField, TextField } from './workbench-field.tsx'
import { useRefusalOf, WorkbenchForm } from './workbench-form.tsx'

type Props = {
	blind: DeskBlindRound
	colleagues: Person[]
	/** Who writes the verdict, and so is not asked. */
	writers: { assigneeId: string | null; proposerId: string | null }
	actorId: string
}

/** The blind rating of a claim: to ask for, to give, to decide, and what came of it. Nothing where it is none of one's business. */
export function WorkbenchBlind({ blind: { steps, round }, colleagues, writers, actorId }: Props) {
	const own = useDeskWords().words.verdicts.blind
	const asked = round !== null && round.state !== 'called_off'
	if (!asked && !steps.includes('ask')) return null
	return (
		<section id="blind" className="workbench-blind" aria-labelledby="blind-heading">
			<h2 id="blind-heading">{own.heading}</h2>
			{asked ? <Round round={round} actorId={actorId} /> : null}
			{steps.includes('rate') ? <RatingForm intent="rate_blind" /> : null}
			{steps.includes('settle') ? <RatingForm intent="settle_blind" /> : null}
			{steps.includes('ask') ? (
				<AskForm people={colleagues.filter(({ id }) => mayBeAsked(id, writers))} />
			) : null}
			{steps.includes('call_off') ? (
				<WorkbenchForm id="call-off-blind" intent="call_off_blind">
					<button type="submit" className="quiet">
						{own.callOff}
					</button>
				</WorkbenchForm>
			) : null}
		</section>
	)
}

function Round({ round, actorId }: { round: NonNullable<DeskBlindRound['round']>; actorId: string }) {
	const { words } = useDeskWords()
	const own = words.verdicts.blind
	const [first, second] = round.raters
	const rated = round.raters.filter(({ hasRated }) => hasRated).length
	const isWaiting =
		round.state === 'open' && round.raters.some(({ id, hasRated }) => id === actorId && hasRated)
	return (
		<>
			{round.state === 'open' ? (
				<p>
					{own.asked(first?.name ?? '', second?.name ?? '')} · {own.rated(rated)}
				</p>
			) : (
				<p>
					<strong>
						{round.state === 'rated' ? own.disagreed : round.state === 'agreed' ? own.agreed : null}
					</strong>
					{round.state === 'adjudicated' ? (
						<>
							<strong>{own.adjudicated(round.settler ?? '')}</strong> <KnownRating rating={round.rating} />
						</>
					) : null}
				</p>
			)}
			{isWaiting ? <p className="hint">{own.waiting}</p> : null}
			{round.reason ? (
				<blockquote className="history-text" dir="auto">
					{round.reason}
				</blockquote>
			) : null}
			<dl className="blind-said">
				{round.raters.map(({ id, name, said }) =>
					said ? (
						<div key={id}>
							<dt>
								<bdi>{name}</bdi> <KnownRating rating={said.rating} />
							</dt>
							<dd dir="auto">{said.reason}</dd>
						</div>
					) : null,
				)}
			</dl>
		</>
	)
}

function KnownRating({ rating }: { rating: string | null }) {
	const { language } = useDeskWords()
	const found = useWorkbench().ratings.find(({ key }) => key === rating)
	return found ? <RatingMark rating={found} language={language} /> : null
}

function AskForm({ people }: { people: Person[] }) {
	const { words } = useDeskWords()
	const own = words.verdicts.blind
	const refused = useRefusalOf('ask_blind')
	const options = people.map(({ id, name }) => ({ value: id, name }))
	return (
		<details className="step" open={refused !== null}>
			<summary className="button quiet">{own.ask}</summary>
			<WorkbenchForm id="ask-blind" intent="ask_blind">
				<p className="hint">{own.note}</p>
				<ChoiceField name="firstRaterId" label={own.first} empty={own.choose} options={options} />
				<ChoiceField name="secondRaterId" label={own.second} empty={own.choose} options={options} />
				<button type="submit">{own.ask}</button>
			</WorkbenchForm>
		</details>
	)
}

/** A rating and why: of one of the two, or of the third who decides. */
function RatingForm({ intent }: { intent: 'rate_blind' | 'settle_blind' }) {
	const { language, words } = useDeskWords()
	const { ratings } = useWorkbench()
	const own = words.verdicts.blind
	const rates = intent === 'rate_blind'
	return (
		<WorkbenchForm id={rates ? 'rate-blind' : 'settle-blind'} intent={intent}>
			<h3>{rates ? own.yours : own.adjudicate}</h3>
			{rates ? <p className="hint">{own.yoursNote}</p> : null}
			<ChoiceField
				name="rating"
				label={rates ? own.rating : words.desk.workbench.verdict.rating}
				empty={own.choose}
				options={ratings
					.filter(({ retired }) => !retired)
					.map(({ key, label }) => ({ value: key, name: label[language] }))}
			/>
			<TextField name="reason" label={rates ? own.reason : own.adjudication} rows={3} />
			<button type="submit">{rates ? own.submit : own.adjudicate}</button>
		</WorkbenchForm>
	)
}

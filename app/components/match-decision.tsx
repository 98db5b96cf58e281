import { Form, useNavigation } from '@remix-run/react'
import { useId } from 'react'
import { matchKinds } from '#app/domain/match-kinds.ts'
import type { DeskMatch } from '#app/domain/match-view.ts'
import { useDeskWords } from './desk-words.ts'

type Props = { claimId: string; match: DeskMatch; label: string }

/** Says how two claims stand to each other, or that they do not; and makes one of two that say the same. */
export function MatchDecision({ claimId, match, label }: Props) {
	const own = useDeskWords().words.matches.decide
	const id = useId()
	const busy = useNavigation().state === 'submitting'
	const { keep, kind, other } = match
	return (
		<Form
			method="post"
			action={`/desk/claims/${claimId}/matches`}
			className="match-decision"
			aria-label={`${own.heading}: ${label}`}
			preventScrollReset
			onSubmit={(event) => {
				// One press is one request.
				if (busy) event.preventDefault()
			}}
		>
			<input type="hidden" name="otherId" value={other.id} />
			<input type="hidden" name="matchId" value={match.id ?? ''} />
			<input type="hidden" name="revision" value={match.revision} />
			<div className="match-fields">
				<div className="field">
					<label htmlFor={`${id}-kind`}>{own.kind}</label>
					<select id={`${id}-kind`} name="kind" defaultValue={kind ?? 'repeats'}>
						{matchKinds.map((each) => (
							<option key={each} value={each}>
								{own.kinds[each]}
							</option>
						))}
					</select>
				</div>
				<div className="field match-comment">
					<label htmlFor={`${id}-comment`}>{own.comment}</label>
					<input id={`${id}-comment`} name="comment" maxLength={1000} autoComplete="off" dir="auto" />
				</div>
			</div>
			<p className="actions">
				<button type="submit" name="intent" value="confirm">
					{own.confirm}
				</button>
				<button type="submit" name="intent" value="reject" className="quiet">
					{own.reject}
				</button>
			</p>
			{keep.length > 0 ? (
				<details className="match-join" open={kind === 'repeats' && match.state !== 'rejected'}>
					<summary>{own.joinDone}</summary>
					<p className="hint">{own.joinNote}</p>
					<fieldset>
						<legend>{own.keep}</legend>
						<div className="choices">
							{keep.map((which, index) => (
								<label key={which} className="choice">
									<input
										type="radio"
										name="keptId"
										value={which === 'this' ? claimId : other.id}
										defaultChecked={index === 0}
									/>
									<span className="choice-name">{which === 'this' ? own.keepThis : own.keepOther}</span>
								</label>
							))}
						</div>
					</fieldset>
					<p className="actions">
						<button type="submit" name="intent" value="join" className="quiet">
							{own.join}
						</button>
					</p>
				</details>
			) : kind === 'repeats' ? (
				<p className="hint">{own.linkedOnly}</p>
			) : null}
		</Form>
	)
}

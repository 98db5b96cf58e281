import { type GateResult, type GateRule, isExcusable } from '#app/domain/gate.ts'
import type { MissingForGate } from '#app/domain/gate-missing.ts'
import type { Bilingual } from '#app/domain/language.ts'
import { useDeskWords } from './desk-words.ts'
import { FactCheckText } from './fact-check-text.tsx'
import { sayGrant, sayMissing } from './missing-words.ts'
import { suffixes, useLanguages } from './workbench-context.ts'
import { GroupError, TextField } from './workbench-field.tsx'
import { useRefusalOf, WorkbenchForm } from './workbench-form.tsx'

type Props = {
	gate: GateResult[]
	/** What is missing where a rule does not pass. */
	missing: MissingForGate
	/** Whether exceptions and contacts can be put on record now. */
	records: { exceptions: boolean; contact: boolean }
}

/** The conditions for publishing as they stand now, each with the way to mend it. */
export function GateChecklist({ gate, missing, records }: Props) {
	const { language, words } = useDeskWords()
	const own = words.desk.workbench
	const left = gate.filter(({ rule, outcome }) => outcome === 'failed' && rule !== 'second_person').length
	return (
		<section id="gate" className="workbench-gate" aria-labelledby="gate-heading">
			<h2 id="gate-heading">{own.parts.gate}</h2>
			<p className="conditions-left">{left === 0 ? own.gate.open : own.gate.left(left)}</p>
			<ul>
				{gate.map(({ rule, outcome, reason, granted }) => {
					// Nobody has approved yet, whatever would be said of the person who looks.
					const waits = rule === 'second_person'
					return (
						<li key={rule} data-outcome={waits ? 'waiting' : outcome}>
							<ConditionMark outcome={waits ? 'waiting' : outcome} />
							<p className="condition-name">{words.gate[rule]}</p>
							<p className="condition-outcome">
								{waits
									? own.gate[outcome === 'passed' ? 'waitsForYou' : 'waiting']
									: words.gateOutcomes[outcome]}
							</p>
							{reason ? (
								<FactCheckText className="condition-reason" text={reason} language={language} />
							) : null}
							{missing[rule] && outcome !== 'passed' ? (
								<p className="condition-missing">{sayMissing(missing[rule], words)}</p>
							) : null}
							{granted ? (
								<p className="condition-granted soft small">
									{granted.withApproval
										? words.discussion.gate.withApproval
										: sayGrant(granted, language, words)}
								</p>
							) : null}
							{rule === 'claimant_contacted' && records.contact ? (
								<p>
									<a href="#contacts">{words.discussion.gate.toLog}</a>
								</p>
							) : null}
							{outcome !== 'passed' && isExcusable(rule) && records.exceptions ? (
								<ExceptionForm rule={rule} reason={reason} />
							) : null}
						</li>
					)
				})}
			</ul>
			<p className="hint">{own.gate.note}</p>
		</section>
	)
}

const marks = {
	passed: 'M3 8.5 6.5 12 13 4.5',
	excused: 'M3 6.5c2-2 3.5-1.5 5-.5s3 1.5 5-.5M3 11c2-2 3.5-1.5 5-.5s3 1.5 5-.5',
	failed: 'M4 4l8 8M12 4l-8 8',
	waiting: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
}

/** The outcome as a mark, for those who see; the word stands beside it. */
function ConditionMark({ outcome }: { outcome: keyof typeof marks }) {
	return (
		<svg className="condition-mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
			<path d={marks[outcome]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
		</svg>
	)
}

function ExceptionForm({ rule, reason }: { rule: GateRule; reason: Bilingual | null }) {
	const { words } = useDeskWords()
	const own = words.desk.workbench.gate
	const refused = useRefusalOf('grant_exception', { rule })
	return (
		<details className="step" open={refused !== null}>
			<summary aria-label={own.exceptLabel(words.gate[rule])}>
				{reason ? own.exceptAgain : own.except}
			</summary>
			<WorkbenchForm id={`exception-${rule}`} intent="grant_exception" hidden={{ rule }}>
				<p className="hint">{own.exceptionHint}</p>
				<GroupError name="reason" />
				{useLanguages().map((written) => (
					<TextField
						key={written}
						name={`reason${suffixes[written]}`}
						label={own.exception[written]}
						value={reason?.[written]}
						language={written}
						rows={2}
					/>
				))}
				<button type="submit" className="quiet">
					{own.submit}
				</button>
			</WorkbenchForm>
		</details>
	)
}

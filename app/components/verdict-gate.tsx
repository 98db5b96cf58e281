import type { GateResult } from '#app/domain/gate.ts'
import type { Language } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { FactCheckText } from './fact-check-text.tsx'
import { sayGrant } from './missing-words.ts'

/** What was examined before this version was published, and the reason for each exception. */
export function VerdictGate({ gate, language }: { gate: GateResult[]; language: Language }) {
	const words = wordsFor(language)
	const { verdict } = words.reading
	return (
		<section className="verdict-gate" aria-labelledby="gate">
			<h2 id="gate">{verdict.gate}</h2>
			<p className="section-note">
				{verdict.gateNote} <a href={`/${language}/methodology#gate`}>{words.reading.footer.method}</a>
			</p>
			<dl>
				{gate.map(({ rule, outcome, reason, granted }) => (
					<div key={rule} data-outcome={outcome}>
						<dt>{words.gate[rule]}</dt>
						<dd>
							<span className="gate-outcome">{words.gateOutcomes[outcome]}</span>
							{reason ? (
								<FactCheckText as="span" className="gate-reason" text={reason} language={language} />
							) : null}
							{granted ? <span className="gate-granted">{sayGrant(granted, language, words)}</span> : null}
						</dd>
					</div>
				))}
			</dl>
		</section>
	)
}

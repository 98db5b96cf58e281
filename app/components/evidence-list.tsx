import { stances } from '#app/domain/claim.ts'
import type { PublishedEvidence } from '#app/domain/fact-check.ts'
import { type Language, otherLanguage } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { EvidenceItem } from './evidence-item.tsx'

/** The evidence in its three groups, each piece under the number that the rationale cites. */
export function EvidenceList({ evidence, language }: { evidence: PublishedEvidence[]; language: Language }) {
	const words = wordsFor(language)
	const other = otherLanguage(language)
	const untranslated = evidence.some(
		({ label, shows }) => (label[other] && !label[language]) || (shows[other] && !shows[language]),
	)
	return (
		<section className="verdict-evidence" aria-labelledby="evidence">
			<h2 id="evidence">
				{words.reading.verdict.evidence} <span className="count">{words.sourcesCount(evidence.length)}</span>
			</h2>
			{untranslated ? <p className="only-in">{words.reading.evidenceOnlyIn[other]}</p> : null}
			{stances.map((stance) => {
				const group = evidence.filter((item) => item.stance === stance)
				if (group.length === 0) return null
				return (
					<div key={stance} className="evidence-group">
						<h3>{words.stanceHeadings[stance]}</h3>
						<ol className="evidence">
							{group.map((item) => (
								<EvidenceItem key={item.number} item={item} language={language} />
							))}
						</ol>
					</div>
				)
			})}
		</section>
	)
}

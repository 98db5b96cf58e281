import type { Language } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { Day } from './day.tsx'
import { FactCheckText } from './fact-check-text.tsx'
import { FactLine } from './fact-line.tsx'

export type UnderwayClaim = {
	id: string
	statementAr: string | null
	statementEn: string | null
	status: 'in_research' | 'in_review'
	/** ISO 8601, since when it stands there. */
	since: string
}

/** Claims that are being looked into: their stage of work and never a verdict. */
export function UnderwayList({ claims, language }: { claims: UnderwayClaim[]; language: Language }) {
	const words = wordsFor(language)
	return (
		<ul className="underway">
			{claims.map(({ id, statementAr, statementEn, status, since }) => (
				<li key={id}>
					<FactCheckText text={{ ar: statementAr, en: statementEn }} language={language} />
					<FactLine
						className="entry-line"
						items={[
							words.statuses[status],
							<>
								{words.reading.front.since} <Day on={since} language={language} />
							</>,
						]}
					/>
				</li>
			))}
		</ul>
	)
}

import type { Correction, FactCheck } from '#app/domain/fact-check.ts'
import type { Language } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { CorrectionNote } from './correction-note.tsx'
import { Day } from './day.tsx'
import { FactLine } from './fact-line.tsx'

export type VersionLine = { number: number; rating: string; publishedAt: string; entry?: number | null }

type Props = {
	factCheck: FactCheck
	versions: VersionLine[]
	corrections: Correction[]
	ratings: Rating[]
	language: Language
}

/** Every version of the verdict, the newest first, with what changed in it; then changes from before publication. */
export function VerdictVersions({ factCheck, versions, corrections, ratings, language }: Props) {
	const words = wordsFor(language).reading.verdict
	const published = corrections.filter((correction) => !correction.beforePublication)
	const drafting = corrections.filter((correction) => correction.beforePublication)
	return (
		<section className="verdict-versions" aria-labelledby="versions">
			<h2 id="versions">{words.versions}</h2>
			{versions.length === 1 && published.length === 0 ? (
				<p className="section-note">{words.onlyVersion}</p>
			) : null}
			<ol className="versions" reversed>
				{versions.map(({ number, publishedAt, entry }) => (
					<li key={number} value={number}>
						<FactLine
							className="version-line"
							items={[
								number === factCheck.version ? (
									<strong>{words.versionOn(number)}</strong>
								) : (
									<a href={`/${language}/verdicts/${encodeURIComponent(factCheck.slug)}/versions/${number}`}>
										{words.versionOn(number)}
									</a>
								),
								<Day on={publishedAt} language={language} />,
								number === factCheck.version ? words.inForce : null,
								entry ? <LedgerLink entry={entry} language={language} /> : null,
							]}
						/>
						{published
							.filter((correction) => correction.version === number)
							.map((correction) => (
								<CorrectionNote key={correction.number} {...{ correction, ratings, language }} />
							))}
					</li>
				))}
			</ol>
			{drafting.length > 0 ? (
				<div className="before-publication">
					<h3>{words.beforePublication}</h3>
					<p className="section-note">{words.beforePublicationNote}</p>
					{drafting.map((correction) => (
						<CorrectionNote key={correction.number} {...{ correction, ratings, language }} />
					))}
				</div>
			) : null}
			<p className="report-link">
				<a href={`/${language}/verdicts/${encodeURIComponent(factCheck.slug)}/report`}>
					{wordsFor(language).complaints.report.link}
				</a>
			</p>
		</section>
	)
}

/** Where readers can see that this version was written down, and check it. */
function LedgerLink({ entry, language }: { entry: number; language: Language }) {
	const { ledger } = wordsFor(language)
	return <a href={`/${language}/ledger?after=${entry + 1}#entry-${entry}`}>{ledger.recorded(entry)}</a>
}

import type { Correction } from '#app/domain/fact-check.ts'
import type { DeskVersion } from '#app/domain/workbench.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import { CorrectionNote } from './correction-note.tsx'
import { useDeskWords } from './desk-words.ts'
import { FactLine } from './fact-line.tsx'
import { RatingMark } from './rating-mark.tsx'
import { useWorkbench } from './workbench-context.ts'

type Props = {
	versions: DeskVersion[]
	corrections: Correction[]
	slug: string
	/** Whether the claim was taken in from a bundle. */
	imported: boolean
}

/** Every published version, the newest first, with who answers for it and what changed in it. */
export function WorkbenchVersions({ versions, corrections, slug, imported }: Props) {
	const { language, words } = useDeskWords()
	const { path, ratings } = useWorkbench()
	const own = words.desk.workbench.versions
	const drafting = corrections.filter(({ beforePublication }) => beforePublication)
	return (
		<section id="versions" className="workbench-versions" aria-labelledby="versions-heading">
			<h2 id="versions-heading">{words.desk.workbench.parts.versions}</h2>
			{versions.length === 0 ? <p className="soft">{own.none}</p> : null}
			<ol>
				{versions.map((version, index) => {
					const rating = ratings.find(({ key }) => key === version.rating)
					const address = `/${language}/verdicts/${encodeURIComponent(slug)}/versions/${version.number}`
					return (
						<li key={version.number} value={version.number}>
							<FactLine
								items={[
									<a href={address}>{own.version(version.number)}</a>,
									rating && <RatingMark rating={rating} retracted={version.retracted} language={language} />,
									<time dateTime={version.publishedAt}>{formatMoment(version.publishedAt, language)}</time>,
									index === 0 ? own.inForce : null,
								]}
							/>
							<p className="soft small">{own.people(version.proposer, version.approver)}</p>
							{corrections
								.filter(({ version: led, beforePublication }) => led === version.number && !beforePublication)
								.map((correction) => (
									<CorrectionNote key={correction.number} {...{ correction, ratings, language }} />
								))}
						</li>
					)
				})}
			</ol>
			{versions.length > 0 ? (
				<p>
					<a href={`${path}/bundle`} download>
						{words.bundle.download}
					</a>{' '}
					<span className="soft small">{words.bundle.downloadNote}</span>
				</p>
			) : null}
			{imported ? (
				<p>
					{words.bundle.imported}.{' '}
					<a href={`${path}/bundle?imported`} download>
						{words.bundle.downloadImported}
					</a>
				</p>
			) : null}
			{drafting.length > 0 ? (
				<>
					<h3>{words.reading.verdict.beforePublication}</h3>
					<p className="hint">{words.reading.verdict.beforePublicationNote}</p>
					{drafting.map((correction) => (
						<CorrectionNote key={correction.number} {...{ correction, ratings, language }} />
					))}
				</>
			) : null}
		</section>
	)
}

import { Link } from '@remix-run/react'
import { useDeskWords } from './desk-words.ts'
import { explainIntake, type IntakeProblem } from './intake-words.ts'

/** What became of one article of a file; `waiting` and `reading` while files are still being sent. */
export type ReportEntry =
	| { outcome: 'added' | 'version' | 'already'; id: string; name: string }
	| { outcome: 'refused'; name: string; problem: IntakeProblem }
	| { outcome: 'waiting' | 'reading'; name: string }

const counted = ['added', 'version', 'already', 'refused'] as const

/** The report on several files: how many of each outcome, and each file with its article or the reason against it. */
export function IntakeReport({ entries }: { entries: readonly ReportEntry[] }) {
	const { words } = useDeskWords()
	const { report } = words.intake
	const done = entries.filter(({ outcome }) => outcome !== 'waiting' && outcome !== 'reading')
	const count = (outcome: ReportEntry['outcome']) =>
		entries.filter((entry) => entry.outcome === outcome).length
	const under = done.length < entries.length
	return (
		<section className="intake-report" aria-labelledby="intake-report-title">
			<h2 id="intake-report-title">{report.title}</h2>
			{under ? (
				<p className="intake-progress">
					<progress max={entries.length} value={done.length} aria-labelledby="intake-report-title" />
					<span>{report.progress(done.length, entries.length)}</span>
				</p>
			) : null}
			<p role="status" className="intake-counts">
				{under
					? null
					: counted
							.filter((outcome) => count(outcome) > 0)
							.map((outcome) => <span key={outcome}>{report.counts[outcome](count(outcome))}</span>)}
			</p>
			<ul className="intake-files">
				{entries.map((entry, index) => (
					<li key={index} data-outcome={entry.outcome}>
						<span className="intake-outcome">
							{entry.outcome === 'waiting' || entry.outcome === 'reading'
								? report[entry.outcome]
								: report.outcomes[entry.outcome]}
						</span>
						<span className="intake-file">
							{'id' in entry ? (
								<Link to={`/desk/articles/${entry.id}`}>
									<bdi>{entry.name}</bdi>
								</Link>
							) : (
								<bdi>{entry.name}</bdi>
							)}
							{entry.outcome === 'refused' ? (
								<span className="intake-reason">{explainIntake(entry.problem, words)}</span>
							) : null}
						</span>
					</li>
				))}
			</ul>
		</section>
	)
}

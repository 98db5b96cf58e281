import { Link, useRevalidator } from '@remix-run/react'
import { type ReactNode, useEffect } from 'react'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { stances } from '#app/domain/claim.ts'
import type { DeskEvidence, Workbench } from '#app/domain/workbench.ts'
import { evidenceAnchor } from '#app/domain/rationale.ts'
import { readWebAddress } from '#app/domain/web-address.ts'
import { formatAge } from '#app/i18n/dates.ts'
import { languageName } from '#app/i18n/language-name.ts'
import { Day } from './day.tsx'
import { useDeskWords } from './desk-words.ts'
import { EvidenceCopy } from './evidence-copy.tsx'
import { FactCheckText } from './fact-check-text.tsx'
import { FactLine } from './fact-line.tsx'
import { FigureComparison } from './figure-comparison.tsx'
import { HostNote } from './host-note.tsx'
import { useWorkbench } from './workbench-context.ts'
import { WorkbenchForm } from './workbench-form.tsx'

type Props = {
	evidence: DeskEvidence[]
	origins: Workbench['origins']
	/** Whether a proposal waits: the evidence then rests, and stands side by side for whoever judges it. */
	resting: boolean
	children?: ReactNode
}

/** The evidence in its three groups, each piece under the number that the rationale cites. */
export function WorkbenchEvidence({ evidence, origins, resting, children }: Props) {
	const { words } = useDeskWords()
	const own = words.desk.workbench
	useRereading(evidence.some(({ latestCopy }) => latestCopy?.status === 'fetching' && latestCopy.tries === 0))
	return (
		<section id="evidence" className="workbench-evidence" aria-labelledby="evidence-heading">
			<h2 id="evidence-heading">
				{own.parts.evidence} <span className="count">{own.evidence.count(evidence.length)}</span>
			</h2>
			{origins.sources > 0 ? (
				<p className="soft">{words.evidence.origins.count(origins.sources, origins.count)}</p>
			) : null}
			{origins.circles.map((circle) => (
				<p key={circle.join()} className="notice">
					{words.evidence.origins.circle}: <bdi>{circle.join(' · ')}</bdi>
				</p>
			))}
			{resting ? <p className="hint">{own.evidence.resting}</p> : null}
			{evidence.length === 0 ? <p className="desk-empty">{own.evidence.nothing}</p> : null}
			<div className="evidence-groups" data-beside={resting || undefined}>
				{stances.map((stance) => {
					const group = evidence.filter((item) => item.stance === stance)
					// For whoever judges, that nothing speaks against it says something.
					if (group.length === 0 && (!resting || stance === 'context')) return null
					return (
						<div key={stance} className="evidence-group" data-stance={stance}>
							<h3>{words.stanceHeadings[stance]}</h3>
							{group.length === 0 ? <p className="soft">{own.evidence.nothingFor[stance]}</p> : null}
							<ol>
								{group.map((item) => (
									<EvidencePiece key={item.id} item={item} removable={!resting} />
								))}
							</ol>
						</div>
					)
				})}
			</div>
			{children}
		</section>
	)
}

/** How long the page waits between two readings while a copy is on its way, in milliseconds. */
const patience = 3_000

/** Read the page again while something is on its way that nobody has to press a button for. */
function useRereading(waiting: boolean): void {
	const { state, revalidate } = useRevalidator()
	useEffect(() => {
		if (!waiting || state !== 'idle') return
		const timer = setTimeout(() => {
			if (document.visibilityState === 'visible') revalidate()
		}, patience)
		return () => clearTimeout(timer)
	}, [waiting, state, revalidate])
}

function EvidencePiece({ item, removable }: { item: DeskEvidence; removable: boolean }) {
	const { language, words } = useDeskWords()
	const { now } = useWorkbench()
	const own = words.desk.workbench.evidence
	const page = readWebAddress(item.url)
	return (
		<li id={evidenceAnchor(item.number)} value={item.number} className="evidence-piece">
			<span className="evidence-piece-number" aria-hidden="true">
				{item.number}
			</span>
			<div>
				<FactCheckText as="h4" text={item.label} language={language} />
				<FactLine
					className="evidence-piece-facts"
					kind={item.kind}
					items={[
						<span className="source-kind">{words.sourceKinds[item.kind]}</span>,
						<Link to={`/desk/sources/${item.sourceId}`}>
							<bdi>{item.publisher ?? words.evidence.source.facts}</bdi>
						</Link>,
						item.publishedOn ? <Day on={item.publishedOn} language={language} /> : words.noDate,
						item.language && item.language !== language ? languageName(item.language, language) : null,
						page && (
							<>
								<a href={page.href} rel="noopener nofollow">
									<bdi dir="ltr">{page.host}</bdi>
								</a>{' '}
								<HostNote url={item.url} />
							</>
						),
					]}
				/>
				{item.title ? (
					<p className="evidence-piece-title">
						<cite lang={item.language ?? undefined} dir="auto">
							{item.title}
						</cite>
					</p>
				) : null}
				<FactCheckText className="evidence-piece-shows" text={item.shows} language={language} />
				{item.passage ? (
					<blockquote lang={item.language ?? undefined} dir="auto">
						{neutraliseBidi(item.passage)}
					</blockquote>
				) : null}
				<FigureComparison pairs={item.compared ?? []} language={language} />
				<EvidenceCopy item={item} />
				<div className="evidence-piece-foot">
					<p>
						{item.foundBy ? (
							<>
								{own.foundBy}: <bdi>{item.foundBy}</bdi>
								{' · '}
							</>
						) : null}
						{own.addedBy(formatAge(item.addedAt, language, new Date(now)))}
					</p>
					{removable ? (
						<WorkbenchForm
							id={`remove-${item.number}`}
							intent="remove_evidence"
							hidden={{ evidenceId: item.id }}
						>
							<button type="submit" className="plain" aria-label={own.removeLabel(item.number)}>
								{own.remove}
							</button>
						</WorkbenchForm>
					) : null}
				</div>
			</div>
		</li>
	)
}

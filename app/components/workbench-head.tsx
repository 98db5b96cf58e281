import type { ReactNode } from 'react'
import { directionOf, otherLanguage, preferText } from '#app/domain/language.ts'
import { turnOf } from '#app/domain/turn.ts'
import type { Workbench } from '#app/domain/workbench.ts'
import { formatAge } from '#app/i18n/dates.ts'
import type { Words } from '#app/i18n/words.ts'
import { useDeskWords } from './desk-words.ts'
import { RatingMark } from './rating-mark.tsx'
import { useWorkbench } from './workbench-context.ts'

type Props = { workbench: Workbench; actorId: string; children: ReactNode }

/** The claim in the reader's language, where it stands and whose turn it is, the steps, and the parts of the page. */
export function WorkbenchHead({ workbench, actorId, children }: Props) {
	const { claim, waiting } = workbench
	const { language, words } = useDeskWords()
	const { now, ratings } = useWorkbench()
	const own = words.desk.workbench
	const statement = preferText(claim.statement, language)
	const other = otherLanguage(statement?.language ?? language)
	const turn = turnOf(
		{
			status: claim.status,
			assigneeId: claim.assignee?.id ?? null,
			assignee: claim.assignee?.name ?? null,
			proposerId: waiting?.proposer.id ?? null,
			proposer: waiting?.proposer.name ?? null,
		},
		actorId,
	)
	const rating = claim.published && ratings.find(({ key }) => key === claim.published?.rating)
	return (
		<header className="workbench-head">
			<p className="workbench-standing">
				<span className="status" data-status={claim.status}>
					{words.statuses[claim.status]}
				</span>
				{claim.published && rating ? (
					<RatingMark rating={rating} retracted={claim.published.retracted} language={language} />
				) : null}
				{turn ? (
					<span className="workbench-turn" data-turn={turn.turn}>
						{sayTurn(turn, words)}
					</span>
				) : null}
				{claim.dropReason ? <span>{own.droppedFor(words.dropReasons[claim.dropReason])}</span> : null}
				<span className="soft">{own.changed(formatAge(claim.statusSince, language, new Date(now)))}</span>
			</p>
			<h1 lang={statement?.language} dir={directionOf(statement?.language ?? null)}>
				{statement?.text}
			</h1>
			{claim.statement[other] ? (
				<p className="workbench-other" lang={other} dir={directionOf(other)}>
					{claim.statement[other]}
				</p>
			) : (
				<p className="soft small">{own.notWordedIn[other]}</p>
			)}
			{children}
			<nav className="workbench-jump" aria-label={own.jump}>
				<ul>
					{partsOf(workbench).map((part) => (
						<li key={part}>
							<a href={`#${part}`}>{own.parts[part]}</a>
							{part === 'evidence' ? <span className="count"> {workbench.evidence.length}</span> : null}
						</li>
					))}
					{claim.published ? (
						<li className="workbench-public">
							<a href={`/${language}/verdicts/${encodeURIComponent(claim.slug)}`}>{own.publicPage}</a>
						</li>
					) : null}
				</ul>
			</nav>
		</header>
	)
}

type Part = keyof Words['desk']['workbench']['parts']

/** The parts of the page in their order: while a proposal waits it stands where the draft did. */
function partsOf({ waiting }: Workbench): Part[] {
	return waiting
		? ['claim', 'matches', 'proposal', 'evidence', 'gate', 'versions', 'history']
		: ['claim', 'matches', 'evidence', 'verdict', 'gate', 'versions', 'history']
}

function sayTurn(turn: NonNullable<ReturnType<typeof turnOf>>, words: Words): string {
	const { turns } = words.desk
	return 'name' in turn ? turns[turn.turn](turn.name) : turns[turn.turn]
}

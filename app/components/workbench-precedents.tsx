import { Link } from '@remix-run/react'
import { directionOf, preferText } from '#app/domain/language.ts'
import type { DeskPrecedent } from '#app/domain/workbench.ts'
import { Day } from './day.tsx'
import { useDeskWords } from './desk-words.ts'
import { RatingMark } from './rating-mark.tsx'
import { useWorkbench } from './workbench-context.ts'

/** Verdicts that bear on this one, to be read before deciding, each with why it is shown. */
export function WorkbenchPrecedents({ precedents }: { precedents: DeskPrecedent[] }) {
	const { language, words } = useDeskWords()
	const { ratings } = useWorkbench()
	const own = words.verdicts.precedents
	const label = (key: string) => ratings.find((rating) => rating.key === key)?.label[language] ?? key
	return (
		<section id="precedents" className="workbench-precedents" aria-labelledby="precedents-heading">
			<h2 id="precedents-heading">{own.heading}</h2>
			{precedents.length === 0 ? (
				<p className="soft small">{own.none}</p>
			) : (
				<p className="hint">{own.note}</p>
			)}
			<ul className="precedents">
				{precedents.map((precedent) => {
					const statement = preferText(precedent.statement, language)
					const rating = ratings.find(({ key }) => key === precedent.rating)
					return (
						<li key={`${precedent.kind} ${precedent.claimId}`}>
							<p className="small soft">
								{precedent.between
									? own.border(label(precedent.between[0]), label(precedent.between[1]))
									: precedent.kind === 'figure'
										? own.figure
										: own.claimant}{' '}
								· <Day on={precedent.publishedAt} language={language} />
							</p>
							<p>
								<Link
									to={`/desk/claims/${precedent.claimId}`}
									lang={statement?.language}
									dir={directionOf(statement?.language ?? null)}
								>
									{statement?.text}
								</Link>
							</p>
							<p>
								{rating ? <RatingMark rating={rating} language={language} /> : null}{' '}
								<a className="small" href={`/${language}/verdicts/${encodeURIComponent(precedent.slug)}`}>
									{own.open}
								</a>
							</p>
						</li>
					)
				})}
			</ul>
		</section>
	)
}

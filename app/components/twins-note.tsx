import { directionOf } from '#app/domain/language.ts'
import type { TwinState } from '#app/domain/twins.ts'
import { useDeskWords } from './desk-words.ts'

/** How the Arabic and the English of a verdict stand to each other: which was left behind, and what only one has. */
export function TwinsNote({ stale, gaps }: TwinState) {
	const own = useDeskWords().words.verdicts.twins
	return (
		<div className="twins-note" role="status">
			{stale ? (
				<p className="twins-stale">
					<strong>{own.stale[stale]}</strong>
				</p>
			) : null}
			{gaps.length > 0 ? (
				<>
					<p>{own.gaps}</p>
					<ul className="twins-gaps">
						{gaps.map((gap) => (
							<li key={`${gap.in} ${gap.asWritten}`}>
								<bdi lang={gap.in} dir={gap.kind === 'figure' ? directionOf(gap.in) : 'ltr'}>
									{gap.asWritten}
								</bdi>{' '}
								<span className="soft">{own.onlyIn[gap.in]}</span>
							</li>
						))}
					</ul>
				</>
			) : null}
		</div>
	)
}

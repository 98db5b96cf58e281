import { Link } from '@remix-run/react'
import type { ActivityEntry } from '#app/domain/activity.ts'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import type { Rating } from '#app/domain/rating.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { type ActivityPart, activityParts } from './activity-sentence.ts'
import { useDeskWords } from './desk-words.ts'

/** What people did, a line each under the day on which they did it; the order is that of the entries. */
export function ActivityList({ entries, ratings }: { entries: ActivityEntry[]; ratings: Rating[] }) {
	const { language, words } = useDeskWords()
	return (
		<>
			{byDay(entries).map(({ day, entries }) => (
				<section key={day} className="activity-day" aria-labelledby={`day-${day}`}>
					<h2 id={`day-${day}`}>
						<time dateTime={day}>{formatDay(day, language)}</time>
					</h2>
					<ol>
						{entries.map((entry) => (
							<li key={entry.source + entry.id}>
								<time className="activity-time" dateTime={entry.at}>
									{entry.at.slice(11, 16)}
								</time>
								<p>
									{activityParts(entry, words, language, ratings).map((part, index) => (
										<Part key={index} part={part} />
									))}
								</p>
							</li>
						))}
					</ol>
				</section>
			))}
		</>
	)
}

function Part({ part }: { part: ActivityPart }) {
	if ('text' in part) return <>{part.text}</>
	const name = (
		<bdi className={`activity-${part.kind}`} lang={part.language ?? undefined}>
			{neutraliseBidi(part.name)}
		</bdi>
	)
	return part.href ? <Link to={part.href}>{name}</Link> : name
}

/** Neighbours of one day in UTC, together. */
function byDay(entries: ActivityEntry[]): { day: string; entries: ActivityEntry[] }[] {
	const days: { day: string; entries: ActivityEntry[] }[] = []
	for (const entry of entries) {
		const day = entry.at.slice(0, 10)
		const last = days.at(-1)
		if (last?.day === day) last.entries.push(entry)
		else days.push({ day, entries: [entry] })
	}
	return days
}

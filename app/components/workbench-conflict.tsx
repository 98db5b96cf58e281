import { directionOf, type Language } from '#app/domain/language.ts'
import type { DeskDraft } from '#app/domain/workbench.ts'
import { formatDay, formatMoment } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'
import { useLanguages, suffixes, useWorkbench } from './workbench-context.ts'

type Props = {
	/** What is saved now, and by whom. */
	stored: DeskDraft
	/** What was typed, by the names of the fields. */
	typed: Record<string, string>
}

/** Two texts of one verdict side by side, where they differ: the one that is saved, and the one that was typed. */
export function WorkbenchConflict({ stored, typed }: Props) {
	const { language, words } = useDeskWords()
	const own = words.desk.workbench.conflict
	const rows = useRows(stored, typed).filter(({ theirs, yours }) => theirs !== yours)
	return (
		<section className="notice problem workbench-conflict" role="alert" aria-label={own.heading}>
			<h3>{own.heading}</h3>
			<p>{own.saved(stored.updatedBy, formatMoment(stored.updatedAt, language))}</p>
			<p>{rows.length === 0 ? own.same : own.note}</p>
			{rows.map((row) => (
				<div key={row.name} className="beside">
					<h4>{row.name}</h4>
					{(['theirs', 'yours'] as const).map((side) => (
						<div key={side}>
							<p className="label">{own[side]}</p>
							<p
								className="conflict-text written"
								lang={row.language}
								dir={row.language && directionOf(row.language)}
							>
								{row[side] || <span className="soft">{own.empty}</span>}
							</p>
						</div>
					))}
				</div>
			))}
		</section>
	)
}

type Row = { name: string; theirs: string; yours: string; language?: Language }

function useRows(stored: DeskDraft, typed: Record<string, string>): Row[] {
	const { language, words } = useDeskWords()
	const { ratings } = useWorkbench()
	const own = words.desk.workbench.verdict
	const ratingName = (key: string) => ratings.find((rating) => rating.key === key)?.label[language] ?? key
	const dayName = (day: string) => (day ? formatDay(day, language) : '')
	const texts = useLanguages().flatMap((written) => [
		{
			name: own.summary[written],
			theirs: stored.summary[written] ?? '',
			yours: unixText(typed[`summary${suffixes[written]}`]),
			language: written,
		},
		{
			name: own.rationale[written],
			theirs: stored.rationale[written] ?? '',
			yours: unixText(typed[`rationale${suffixes[written]}`]),
			language: written,
		},
	])
	return [
		{ name: own.rating, theirs: ratingName(stored.rating ?? ''), yours: ratingName(typed['rating'] ?? '') },
		...texts,
		{ name: own.asOf, theirs: dayName(stored.asOf ?? ''), yours: dayName(typed['asOf'] ?? '') },
	]
}

/** A text area's text as it is stored. */
function unixText(text = ''): string {
	return text.replace(/\r\n/g, '\n').trim()
}

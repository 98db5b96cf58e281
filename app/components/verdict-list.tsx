import type { FactCheck } from '#app/domain/fact-check.ts'
import type { Language } from '#app/domain/language.ts'
import { type MarkedEntry, VerdictEntry } from './verdict-entry.tsx'

type Props = {
	factChecks: FactCheck[]
	/** What a search marked in each of them, in the same order. */
	marked?: (MarkedEntry | null)[]
	language: Language
	heading: 'h2' | 'h3'
	size?: 'normal' | 'brief'
	/** `columns` sets them beside each other where there is room. */
	layout?: 'lines' | 'columns'
}

export function VerdictList({ factChecks, marked, language, heading, size, layout = 'lines' }: Props) {
	return (
		<ul className="entries" data-layout={layout}>
			{factChecks.map((factCheck, index) => (
				<li key={factCheck.slug}>
					<VerdictEntry {...{ factCheck, language, heading, size }} marked={marked?.[index]} />
				</li>
			))}
		</ul>
	)
}

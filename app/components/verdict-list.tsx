import type { FactCheck } from '#app/domain/fact-check.ts'
import type { Language } from '#app/domain/language.ts'
import { VerdictEntry } from './verdict-entry.tsx'

type Props = {
	factChecks: FactCheck[]
	language: Language
	heading: 'h2' | 'h3'
	size?: 'normal' | 'brief'
	/** `columns` sets them beside each other where there is room. */
	layout?: 'lines' | 'columns'
}

export function VerdictList({ factChecks, language, heading, size, layout = 'lines' }: Props) {
	return (
		<ul className="entries" data-layout={layout}>
			{factChecks.map((factCheck) => (
				<li key={factCheck.slug}>
					<VerdictEntry {...{ factCheck, language, heading, size }} />
				</li>
			))}
		</ul>
	)
}

import { useDeferredValue } from 'react'
import { westernDigits } from '#app/domain/figure-value.ts'
import { directionOf, type Language } from '#app/domain/language.ts'
import { useDeskWords } from './desk-words.ts'
import { Markdown } from './markdown.tsx'

type Props = { text: string; language: Language; evidence: readonly number[] }

/** A rationale as readers will see it, and the citations in it that lead nowhere. */
export function RationalePreview({ text, language, evidence }: Props) {
	const own = useDeskWords().words.desk.workbench.verdict
	const shown = useDeferredValue(text)
	const unknown = findUnknownCitations(shown, evidence)
	return (
		<>
			{unknown.length > 0 ? (
				<p className="field-error">
					{own.unknownCitations(unknown.map((number) => `[${number}]`).join(' '))}
				</p>
			) : null}
			{shown.trim() ? (
				<details className="workbench-preview">
					<summary>{own.preview}</summary>
					<div className="rationale" lang={language} dir={directionOf(language)}>
						<Markdown text={shown} evidence={evidence} />
					</div>
				</details>
			) : null}
		</>
	)
}

/** The numbers a rationale cites that are no evidence, each once, in the order in which they are cited. */
function findUnknownCitations(text: string, evidence: readonly number[]): number[] {
	const cited = [...text.matchAll(/\[([0-9\u0660-\u0669]{1,3})\](?!\()/g)]
	const numbers = cited.map(([, digits = '']) => Number(westernDigits(digits)))
	return [...new Set(numbers)].filter((number) => !evidence.includes(number))
}

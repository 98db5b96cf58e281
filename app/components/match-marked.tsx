import { directionOf, type Language } from '#app/domain/language.ts'
import type { MarkedPart } from '#app/domain/match-marks.ts'
import { useDeskWords } from './desk-words.ts'

type Props = { label: string; language: Language; parts: MarkedPart[] }

/** A wording with the words and figures marked that the other one has not. */
export function MarkedWording({ label, language, parts }: Props) {
	const own = useDeskWords().words.matches
	return (
		<div className="match-wording">
			<p className="label-soft">{label}</p>
			<p lang={language} dir={directionOf(language)}>
				{parts.map(({ text, mark }, index) =>
					mark ? (
						<mark key={index} data-mark={mark} title={mark === 'figure' ? own.figureHere : own.onlyHere}>
							{text}
						</mark>
					) : (
						<span key={index}>{text}</span>
					),
				)}
			</p>
		</div>
	)
}

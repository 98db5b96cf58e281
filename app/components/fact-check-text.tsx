import type { ElementType } from 'react'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { type Bilingual, directionOf, type Language, preferText } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'

type Props = {
	text: Bilingual
	/** The reader's language; the other one is used when the text does not exist in it. */
	language: Language
	as?: ElementType
	className?: string
	/** Whether to say so when the text is only there in the other language. */
	note?: boolean
}

/** A text of the newsroom, marked with its own language and direction; nothing when it exists in neither language. */
export function FactCheckText({ text, language, as: Element = 'p', className, note = false }: Props) {
	const found = preferText(text, language)
	if (!found) return null
	return (
		<>
			<Element className={className} lang={found.language} dir={directionOf(found.language)}>
				{neutraliseBidi(found.text)}
			</Element>
			{note && found.language !== language ? (
				<p className="only-in">{wordsFor(language).reading.onlyIn[found.language]}</p>
			) : null}
		</>
	)
}

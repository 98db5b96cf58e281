import type { Appearance } from '#app/domain/fact-check.ts'
import { directionOf, type Language } from '#app/domain/language.ts'

type Props = {
	quotation: Pick<Appearance, 'exact' | 'prefix' | 'suffix'>
	/** The language the words are in. */
	language: Language
	/** Whether the words that stand round it are shown too, and these marked among them. */
	inContext?: boolean
}

/** The exact words, marked, in the surroundings in which they stand. */
export function QuotationBlock({ quotation: { exact, prefix, suffix }, language, inContext = true }: Props) {
	return (
		<blockquote className="quotation" lang={language} dir={directionOf(language)}>
			<p>
				{inContext && prefix ? <span className="surroundings">… {prefix}</span> : null}
				{inContext ? <mark>{exact}</mark> : exact}
				{inContext && suffix ? <span className="surroundings">{suffix} …</span> : null}
			</p>
		</blockquote>
	)
}

import { neutraliseBidi } from '#app/domain/bidi.ts'
import type { Appearance } from '#app/domain/fact-check.ts'
import { directionOf, type Language } from '#app/domain/language.ts'
import { wholeSurroundings } from '#app/domain/surroundings.ts'

type Props = {
	quotation: Pick<Appearance, 'exact' | 'prefix' | 'suffix'> & Partial<Pick<Appearance, 'paragraph'>>
	/** The language the words are in. */
	language: Language
	/** Whether the words that stand round it are shown too, and these marked among them. */
	inContext?: boolean
}

/** The exact words of a claim, by themselves or marked in the surroundings in which they stand. */
export function QuotationBlock({ quotation, language, inContext = true }: Props) {
	const { before, after, goesOnBefore, goesOnAfter } = quotation.paragraph ?? wholeSurroundings(quotation)
	// The three parts stand in one paragraph, so what is open in one may be closed in the next.
	const shown = neutraliseBidi(before + quotation.exact + after, '\u2060')
	const [beforeEnd, exactEnd] = [before.length, before.length + quotation.exact.length]
	return (
		<blockquote className="quotation" lang={language} dir={directionOf(language)}>
			{inContext ? (
				<p>
					<span className="surroundings">
						{goesOnBefore ? '… ' : null}
						{shown.slice(0, beforeEnd)}
					</span>
					<mark>{shown.slice(beforeEnd, exactEnd)}</mark>
					<span className="surroundings">
						{shown.slice(exactEnd)}
						{goesOnAfter ? ' …' : null}
					</span>
				</p>
			) : (
				<p>{neutraliseBidi(quotation.exact)}</p>
			)}
		</blockquote>
	)
}

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
	return (
		<blockquote className="quotation" lang={language} dir={directionOf(language)}>
			{inContext ? (
				<p>
					<span className="surroundings">
						{goesOnBefore ? '… ' : null}
						{before}
					</span>
					<mark>{quotation.exact}</mark>
					<span className="surroundings">
						{after}
						{goesOnAfter ? ' …' : null}
					</span>
				</p>
			) : (
				<p>{quotation.exact}</p>
			)}
		</blockquote>
	)
}

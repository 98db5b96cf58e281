import { findFirstAppearance } from '#app/domain/claim-review.ts'
import type { Appearance, FactCheck } from '#app/domain/fact-check.ts'
import type { Language } from '#app/domain/language.ts'
import { readWebAddress } from '#app/domain/web-address.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { Day } from './day.tsx'
import { FactCheckText } from './fact-check-text.tsx'
import { FactLine } from './fact-line.tsx'
import { QuotationBlock } from './quotation-block.tsx'
import { VerdictFigures } from './verdict-figures.tsx'

/** The claim as we word it, as it stood wherever it appeared, and its figures. */
export function VerdictClaim({ factCheck, language }: { factCheck: FactCheck; language: Language }) {
	const words = wordsFor(language).reading.verdict
	const first = findFirstAppearance(factCheck.appearances)
	return (
		<section className="verdict-claim" aria-labelledby="claim">
			<h2 id="claim">{words.claim}</h2>
			<FactCheckText className="claim-statement" text={factCheck.statement} language={language} note />
			{factCheck.appearances.map((appearance, index) => (
				<figure key={index} className="appearance">
					<QuotationBlock quotation={appearance} language={factCheck.language} />
					<WhereItAppeared appearance={appearance} first={appearance === first} language={language} />
				</figure>
			))}
			<VerdictFigures figures={factCheck.figures} language={language} claimLanguage={factCheck.language} />
		</section>
	)
}

function WhereItAppeared({
	appearance: { article },
	first,
	language,
}: {
	appearance: Appearance
	first: boolean
	language: Language
}) {
	const words = wordsFor(language).reading.verdict
	const page = readWebAddress(article.url)
	const title = <cite dir="auto">{article.title ?? words.untitled}</cite>
	const nowhere = !page && !article.outlet && !article.publishedOn
	return (
		<FactLine
			as="figcaption"
			items={[
				<>
					<span className="label-soft">{words.appearedIn}</span>{' '}
					{page ? (
						<a href={page.href} rel="nofollow noopener">
							{title}
						</a>
					) : (
						title
					)}
				</>,
				article.outlet && <bdi>{article.outlet}</bdi>,
				article.author && <bdi>{article.author}</bdi>,
				article.publishedOn && <Day on={article.publishedOn} language={language} />,
				nowhere ? words.noOutlet : null,
				first ? words.firstKnown : null,
			]}
		/>
	)
}

import type { FactCheck } from '#app/domain/fact-check.ts'
import { directionOf, type Language, preferText } from '#app/domain/language.ts'
import type { Excerpt } from '#app/domain/search-hits.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { Day } from './day.tsx'
import { FactCheckText } from './fact-check-text.tsx'
import { FactLine } from './fact-line.tsx'
import { MarkedText } from './marked-text.tsx'
import { QuotationBlock } from './quotation-block.tsx'
import { RatingMark } from './rating-mark.tsx'

type Text = Excerpt & { language: Language | null }
/** The claim, and the text that says what was searched for, with that marked. */
export type MarkedEntry = { title: Text; excerpts: Text[] }

type Props = {
	factCheck: FactCheck
	language: Language
	heading: 'h2' | 'h3'
	/** `lead` for the one that opens the front page, `brief` without the finding. */
	size?: 'lead' | 'normal' | 'brief'
	/** In the results of a search. */
	marked?: MarkedEntry | null | undefined
}

/** A verdict in a list: the rating always beside the claim it judges, then the finding, then whose claim it is. */
export function VerdictEntry({ factCheck, language, heading: Heading, size = 'normal', marked }: Props) {
	const words = wordsFor(language)
	const { statement, rating, retracted } = factCheck
	const headline = marked?.title ?? preferText(statement, language)
	const [excerpt] = marked?.excerpts ?? []
	const [appearance] = factCheck.appearances
	return (
		<article className="entry" data-size={size}>
			<p className="entry-rating">
				<RatingMark
					rating={rating}
					language={language}
					retracted={retracted}
					size={size === 'lead' ? 'large' : 'small'}
				/>
			</p>
			<Heading
				className="entry-headline"
				lang={headline?.language ?? undefined}
				dir={directionOf(headline?.language ?? null)}
			>
				<a href={`/${language}/verdicts/${encodeURIComponent(factCheck.slug)}`}>
					{headline && 'parts' in headline ? <MarkedText text={headline} /> : headline?.text}
				</a>
			</Heading>
			{size === 'brief' ? null : retracted ? (
				<p className="entry-deck">{words.reading.verdict.retractedNote}</p>
			) : excerpt ? (
				<p className="entry-deck" lang={excerpt.language ?? undefined} dir={directionOf(excerpt.language)}>
					<MarkedText text={excerpt} />
				</p>
			) : (
				<FactCheckText className="entry-deck" text={factCheck.summary} language={language} />
			)}
			{size === 'lead' && appearance ? (
				<QuotationBlock quotation={appearance} language={factCheck.language} inContext={false} />
			) : null}
			<FactLine
				className="entry-line"
				items={[
					<ClaimantName factCheck={factCheck} language={language} />,
					<Day on={factCheck.firstPublishedAt} language={language} />,
				]}
			/>
		</article>
	)
}

/** Who made the claim, by name, marked with the name's own language. */
export function ClaimantName({ factCheck, language }: { factCheck: FactCheck; language: Language }) {
	const name = factCheck.claimant && preferText(factCheck.claimant.name, language)
	if (!name) return <span>{wordsFor(language).unknownClaimant}</span>
	return (
		<bdi lang={name.language} dir={directionOf(name.language)}>
			{name.text}
		</bdi>
	)
}

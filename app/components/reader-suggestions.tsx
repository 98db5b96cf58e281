import type { Block } from '#app/reader/blocks.ts'
import type { ShownSuggestion } from '#app/reader/shown-suggestions.ts'
import { keyOf, type SuggestionDesk } from '#app/reader/use-suggestions.ts'
import { directionOf, type Language } from '#app/domain/language.ts'
import { useDeskWords } from './desk-words.ts'
import { ReaderSuggestion } from './reader-suggestion.tsx'

type Props = {
	article: { id: string; versionId: string; language: Language | null; text: string }
	blocks: Block[]
	desk: SuggestionDesk
	/** How many claims were taken: a text that is done is not one that had nothing in it. */
	taken: number
	/** Where the reading for suggestions ended. */
	readTo: number
	/** The name of a country in the language of the page. */
	nameOf: (country: string) => string
	onAccept: (suggestion: ShownSuggestion) => void
	onAdjust: (suggestion: ShownSuggestion) => void
}

/** What the rules find worth checking, the worthiest first, with the reasons of the one that is pointed out. */
export function ReaderSuggestions({
	article,
	blocks,
	desk,
	taken,
	readTo,
	nameOf,
	onAccept,
	onAdjust,
}: Props) {
	const { words } = useDeskWords()
	const { suggestions: labels } = words
	const { open, weak, dismissed, active } = desk
	const numberOf = (place: number) => blocks.findIndex(({ end }) => end > place) + 1
	const item = (suggestion: ShownSuggestion) => (
		<ReaderSuggestion
			key={keyOf(suggestion)}
			article={article}
			suggestion={suggestion}
			paragraph={numberOf(suggestion.start)}
			isActive={active !== null && keyOf(active) === keyOf(suggestion)}
			nameOf={nameOf}
			desk={desk}
			onAccept={onAccept}
			onAdjust={onAdjust}
		/>
	)
	const rank = active ? open.findIndex((other) => keyOf(other) === keyOf(active)) + 1 : 0
	return (
		<section className="reader-suggestions" aria-labelledby="suggestions">
			<h2 id="suggestions">
				{labels.title} <span className="soft">{open.length > 0 ? open.length : ''}</span>
			</h2>
			<p className="unseen" role="status">
				{desk.said ? `${labels.said[desk.said]} ` : ''}
				{active && rank > 0 ? labels.said.at(rank, open.length, active.quote) : ''}
			</p>
			{desk.failed ? (
				<p className="field-error" role="alert">
					{labels.unkept}
				</p>
			) : null}
			{open.length === 0 ? (
				<p className="desk-empty">{taken + dismissed.length > 0 ? labels.allTaken : labels.none}</p>
			) : (
				<>
					<p className="hint">{labels.lead}</p>
					<ol lang={article.language ?? undefined} dir={directionOf(article.language)}>
						{open.map(item)}
					</ol>
				</>
			)}
			{readTo < article.text.length ? <p className="hint">{labels.readTo(numberOf(readTo))}</p> : null}
			{weak.length > 0 ? (
				<details>
					<summary>{labels.weak(weak.length)}</summary>
					<ol lang={article.language ?? undefined} dir={directionOf(article.language)}>
						{weak.map(item)}
					</ol>
				</details>
			) : null}
			{dismissed.length > 0 ? (
				<details>
					<summary>{labels.dismissed(dismissed.length)}</summary>
					<ol lang={article.language ?? undefined} dir={directionOf(article.language)}>
						{dismissed.map(item)}
					</ol>
				</details>
			) : null}
		</section>
	)
}

import { useEffect, useRef } from 'react'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { directionOf, type Language } from '#app/domain/language.ts'
import type { ShownSuggestion } from '#app/reader/shown-suggestions.ts'
import { keyOf, type SuggestionDesk } from '#app/reader/use-suggestions.ts'
import { useDeskWords } from './desk-words.ts'
import { Key } from './reader-keys.tsx'

type Props = {
	article: { id: string; versionId: string; language: Language | null; text: string }
	suggestion: ShownSuggestion
	/** The number of the paragraph it stands in. */
	paragraph: number
	isActive: boolean
	/** The name of a country in the language of the page. */
	nameOf: (country: string) => string
	desk: SuggestionDesk
	onAccept: (suggestion: ShownSuggestion) => void
	onAdjust: (suggestion: ShownSuggestion) => void
}

/** A sentence or part of one that may be a claim. Pointed out, it says why and what would be filled in. */
export function ReaderSuggestion({
	article,
	suggestion,
	paragraph,
	isActive,
	nameOf,
	desk,
	onAccept,
	onAdjust,
}: Props) {
	const { language, words } = useDeskWords()
	const { suggestions: labels } = words
	const place = useRef<HTMLLIElement>(null)
	const key = keyOf(suggestion)
	useEffect(() => {
		if (isActive) place.current?.scrollIntoView({ block: 'nearest' })
	}, [isActive])
	const isDismissed = suggestion.standing === 'dismissed'
	return (
		<li id={`s-${key}`} ref={place} aria-current={isActive ? true : undefined}>
			<a
				className="suggestion-quote"
				href={`#p-${paragraph}`}
				onClick={(event) => {
					event.preventDefault()
					desk.show(suggestion)
				}}
			>
				<span className="suggestion-place" lang={language} dir={directionOf(language)}>
					<span className="unseen">{labels.paragraph(paragraph)}: </span>
					<span aria-hidden="true">{paragraph}</span>
				</span>{' '}
				{neutraliseBidi(suggestion.quote)}
			</a>
			<div className="suggestion-about" lang={language} dir={directionOf(language)}>
				{isActive ? (
					<Reasons article={article} suggestion={suggestion} nameOf={nameOf} />
				) : (
					<p className="soft">
						{suggestion.reasons
							.filter(({ weight }) => weight > 0)
							.slice(0, 3)
							.map(({ feature }) => labels.features[feature])
							.join(' · ')}
					</p>
				)}
				{/* Without a script every suggestion has its buttons. */}
				<form className="actions" method="post" action={`/desk/articles/${article.id}/pieces`}>
					<input type="hidden" name="versionId" value={article.versionId} />
					<input type="hidden" name="start" value={suggestion.start} />
					<input type="hidden" name="end" value={suggestion.end} />
					<a
						className="button"
						href={`?take=${key}#new-claim`}
						title={labels.acceptHint}
						onClick={(event) => {
							event.preventDefault()
							onAccept(suggestion)
						}}
					>
						{labels.accept} <Key name="A" />
					</a>
					<button type="button" className="quiet needs-script" onClick={() => onAdjust(suggestion)}>
						{labels.adjust} <Key name="E" />
					</button>
					<button
						className="plain"
						name="intent"
						value={isDismissed ? 'restore' : 'dismiss'}
						onClick={(event) => {
							event.preventDefault()
							if (isDismissed) desk.restore(suggestion)
							else desk.dismiss(suggestion)
						}}
					>
						{isDismissed ? labels.restore : labels.dismiss}
						{isDismissed ? null : (
							<>
								{' '}
								<Key name="D" />
							</>
						)}
					</button>
				</form>
				{suggestion.dismissedBy && isDismissed ? (
					<p className="soft">{labels.dismissedBy(suggestion.dismissedBy)}</p>
				) : null}
			</div>
		</li>
	)
}

function Reasons({ article, suggestion, nameOf }: Pick<Props, 'article' | 'suggestion' | 'nameOf'>) {
	const { words } = useDeskWords()
	const { suggestions: labels } = words
	const { claimant, countries, figures, type } = suggestion
	const facts = [
		type && words.types[type],
		claimant && labels.claimant(claimant.name),
		...countries.map(nameOf),
		figures > 0 && labels.figures(figures),
	].filter(Boolean)
	return (
		<>
			<p className="unseen">{labels.reasons}</p>
			<ul className="suggestion-reasons">
				{suggestion.reasons.map(({ feature, weight, start, end }) => {
					const isFor = weight > 0
					return (
						<li key={`${feature} ${start} ${end}`} data-side={isFor ? 'for' : 'against'}>
							<span aria-hidden="true">{isFor ? '+' : '−'}</span>
							<span className="unseen">{isFor ? labels.speaksFor : labels.speaksAgainst}: </span>{' '}
							{labels.features[feature]}
							{end - start <= 60 ? (
								<>
									{' '}
									<q lang={article.language ?? undefined} dir={directionOf(article.language)}>
										{neutraliseBidi(article.text.slice(start, end).replace(/\s+/g, ' '))}
									</q>
								</>
							) : null}
						</li>
					)
				})}
			</ul>
			{facts.length > 0 ? (
				<p className="soft">
					{labels.filled}: {facts.join(' · ')}
				</p>
			) : null}
		</>
	)
}

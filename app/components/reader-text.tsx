import { Form } from '@remix-run/react'
import { forwardRef, memo } from 'react'
import type { Furniture } from '#app/domain/furniture.ts'
import { directionOf, type Language } from '#app/domain/language.ts'
import { type Rating, shapeOf } from '#app/domain/rating.ts'
import { type Block, shownText } from '#app/reader/blocks.ts'
import { useDeskWords } from './desk-words.ts'
import { RatingDisc } from './rating-mark.tsx'

/** A claim's place in the text, and its number in the list beside it. */
export type Note = {
	id: string
	claimId: string
	number: number
	statement: string
	rating: Rating | null
	start: number
	end: number
}

type Props = {
	article: { id: string; versionId: string; text: string; language: Language | null }
	blocks: Block[]
	/** What is no part of the article, in order. */
	furniture: Furniture[]
	notes: Note[]
	/** The claims that are pointed out at present. */
	current: readonly string[]
}

/**
 * An article to read and to select from. Each paragraph is one text node as long as its part of the article, and stays so:
 * marks are drawn over it. In the margins stand the numbers of the paragraphs and of the claims that begin there.
 */
export const ReaderText = memo(
	forwardRef<HTMLDivElement, Props>(function ReaderText({ article, blocks, furniture, notes, current }, ref) {
		const { language: pageLanguage, words } = useDeskWords()
		const labels = words.desk.reader.text
		const { text, language } = article
		const direction = directionOf(language)
		return (
			<div
				className="reader-text"
				id="text"
				ref={ref}
				role="group"
				aria-label={labels.label}
				aria-describedby="reader-keys"
				lang={language ?? undefined}
			>
				{blocks.map((block, index) => {
					const here = notes.filter(({ start }) => start >= block.start && start < block.end)
					const aside = furniture.find(({ start, end }) => start <= block.start && end >= block.end)
					const number = index + 1
					return (
						<div
							className="reader-paragraph"
							key={block.start}
							id={`p-${number}`}
							data-kind={block.kind}
							data-aside={aside ? aside.kind : undefined}
							dir={direction}
						>
							<a className="reader-number" href={`#p-${number}`} lang={pageLanguage}>
								<span className="unseen">{words.suggestions.paragraph(number)}</span>
								<span aria-hidden="true">{number}</span>
							</a>
							<p data-start={block.start} dir={direction}>
								{shownText(text, block)}
							</p>
							{here.length > 0 ? (
								<ul className="reader-notes">
									{here.map(({ id, claimId, number, statement, rating }) => (
										<li key={id}>
											<a
												id={`q-${id}`}
												href={`#c-${claimId}`}
												aria-label={labels.claimHere(number, statement)}
												aria-current={current.includes(claimId) ? true : undefined}
												data-rating={rating?.key}
												title={rating?.label[pageLanguage]}
											>
												{number}
												{rating ? <RatingDisc shape={shapeOf(rating)} /> : null}
											</a>
										</li>
									))}
								</ul>
							) : null}
							{aside && aside.kind !== 'front-matter' ? <AsideNote article={article} piece={aside} /> : null}
						</div>
					)
				})}
			</div>
		)
	}),
)

/** Says what a piece was set aside as, and takes it back into the text. */
export function AsideNote({ article, piece }: { article: Props['article']; piece: Furniture }) {
	const { language, words } = useDeskWords()
	const { aside, furniture } = words.suggestions
	return (
		<Form
			className="reader-aside-note"
			method="post"
			action={`/desk/articles/${article.id}/pieces`}
			preventScrollReset
		>
			<input type="hidden" name="versionId" value={article.versionId} />
			<input type="hidden" name="start" value={piece.start} />
			<input type="hidden" name="end" value={piece.end} />
			<bdi className="soft" lang={language}>
				{aside.here(furniture[piece.kind])}
			</bdi>{' '}
			<button className="plain" name="intent" value="bring-back" lang={language}>
				<bdi>{aside.bringBack}</bdi>
			</button>
		</Form>
	)
}

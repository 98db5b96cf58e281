import { forwardRef, memo } from 'react'
import { directionOf, type Language } from '#app/domain/language.ts'
import { type Block, shownText } from '#app/reader/blocks.ts'
import { useDeskWords } from './desk-words.ts'

/** A claim's place in the text, and its number in the list beside it. */
export type Note = {
	id: string
	claimId: string
	number: number
	statement: string
	start: number
	end: number
}

type Props = {
	text: string
	blocks: Block[]
	language: Language | null
	notes: Note[]
	/** The claims that are pointed out at present. */
	current: readonly string[]
}

/**
 * An article to read and to select from. Each paragraph is one text node as long as its part of the article, and stays so:
 * marks are drawn over it. In the margin stand the numbers of the claims that begin there.
 */
export const ReaderText = memo(
	forwardRef<HTMLDivElement, Props>(function ReaderText({ text, blocks, language, notes, current }, ref) {
		const { words } = useDeskWords()
		const labels = words.desk.reader.text
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
				{blocks.map((block) => {
					const here = notes.filter(({ start }) => start >= block.start && start < block.end)
					return (
						<div className="reader-paragraph" key={block.start} data-kind={block.kind} dir={direction}>
							<p data-start={block.start} dir={direction}>
								{shownText(text, block)}
							</p>
							{here.length > 0 ? (
								<ul className="reader-notes">
									{here.map(({ id, claimId, number, statement }) => (
										<li key={id}>
											<a
												id={`q-${id}`}
												href={`#c-${claimId}`}
												aria-label={labels.claimHere(number, statement)}
												aria-current={current.includes(claimId) ? true : undefined}
											>
												{number}
											</a>
										</li>
									))}
								</ul>
							) : null}
						</div>
					)
				})}
			</div>
		)
	}),
)

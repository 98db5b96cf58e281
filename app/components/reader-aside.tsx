import { neutraliseBidi } from '#app/domain/bidi.ts'
import type { Furniture } from '#app/domain/furniture.ts'
import { directionOf, type Language } from '#app/domain/language.ts'
import { useDeskWords } from './desk-words.ts'
import { AsideNote } from './reader-text.tsx'

type Props = {
	article: { id: string; versionId: string; text: string; language: Language | null }
	furniture: Furniture[]
	/** How many line ends stand inside paragraphs. */
	wraps: number
}

/** All that is set aside of the text, each with what it is taken for and the way back. */
export function ReaderAside({ article, furniture, wraps }: Props) {
	const { words } = useDeskWords()
	const { aside } = words.suggestions
	if (furniture.length === 0 && wraps === 0) return null
	return (
		<details className="reader-aside">
			<summary>{furniture.length > 0 ? aside.title(furniture.length) : aside.wraps(wraps)}</summary>
			{furniture.length > 0 ? <p className="hint">{aside.lead}</p> : null}
			<ul>
				{furniture.map((piece) => (
					<li key={piece.start}>
						<p lang={article.language ?? undefined} dir={directionOf(article.language)}>
							{shorten(neutraliseBidi(article.text.slice(piece.start, piece.end)))}
						</p>
						<AsideNote article={article} piece={piece} />
					</li>
				))}
			</ul>
			{furniture.length > 0 && wraps > 0 ? <p className="hint">{aside.wraps(wraps)}</p> : null}
		</details>
	)
}

function shorten(words: string): string {
	const line = words.replace(/\s+/g, ' ').trim()
	return line.length <= 120 ? line : `${line.slice(0, line.lastIndexOf(' ', 118))} …`
}

import { neutraliseBidi } from '#app/domain/bidi.ts'
import { directionOf, type Language } from '#app/domain/language.ts'
import type { DifferencePart, ParagraphDifference } from '#app/domain/text-difference.ts'
import { useDeskWords } from './desk-words.ts'

type Props = { difference: ParagraphDifference[]; language: Language | null }

/** So many unchanged paragraphs on end stay open; of more only the first and the last. */
const mostOpen = 3
/** So many unchanged words on end stay open in a changed paragraph; of more only those at both ends. */
const mostWords = 80
const wordsAtEnds = 20

type Stretch = { changed: ParagraphDifference } | { kept: string[] }

/** What became of a text, paragraph by paragraph; long stretches in which nothing changed are folded. */
export function VersionDifference({ difference, language }: Props) {
	const own = useDeskWords().words.versions.changes
	if (difference.every(({ kind }) => kind === 'kept')) return <p className="soft">{own.same}</p>
	return (
		<>
			<p className="hint">{own.key}</p>
			<div className="difference" lang={language ?? undefined} dir={directionOf(language)}>
				{stretchesOf(difference).map((stretch, index) =>
					'kept' in stretch ? (
						<KeptParagraphs key={index} texts={stretch.kept} />
					) : (
						<ChangedParagraph key={index} paragraph={stretch.changed} />
					),
				)}
			</div>
		</>
	)
}

function stretchesOf(difference: ParagraphDifference[]): Stretch[] {
	const found: Stretch[] = []
	for (const paragraph of difference) {
		const last = found.at(-1)
		const [part] = paragraph.parts
		if (paragraph.kind !== 'kept' || !part) found.push({ changed: paragraph })
		else if (last && 'kept' in last) last.kept.push(part.text)
		else found.push({ kept: [part.text] })
	}
	return found
}

function KeptParagraphs({ texts }: { texts: string[] }) {
	const own = useDeskWords().words.versions.changes
	if (texts.length <= mostOpen) return texts.map((text, index) => <Kept key={index} text={text} />)
	const [first = '', ...rest] = texts
	const folded = rest.slice(0, -1)
	return (
		<>
			<Kept text={first} />
			<details>
				<summary>
					<Interface>{own.folded(folded.length)}</Interface>
				</summary>
				{folded.map((text, index) => (
					<Kept key={index} text={text} />
				))}
			</details>
			<Kept text={texts.at(-1) ?? ''} />
		</>
	)
}

function Kept({ text }: { text: string }) {
	return (
		<p className="difference-paragraph" data-kind="kept">
			{neutraliseBidi(text)}
		</p>
	)
}

function ChangedParagraph({ paragraph: { kind, parts } }: { paragraph: ParagraphDifference }) {
	return (
		<div className="difference-paragraph" data-kind={kind}>
			{parts.map((part, index) => (
				<Part key={index} part={part} />
			))}
		</div>
	)
}

/** Words of a changed paragraph, with the sign and the name of what became of them. */
function Part({ part: { kind, text } }: { part: DifferencePart }) {
	const own = useDeskWords().words.versions.changes
	if (kind === 'kept') return <KeptWords text={text} />
	const Element = kind === 'added' ? 'ins' : 'del'
	return (
		<>
			<Element>
				<span className="difference-sign" aria-hidden="true">
					{kind === 'added' ? '+' : '−'}
				</span>
				<span className="unseen">
					<Interface>{own[kind]}</Interface>{' '}
				</span>
				<bdi>{neutraliseBidi(text)}</bdi>
			</Element>{' '}
		</>
	)
}

function KeptWords({ text }: { text: string }) {
	const own = useDeskWords().words.versions.changes
	const words = text.split(' ')
	if (words.length <= mostWords) return <>{neutraliseBidi(text)} </>
	const folded = words.slice(wordsAtEnds, -wordsAtEnds)
	return (
		<>
			{neutraliseBidi(words.slice(0, wordsAtEnds).join(' '))}
			<details>
				<summary>
					<Interface>{own.foldedWords(folded.length)}</Interface>
				</summary>
				{neutraliseBidi(folded.join(' '))}
			</details>
			{neutraliseBidi(words.slice(-wordsAtEnds).join(' '))}{' '}
		</>
	)
}

/** Words of ours in the midst of an article's. */
function Interface({ children }: { children: string }) {
	const { language } = useDeskWords()
	return (
		<span lang={language} dir={directionOf(language)}>
			{children}
		</span>
	)
}

import { useDeskWords } from './desk-words.ts'
import { Key } from './reader-keys.tsx'

type Props = {
	/** The selected words, shortened, and how many they are; `null` while nothing is selected. */
	selected: { words: string; count: number; claims: number } | null
	/** The borders of a quotation are being moved, instead of words chosen for a claim. */
	moving: boolean
	onMake: () => void
	onClear: () => void
	onSetAside: () => void
	/** The suggestions while nothing is selected: the one pointed out, or the way to the first. */
	suggestions: SuggestionBar
}

type SuggestionBar = {
	active: { words: string; rank: number } | null
	count: number
	onStep: (by: 1 | -1) => void
	onAccept: () => void
	onDismiss: () => void
}

/** What can be done with the selected words, under the text where the hand is; it is also said aloud. */
export function ReaderBar({ selected, moving, onMake, onClear, onSetAside, suggestions }: Props) {
	const { words } = useDeskWords()
	const { selection } = words.desk.reader
	const { aside, borders } = words.suggestions
	if (!selected && suggestions.count > 0) return <Suggested {...suggestions} />
	return (
		<div className="reader-bar">
			<p className="reader-bar-words" role="status">
				{selected ? (
					<>
						{moving ? <strong>{borders.now}: </strong> : null}
						<bdi>{selection.words(selected.count, selected.words)}</bdi>
						{selected.claims > 0 && !moving ? (
							<span className="soft"> {selection.inClaims(selected.claims)}</span>
						) : null}
					</>
				) : (
					<span className="soft">{selection.hint}</span>
				)}
			</p>
			{selected ? (
				<p className="actions">
					<button type="button" onClick={onMake}>
						{moving ? borders.save : selection.make} <Key name="Enter" />
					</button>
					<button type="button" className="plain" onClick={onClear}>
						{moving ? borders.cancel : selection.clear} <Key name="Esc" />
					</button>
					{moving ? null : (
						<button type="button" className="plain" onClick={onSetAside}>
							{aside.setAside}
						</button>
					)}
				</p>
			) : (
				<p className="reader-bar-keys" aria-hidden="true">
					<Key name="ArrowRight" /> <Key name="ArrowLeft" /> {selection.keys.word} <Key name="Shift" />{' '}
					{selection.keys.extend} <Key name="Enter" /> {selection.keys.make}
				</p>
			)}
		</div>
	)
}

function Suggested({ active, count, onStep, onAccept, onDismiss }: SuggestionBar) {
	const { words } = useDeskWords()
	const { suggestions: labels } = words
	return (
		<div className="reader-bar">
			<p className="reader-bar-words">
				{active ? (
					<bdi>
						{active.rank > 0 ? <span className="soft">{`${active.rank}/${count} `}</span> : null}
						{active.words}
					</bdi>
				) : (
					<span className="soft">{labels.count(count)}</span>
				)}
			</p>
			<p className="actions">
				{active ? (
					<>
						<button type="button" onClick={onAccept}>
							{labels.accept} <Key name="A" />
						</button>
						<button type="button" className="plain" onClick={onDismiss}>
							{labels.dismiss} <Key name="D" />
						</button>
					</>
				) : null}
				<button type="button" className="quiet" onClick={() => onStep(1)}>
					{active ? labels.next : labels.first} <Key name="J" />
				</button>
				{active && active.rank > 1 ? (
					<button type="button" className="plain" onClick={() => onStep(-1)}>
						{labels.previous} <Key name="K" />
					</button>
				) : null}
			</p>
		</div>
	)
}

import { useDeskWords } from './desk-words.ts'
import { Key } from './reader-keys.tsx'

type Props = {
	/** The selected words, shortened, and how many they are; `null` while nothing is selected. */
	selected: { words: string; count: number; claims: number } | null
	/** The borders of a quotation are being moved, instead of words chosen for a claim. */
	moving: boolean
	onMake: () => void
	onClear: () => void
	/** `null` while it cannot be set aside. */
	onSetAside: (() => void) | null
}

/** What can be done with the selected words, under the text where the hand is; it is also said aloud. */
export function ReaderBar({ selected, moving, onMake, onClear, onSetAside }: Props) {
	const { words } = useDeskWords()
	const { selection } = words.desk.reader
	const { aside, borders } = words.suggestions
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
					{onSetAside && !moving ? (
						<button type="button" className="plain" onClick={onSetAside}>
							{aside.setAside}
						</button>
					) : null}
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

import { useDeskWords } from './desk-words.ts'
import { Key } from './reader-keys.tsx'

type Props = {
	/** The selected words, shortened, and how many they are; `null` while nothing is selected. */
	selected: { words: string; count: number; claims: number } | null
	onMake: () => void
	onClear: () => void
}

/** What can be done with the selected words, under the text where the hand is; it is also said aloud. */
export function ReaderBar({ selected, onMake, onClear }: Props) {
	const { words } = useDeskWords()
	const { selection } = words.desk.reader
	return (
		<div className="reader-bar">
			<p className="reader-bar-words" role="status">
				{selected ? (
					<>
						<bdi>{selection.words(selected.count, selected.words)}</bdi>
						{selected.claims > 0 ? (
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
						{selection.make} <Key name="Enter" />
					</button>
					<button type="button" className="plain" onClick={onClear}>
						{selection.clear} <Key name="Esc" />
					</button>
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

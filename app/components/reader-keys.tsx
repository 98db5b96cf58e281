import { Fragment, useEffect, useRef } from 'react'
import { areLettersOn, turnLetters } from '#app/reader/letter-keys.ts'
import { useDeskWords } from './desk-words.ts'

/** How to select words without a mouse. */
export function ReaderKeys() {
	const { words } = useDeskWords()
	const { keys } = words.desk.reader
	const { keys: letters } = words.suggestions
	const box = useRef<HTMLInputElement>(null)
	useEffect(() => {
		if (box.current) box.current.checked = areLettersOn()
	}, [])
	const list: [string[], string][] = [
		[['Tab'], keys.enter],
		[['ArrowRight', 'ArrowLeft'], keys.word],
		[['ArrowUp', 'ArrowDown'], keys.sentence],
		[['Home', 'End'], keys.ends],
		[['Shift'], keys.extend],
		[['Enter'], keys.make],
		[['Esc'], keys.clear],
		[['S'], letters.swap],
		[['J', 'K'], letters.next],
		[['A'], letters.accept],
		[['E'], letters.adjust],
		[['D'], letters.dismiss],
		[['U'], letters.restore],
		[['Ctrl', 'Enter'], letters.send],
	]
	return (
		<details className="reader-keys">
			<summary>{keys.title}</summary>
			<div id="reader-keys">
				<dl>
					{list.map(([names, meaning]) => (
						<div key={meaning}>
							<dt>
								{names.map((name, index) => (
									<Fragment key={name}>
										{index > 0 ? ' ' : null}
										<Key name={name} />
									</Fragment>
								))}
							</dt>
							<dd>{meaning}</dd>
						</div>
					))}
				</dl>
				<p className="keys-letters">
					<input
						id="reader-letters"
						type="checkbox"
						ref={box}
						onChange={({ target }) => turnLetters(target.checked)}
						aria-describedby="reader-letters-note"
					/>
					<label htmlFor="reader-letters">{letters.lettersOn}</label>
				</p>
				<p className="hint" id="reader-letters-note">
					{letters.letters}
				</p>
				<p className="hint">{keys.screenReader}</p>
			</div>
		</details>
	)
}

/** An arrow in a square of 12, as not every typeface has one. */
const arrows: Record<string, string> = {
	ArrowLeft: 'M11 6H2m4-4L2 6l4 4',
	ArrowRight: 'M1 6h9M6 2l4 4-4 4',
	ArrowUp: 'M6 11V2M2 6l4-4 4 4',
	ArrowDown: 'M6 1v9m4-4-4 4-4-4',
}

/** A key of the keyboard, by its name in `KeyboardEvent.key`. */
export function Key({ name }: { name: string }) {
	const arrow = arrows[name]
	if (!arrow) return <kbd>{name}</kbd>
	return (
		<kbd>
			<svg viewBox="0 0 12 12" role="img" aria-label={name}>
				<path d={arrow} fill="none" stroke="currentColor" strokeWidth="1.5" />
			</svg>
		</kbd>
	)
}

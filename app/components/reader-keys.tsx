import { Fragment } from 'react'
import { useDeskWords } from './desk-words.ts'

/** How to select words without a mouse. */
export function ReaderKeys() {
	const { words } = useDeskWords()
	const { keys } = words.desk.reader
	const list: [string[], string][] = [
		[['Tab'], keys.enter],
		[['ArrowRight', 'ArrowLeft'], keys.word],
		[['ArrowUp', 'ArrowDown'], keys.sentence],
		[['Home', 'End'], keys.ends],
		[['Shift'], keys.extend],
		[['Enter'], keys.make],
		[['Esc'], keys.clear],
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

import { Fragment } from 'react'
import { useDeskWords } from './desk-words.ts'

/** How to select words without a mouse. */
export function ReaderKeys() {
	const { words } = useDeskWords()
	const { keys } = words.desk.reader
	const list: [string[], string][] = [
		[['Tab'], keys.enter],
		[['←', '→'], keys.word],
		[['↑', '↓'], keys.sentence],
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
										<kbd>{name}</kbd>
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

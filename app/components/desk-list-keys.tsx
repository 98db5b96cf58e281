import { type ReactNode, useEffect, useRef } from 'react'
import { useDeskWords } from './desk-words.ts'
import { areLettersOn, turnLetters } from '#app/reader/letter-keys.ts'
import { Key } from './reader-keys.tsx'

/**
 * A list that answers to keys: j and k (by their place on the keyboard, so also on an Arabic one) lead to the next and
 * previous row from anywhere on the page, arrows inside the list, Enter opens, ? shows the keys. Letters can be
 * turned off (WCAG 2.1.4). Rows are links with `data-row`. Without a script the list is a list.
 */
export function DeskListKeys({ children }: { children: ReactNode }) {
	const list = useRef<HTMLDivElement>(null)
	const dialog = useRef<HTMLDialogElement>(null)
	const letters = useRef<HTMLInputElement>(null)
	const words = useDeskWords().words.desk.keys

	useEffect(() => {
		if (letters.current) letters.current.checked = areLettersOn()
		const onKey = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.metaKey || event.altKey || dialog.current?.open) return
			const { target } = event
			if (!(target instanceof Element) || target.closest('input, select, textarea, [contenteditable]')) return
			const inList = list.current?.contains(target) ?? false
			const step = readStep(event, inList, areLettersOn())
			if (!step) return
			event.preventDefault()
			if (step === 'help') dialog.current?.showModal()
			else moveFocus(list.current, step)
		}
		document.addEventListener('keydown', onKey)
		return () => document.removeEventListener('keydown', onKey)
	}, [])

	return (
		<>
			<button className="plain keys-hint" type="button" onClick={() => dialog.current?.showModal()}>
				{words.hint} <kbd>?</kbd>
			</button>
			<div ref={list}>{children}</div>
			<dialog className="keys" ref={dialog} aria-labelledby="keys-title">
				<h2 id="keys-title">{words.title}</h2>
				<dl>
					{[
						{ keys: ['J', 'ArrowDown'], what: words.next },
						{ keys: ['K', 'ArrowUp'], what: words.previous },
						{ keys: ['Enter'], what: words.open },
						{ keys: ['?'], what: words.help },
					].map(({ keys, what }) => (
						<div key={what}>
							<dt>
								{keys.map((key) => (
									<Key key={key} name={key} />
								))}
							</dt>
							<dd>{what}</dd>
						</div>
					))}
				</dl>
				<p className="keys-letters">
					<input
						id="letter-keys"
						type="checkbox"
						ref={letters}
						onChange={({ target }) => turnLetters(target.checked)}
						aria-describedby="letter-keys-note"
					/>
					<label htmlFor="letter-keys">{words.letters}</label>
				</p>
				<p className="hint" id="letter-keys-note">
					{words.lettersNote}
				</p>
				<form method="dialog">
					<button className="quiet" type="submit">
						{words.close}
					</button>
				</form>
			</dialog>
		</>
	)
}

function readStep(event: KeyboardEvent, inList: boolean, withLetters: boolean): 1 | -1 | 'help' | null {
	if (inList && event.key === 'ArrowDown') return 1
	if (inList && event.key === 'ArrowUp') return -1
	if (!withLetters) return null
	if (event.key === '?' || event.key === '؟') return 'help'
	if (event.shiftKey) return null
	if (event.code === 'KeyJ') return 1
	return event.code === 'KeyK' ? -1 : null
}

function moveFocus(list: HTMLElement | null, step: 1 | -1): void {
	const rows = [...(list?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])]
	const here = rows.findIndex((row) => row === document.activeElement)
	const next = rows[here === -1 ? 0 : here + step]
	next?.focus({ preventScroll: true })
	next?.closest('li')?.scrollIntoView({ block: 'nearest' })
}

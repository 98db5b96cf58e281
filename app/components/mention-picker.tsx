import { type ReactNode, useEffect, useRef, useState } from 'react'
import { mentionBeingTyped, type Nameable, whoFits } from '#app/domain/mentions.ts'
import { useDeskWords } from './desk-words.ts'

/**
 * Round a text field: whoever is meant by an `@` that is being typed, as buttons that write the name out. Without a script
 * names are typed in full, or chosen beside the text.
 */
export function MentionPicker({ colleagues, children }: { colleagues: Nameable[]; children: ReactNode }) {
	const { discussion } = useDeskWords().words
	const [fitting, setFitting] = useState<Nameable[]>([])
	const field = useRef<HTMLTextAreaElement | null>(null)
	const around = useRef<HTMLDivElement>(null)
	useEffect(() => {
		const frame = around.current
		const look = ({ target }: Event) => {
			if (!(target instanceof HTMLTextAreaElement)) return
			field.current = target
			const typed = mentionBeingTyped(target.value.slice(0, target.selectionStart))
			setFitting(typed === null ? [] : whoFits(typed, colleagues))
		}
		const close = (event: KeyboardEvent) => {
			if (event.key === 'Escape') setFitting([])
		}
		frame?.addEventListener('input', look)
		frame?.addEventListener('keydown', close)
		return () => {
			frame?.removeEventListener('input', look)
			frame?.removeEventListener('keydown', close)
		}
	}, [colleagues])
	const write = (name: string) => {
		const text = field.current
		if (!text) return
		const caret = text.selectionStart
		const typed = mentionBeingTyped(text.value.slice(0, caret)) ?? ''
		text.setRangeText(`${name} `, caret - typed.length, caret, 'end')
		text.focus()
		setFitting([])
	}
	return (
		<div className="mention-picker" ref={around}>
			{children}
			<div role="status" className="mention-choices">
				{fitting.length > 0 ? (
					<ul aria-label={discussion.pick}>
						{fitting.map(({ id, name }) => (
							<li key={id}>
								<button type="button" className="plain" onClick={() => write(name)}>
									<bdi>{name}</bdi>
								</button>
							</li>
						))}
					</ul>
				) : null}
			</div>
		</div>
	)
}

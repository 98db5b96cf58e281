import { type RefObject, useEffect, useRef, useState } from 'react'
import type { KeptForm } from '#app/domain/workbench.ts'
import { useWorkbench } from './workbench-context.ts'
import { sayHere } from './workbench-here.client.ts'

/** How long nobody types before what was typed is kept, in milliseconds. */
const pause = 1200

type Keeping = {
	form: RefObject<HTMLFormElement>
	/** What was typed in this form on an earlier visit and never sent. */
	kept: KeptForm | null
	/** Changes when what was kept is discarded, so that the fields begin anew. */
	round: number
	discard: () => void
	onSent: () => void
}

/**
 * Keeps what a person types in a form on the server until it is sent, so that nothing is lost by looking something up on
 * another page or another machine.
 */
export function useKeptForm(id: string): Keeping {
	const { path, keptForms } = useWorkbench()
	const form = useRef<HTMLFormElement>(null)
	const [discarded, setDiscarded] = useState(0)
	const held = useRef({ changed: false, timer: 0 })
	const address = `${path}/here`
	const found = discarded > 0 ? null : (keptForms.find((one) => one.form === id) ?? null)
	const [kept] = useState(found)

	useEffect(() => {
		const state = held.current
		const element = form.current
		const keep = (leaving: boolean) => {
			window.clearTimeout(state.timer)
			if (!state.changed || !element) return
			state.changed = false
			void sayHere(
				address,
				{ intent: 'keep', form: id, fields: JSON.stringify(typedIn(element)) },
				{ leaving },
			)
		}
		const leave = () => {
			if (document.visibilityState === 'hidden') keep(true)
		}
		const typed = () => {
			state.changed = true
			window.clearTimeout(state.timer)
			state.timer = window.setTimeout(() => keep(false), pause)
		}
		element?.addEventListener('input', typed)
		document.addEventListener('visibilitychange', leave)
		return () => {
			element?.removeEventListener('input', typed)
			document.removeEventListener('visibilitychange', leave)
			keep(true)
		}
	}, [address, id, discarded])

	// What is back has to be in sight.
	useEffect(() => {
		const folded = kept ? form.current?.closest('details') : null
		if (folded) folded.open = true
	}, [kept])

	return {
		form,
		kept: discarded > 0 ? null : kept,
		round: discarded,
		discard: () => {
			held.current.changed = false
			window.clearTimeout(held.current.timer)
			void sayHere(address, { intent: 'forget', form: id })
			setDiscarded((before) => before + 1)
		},
		onSent: () => {
			held.current.changed = false
			window.clearTimeout(held.current.timer)
		},
	}
}

/** The fields a person fills in, by name. */
function typedIn(form: HTMLFormElement): Record<string, string> {
	const fields: Record<string, string> = {}
	for (const element of form.elements) {
		if (element instanceof HTMLInputElement) {
			if (element.type === 'hidden' || element.type === 'file') continue
			if ((element.type === 'radio' || element.type === 'checkbox') && !element.checked) continue
		} else if (!(element instanceof HTMLTextAreaElement) && !(element instanceof HTMLSelectElement)) continue
		if (element.name) fields[element.name] = element.value
	}
	return fields
}

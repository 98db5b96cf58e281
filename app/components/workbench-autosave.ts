import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { TwinState } from '#app/domain/twins.ts'
import type { DeskDraft } from '#app/domain/workbench.ts'
import type { FieldError } from '#app/forms/text-fields.ts'
import type { Words } from '#app/i18n/words.ts'
import { sendDraft } from './workbench-draft.client.ts'

/** What the server says of a draft that was sent to be kept. */
export type DraftReply =
	| { saved: true; revision: number; at: string; twins: TwinState }
	| {
			saved: false
			code: keyof Words['refusals']
			errors: Record<string, FieldError>
			/** What somebody else saved in the meantime. */
			stored: DeskDraft | null
	  }

/** How the text in the form stands to the one on the server. `sent` is what was refused. */
export type SaveState =
	| { state: 'untouched' | 'unsaved' | 'saving' }
	| { state: 'saved'; at: string; twins: TwinState }
	| {
			state: 'refused'
			reply: Extract<DraftReply, { saved: false }> | null
			sent: Record<string, string>
	  }

/** How long nobody types before what was typed is saved, in milliseconds. */
const pause = 1500

type Autosave = {
	form: RefObject<HTMLFormElement>
	/** The revision that what is sent next starts from. */
	revision: number
	save: SaveState
	/**
	 * Save what has changed, even if that takes the place of another text that is shown beside it by now.
	 * @returns the revision on the server when it holds all that was typed, or else `null`
	 */
	saveNow: (options?: { force: boolean }) => Promise<number | null>
	events: { onInput: () => void; onBlur: () => void }
}

/**
 * Saves a form by itself a moment after its last change, when a field is left, and when the page is. One request
 * is under way at a time, and each carries the revision that the one before came back with. When somebody else
 * has saved another text it stops, until the person who sees both presses save.
 */
export function useAutosave(address: string, startedFrom: number): Autosave {
	const form = useRef<HTMLFormElement>(null)
	const [revision, setRevision] = useState(startedFrom)
	const [save, setSave] = useState<SaveState>({ state: 'untouched' })
	const held = useRef({ revision: startedFrom, changed: false, stopped: false })
	const timer = useRef<ReturnType<typeof setTimeout>>()
	const underWay = useRef<Promise<void> | null>(null)

	const send = useCallback(
		async (data: FormData, leaving: boolean): Promise<void> => {
			held.current.changed = false
			setSave({ state: 'saving' })
			data.set('revision', String(held.current.revision))
			const reply = await sendDraft(address, data, { leaving })
			const known = reply?.saved ? reply.revision : reply?.stored?.revision
			if (known !== undefined) {
				held.current.revision = known
				setRevision(known)
			}
			held.current.stopped = reply?.saved === false && reply.code === 'stale'
			if (reply?.saved) {
				setSave(
					held.current.changed ? { state: 'unsaved' } : { state: 'saved', at: reply.at, twins: reply.twins },
				)
			} else {
				held.current.changed = true
				setSave({ state: 'refused', reply, sent: textsOf(data) })
			}
		},
		[address],
	)

	const flush = useCallback(
		async (leaving: boolean): Promise<number | null> => {
			clearTimeout(timer.current)
			while (underWay.current) await underWay.current
			if (held.current.changed && form.current) {
				underWay.current = send(new FormData(form.current), leaving).finally(() => {
					underWay.current = null
				})
				await underWay.current
			}
			return held.current.changed ? null : held.current.revision
		},
		[send],
	)

	const saveByItself = useCallback(
		(leaving: boolean) => {
			if (held.current.changed && !held.current.stopped) void flush(leaving)
		},
		[flush],
	)

	useEffect(() => {
		const leave = () => {
			if (document.visibilityState === 'hidden') saveByItself(true)
		}
		const warn = (event: BeforeUnloadEvent) => {
			if (held.current.changed) event.preventDefault()
		}
		document.addEventListener('visibilitychange', leave)
		window.addEventListener('beforeunload', warn)
		return () => {
			document.removeEventListener('visibilitychange', leave)
			window.removeEventListener('beforeunload', warn)
			clearTimeout(timer.current)
		}
	}, [saveByItself])

	return {
		form,
		revision,
		save,
		saveNow: async ({ force } = { force: false }) => {
			if (force) held.current.changed = true
			return flush(false)
		},
		events: {
			onInput: () => {
				held.current.changed = true
				if (!held.current.stopped) setSave({ state: 'unsaved' })
				clearTimeout(timer.current)
				timer.current = setTimeout(() => saveByItself(false), pause)
			},
			onBlur: () => saveByItself(false),
		},
	}
}

function textsOf(data: FormData): Record<string, string> {
	return Object.fromEntries([...data].map(([name, value]) => [name, String(value)]))
}

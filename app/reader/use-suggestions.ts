import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { areLettersOn } from './letter-keys.ts'
import { sendPiece } from './pieces.client.ts'
import type { ShownSuggestion } from './shown-suggestions.ts'

/** What the keys do with the suggestion that is pointed out. By their place on the keyboard, so also on an Arabic one. */
const letterKeys = {
	KeyJ: 'next',
	KeyK: 'previous',
	KeyA: 'accept',
	KeyE: 'adjust',
	KeyD: 'dismiss',
	KeyU: 'restore',
} as const
type Step = (typeof letterKeys)[keyof typeof letterKeys]

type Listeners = {
	onShow: (suggestion: ShownSuggestion) => void
	onAccept: (suggestion: ShownSuggestion) => void
	onAdjust: (suggestion: ShownSuggestion) => void
}

export type SuggestionDesk = {
	open: ShownSuggestion[]
	weak: ShownSuggestion[]
	dismissed: ShownSuggestion[]
	active: ShownSuggestion | null
	/** The last dismissal or return could not be kept. */
	failed: boolean
	/** What was done last, to be said aloud. */
	said: 'dismissed' | 'restored' | null
	show: (suggestion: ShownSuggestion) => void
	step: (by: 1 | -1) => void
	leave: () => void
	dismiss: (suggestion: ShownSuggestion) => void
	restore: (suggestion: ShownSuggestion) => void
}

export const keyOf = ({ start, end }: { start: number; end: number }) => `${start}-${end}`

/**
 * The suggestions of an article while a person goes through them: one is pointed out, others wait, some are put aside. A dismissal
 * shows at once, and comes back if it cannot be kept.
 */
export function useSuggestions(
	room: RefObject<HTMLElement>,
	article: { id: string; versionId: string },
	suggestions: ShownSuggestion[],
	listeners: Listeners,
): SuggestionDesk {
	const [activeKey, setActiveKey] = useState<string | null>(null)
	const [moved, setMoved] = useState<ReadonlyMap<string, ShownSuggestion['standing']>>(new Map())
	const [last, setLast] = useState<string[]>([])
	const [failed, setFailed] = useState(false)
	const [said, setSaid] = useState<SuggestionDesk['said']>(null)

	const standing = suggestions.map((suggestion) => ({
		...suggestion,
		standing: moved.get(keyOf(suggestion)) ?? suggestion.standing,
	}))
	const of = (wanted: ShownSuggestion['standing']) => standing.filter(({ standing }) => standing === wanted)
	const open = of('open')
	const active = standing.find((suggestion) => keyOf(suggestion) === activeKey) ?? null

	const show = (suggestion: ShownSuggestion) => {
		setActiveKey(keyOf(suggestion))
		setSaid(null)
		listeners.onShow(suggestion)
	}
	const move = (suggestion: ShownSuggestion, to: 'open' | 'dismissed') => {
		const key = keyOf(suggestion)
		const before = suggestion.standing
		setMoved((map) => new Map(map).set(key, to))
		setFailed(false)
		setSaid(to === 'open' ? 'restored' : 'dismissed')
		const { start, end } = suggestion
		const intent = to === 'open' ? 'restore' : 'dismiss'
		void sendPiece(article.id, { intent, versionId: article.versionId, start, end }).then((kept) => {
			if (kept) return
			setMoved((map) => new Map(map).set(key, before))
			setFailed(true)
			setSaid(null)
		})
	}
	const dismiss = (suggestion: ShownSuggestion) => {
		const place = open.findIndex((other) => keyOf(other) === keyOf(suggestion))
		const next = open[place + 1] ?? open[place - 1]
		move(suggestion, 'dismissed')
		setLast((keys) => [...keys, keyOf(suggestion)])
		if (place < 0) return
		setActiveKey(next ? keyOf(next) : null)
		if (next) listeners.onShow(next)
	}
	const restore = (suggestion: ShownSuggestion) => {
		move(suggestion, 'open')
		setLast((keys) => keys.filter((key) => key !== keyOf(suggestion)))
	}

	const go = (by: 1 | -1) => {
		const place = active ? open.findIndex((other) => keyOf(other) === keyOf(active)) : -1
		const next = open[Math.max(0, place + by)] ?? open[0]
		if (next) show(next)
	}
	const take = (step: Step): boolean => {
		if (step === 'next' || step === 'previous') {
			go(step === 'next' ? 1 : -1)
			return open.length > 0
		}
		if (step === 'restore') {
			const undone = standing.find((suggestion) => keyOf(suggestion) === last.at(-1))
			if (!undone) return false
			restore(undone)
			show(undone)
			return true
		}
		if (!active) return false
		if (step === 'dismiss') {
			if (active.standing !== 'dismissed') dismiss(active)
		} else if (step === 'accept') listeners.onAccept(active)
		else listeners.onAdjust(active)
		return true
	}
	const latest = useRef(take)
	useEffect(() => {
		latest.current = take
	})
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return
			const step = (letterKeys as Record<string, Step | undefined>)[event.code]
			if (!step || !areLettersOn() || !(event.target instanceof Element)) return
			if (event.target.closest('input, select, textarea, [contenteditable], dialog')) return
			if (event.target !== document.body && !room.current?.contains(event.target)) return
			if (latest.current(step)) event.preventDefault()
		}
		document.addEventListener('keydown', onKey)
		return () => document.removeEventListener('keydown', onKey)
	}, [room])

	const leave = useCallback(() => setActiveKey(null), [])
	return {
		open,
		weak: of('weak'),
		dismissed: of('dismissed'),
		active,
		failed,
		said,
		show,
		step: go,
		leave,
		dismiss,
		restore,
	}
}

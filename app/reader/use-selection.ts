import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { areLettersOn } from './letter-keys.ts'
import { type Span, snapToWords } from '#app/domain/words.ts'
import type { Block } from './blocks.ts'
import { canHighlight, highlight } from './highlights.ts'
import { directionAt, placeAt, rangesOf, show, spanOf } from './places.ts'
import {
	type Cursor,
	cursorAt,
	cursorSpan,
	moveCursor,
	readMove,
	readWalk,
	swapEnds,
	type Walk,
} from './word-cursor.ts'

/** What is selected in the reader: whole words of the article, and by which hand. */
export type Selected = { span: Span; by: 'pointer' | 'keys'; cursor: Cursor | null }

type Listeners = {
	/** Words were selected with a pointer. */
	onPointed: (span: Span) => void
	/** A claim is to be made of these words. */
	onMake: (span: Span) => void
	/** A place in the text was pointed at without selecting anything. */
	onPlace: (place: number) => void
	/** Where the keys begin; `null` for the first paragraph in sight. */
	from: number | null
}

/**
 * Selecting words of the article in `root` with mouse, touch or keys. The text takes the focus; its arrows walk in
 * reading direction, Shift extends, Enter makes a claim, Escape gives up.
 */
export function useSelection(
	root: RefObject<HTMLElement>,
	text: string,
	blocks: Block[],
	listeners: Listeners,
): { selected: Selected | null; walk: () => Walk; clear: () => void; select: (span: Span) => void } {
	const [selected, setSelected] = useState<Selected | null>(null)
	const walk = useMemo(() => lazily(() => readWalk(text, blocks)), [text, blocks])
	const latest = useRef({ listeners, selected })
	useEffect(() => {
		latest.current = { listeners, selected }
	})

	useEffect(() => {
		const element = root.current
		if (!element) return
		// Only now do its keys mean anything.
		element.tabIndex = 0
		const stops = [
			listenToKeys(element, walk, setSelected, () => latest.current),
			listenToPointer(element, text, setSelected, () => latest.current),
		]
		return () => stops.forEach((stop) => stop())
	}, [root, text, walk])

	useDrawing(root, selected, walk)
	return {
		selected,
		walk,
		clear: () => {
			document.getSelection()?.removeAllRanges()
			setSelected(null)
		},
		/** Select words and go on by keys, from their end. */
		select: (span) => {
			document.getSelection()?.removeAllRanges()
			setSelected({ span, by: 'keys', cursor: cursorAt(walk(), span) })
			root.current?.focus({ preventScroll: true })
			if (root.current) show(root.current, span)
		},
	}
}

type Latest = { listeners: Listeners; selected: Selected | null }

function listenToKeys(
	root: HTMLElement,
	walk: () => Walk,
	select: (selected: Selected | null) => void,
	latest: () => Latest,
): () => void {
	const onKey = (event: KeyboardEvent) => {
		if (event.target !== root || event.ctrlKey || event.metaKey || event.altKey) return
		const { listeners, selected } = latest()
		if (event.key === 'Enter' && selected) {
			event.preventDefault()
			listeners.onMake(selected.span)
		} else if (event.key === 'Escape' && selected) {
			event.preventDefault()
			document.getSelection()?.removeAllRanges()
			select(null)
		} else if (event.code === 'KeyS' && selected && !event.shiftKey && areLettersOn()) {
			event.preventDefault()
			const cursor = swapEnds(selected.cursor ?? cursorAt(walk(), selected.span) ?? { anchor: 0, focus: 0 })
			select({ ...selected, by: 'keys', cursor })
			const focused = walk().words[cursor.focus]
			if (focused) show(root, focused)
		} else {
			const before = selected && (selected.cursor ?? cursorAt(walk(), selected.span))
			const place = before ? (walk().words[before.focus]?.start ?? 0) : (listeners.from ?? firstInSight(root))
			const move = readMove(event.key, directionAt(root, place))
			if (!move) return
			event.preventDefault()
			const cursor = before
				? moveCursor(walk(), before, move, event.shiftKey)
				: cursorAt(walk(), { start: place, end: place })
			const span = cursor && cursorSpan(walk(), cursor)
			if (!cursor || !span) return
			document.getSelection()?.removeAllRanges()
			select({ span, by: 'keys', cursor })
			const focused = walk().words[cursor.focus]
			if (focused) show(root, focused)
		}
	}
	root.addEventListener('keydown', onKey)
	return () => root.removeEventListener('keydown', onKey)
}

/** Where the first paragraph in sight begins. */
function firstInSight(root: HTMLElement): number {
	const paragraphs = [...root.querySelectorAll<HTMLElement>('[data-start]')]
	const seen = paragraphs.find((element) => element.getBoundingClientRect().top >= 0) ?? paragraphs.at(-1)
	return Number(seen?.dataset['start'] ?? 0)
}

function listenToPointer(
	root: HTMLElement,
	text: string,
	select: (selected: Selected | null) => void,
	latest: () => Latest,
): () => void {
	let held = false
	let waiting: ReturnType<typeof setTimeout> | undefined

	/** Take what the browser has selected, if it is of this text. */
	const take = (): boolean => {
		const selection = document.getSelection()
		if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false
		const range = selection.getRangeAt(0)
		const pointed = range.intersectsNode(root) ? spanOf(root, range) : null
		const span = pointed && snapToWords(text, pointed.start, pointed.end)
		if (!span || span.start >= span.end) return false
		const { listeners, selected } = latest()
		// Told twice, or what the keys have selected themselves.
		if (selected?.span.start === span.start && selected.span.end === span.end) return true
		select({ span, by: 'pointer', cursor: null })
		listeners.onPointed(span)
		return true
	}
	const onDown = () => {
		held = true
	}
	const onUp = (event: PointerEvent) => {
		held = false
		if (event.button !== 0) return
		// The browser settles its selection after this event.
		setTimeout(() => {
			if (take()) return
			if (!(event.target instanceof Element) || !root.contains(event.target)) return
			if (event.target.closest('a, button')) return
			const place = placeAt(root, event.clientX, event.clientY)
			select(null)
			if (place !== null) latest().listeners.onPlace(place)
		})
	}
	/** Touch moves the ends of a selection without any pointer event. */
	const onChange = () => {
		clearTimeout(waiting)
		waiting = setTimeout(() => {
			if (!held) take()
		}, 400)
	}
	root.addEventListener('pointerdown', onDown)
	document.addEventListener('pointerup', onUp)
	document.addEventListener('selectionchange', onChange)
	return () => {
		clearTimeout(waiting)
		root.removeEventListener('pointerdown', onDown)
		document.removeEventListener('pointerup', onUp)
		document.removeEventListener('selectionchange', onChange)
	}
}

/** Show the selection, and the word the keys stand on while the text has the focus. */
function useDrawing(root: RefObject<HTMLElement>, selected: Selected | null, walk: () => Walk): void {
	useEffect(() => {
		const element = root.current
		if (!element) return
		const draw = () => {
			const isFocused = document.activeElement === element
			const cursor = isFocused && selected?.by === 'keys' ? selected.cursor : null
			const word = cursor ? walk().words[cursor.focus] : undefined
			const span =
				selected && (selected.by === 'pointer' || !isOneWord(selected.cursor)) ? selected.span : null
			highlight('reader-selection', span ? rangesOf(element, span) : [])
			highlight('reader-cursor', word ? rangesOf(element, word) : [])
			if (!canHighlight() && selected?.by === 'keys') selectNatively(element, selected.span)
		}
		draw()
		element.addEventListener('focus', draw)
		element.addEventListener('blur', draw)
		return () => {
			element.removeEventListener('focus', draw)
			element.removeEventListener('blur', draw)
			highlight('reader-selection', [])
			highlight('reader-cursor', [])
		}
	}, [root, selected, walk])
}

function isOneWord(cursor: Cursor | null): boolean {
	return cursor !== null && cursor.anchor === cursor.focus
}

/** Where marks cannot be drawn, the browser's own selection shows where the keys stand. */
function selectNatively(root: HTMLElement, span: Span): void {
	const ranges = rangesOf(root, span)
	const first = ranges[0]
	const last = ranges.at(-1)
	if (!first || !last) return
	document
		.getSelection()
		?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset)
}

function lazily<Value>(make: () => Value): () => Value {
	let made: Value | undefined
	return () => (made ??= make())
}

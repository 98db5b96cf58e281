import { type RefObject, useEffect, useRef } from 'react'
import type { Span } from '#app/domain/words.ts'
import { type Status, statuses } from '#app/domain/workflow.ts'
import { clearHighlights, highlight, type HighlightName } from './highlights.ts'
import { findOverlaps } from './overlaps.ts'
import { rangesOf, show } from './places.ts'

type Marks = {
	quotations: readonly (Span & { id: string; claimId: string; status: Status; rating: string | null })[]
	/** What a rating's key is worth, from 5 for true to 1 for false. */
	valueOf: (rating: string) => number | null
	/** Pieces that are no part of the article. */
	aside: readonly Span[]
	/** What is worth checking and not yet taken. */
	suggested: readonly Span[]
	/** The suggestion that is pointed out, and what speaks for and against it. */
	suggestion: (Span & { reasons: readonly (Span & { weight: number })[] }) | null
	/** The claim that is pointed out. */
	current: string | null
	/** Words chosen for a new claim. */
	chosen: Span | null
	/** A claim that was just made: it is brought into sight. */
	made: string | null
	/** An address pointed at a quotation (`#q-…`) or a claim (`#c-…`). */
	onCurrent: (claimIds: string[]) => void
}

/** Draws spans of the article under a name. */
function pen(root: HTMLElement) {
	return (name: HighlightName, spans: readonly Span[]) =>
		highlight(
			name,
			spans.flatMap((span) => rangesOf(root, span)),
		)
}

/** Draw the claims taken from the text over it, and follow addresses that point at one. */
export function useMarks(
	root: RefObject<HTMLElement>,
	{ quotations, valueOf, aside, suggested, suggestion, current, chosen, made, onCurrent }: Marks,
): void {
	useEffect(() => {
		const element = root.current
		if (!element) return
		const draw = pen(element)
		for (const status of statuses) {
			draw(
				`reader-${status}`,
				quotations.filter((quotation) => quotation.status === status),
			)
		}
		for (const value of [1, 2, 3, 4, 5] as const) {
			draw(
				`reader-rated-${value}`,
				quotations.filter(({ rating }) => rating !== null && valueOf(rating) === value),
			)
		}
		draw('reader-overlap', findOverlaps(quotations))
		draw(
			'reader-current',
			quotations.filter(({ claimId }) => claimId === current),
		)
		draw('reader-chosen', chosen ? [chosen] : [])
	}, [root, quotations, valueOf, current, chosen])
	useEffect(() => {
		const element = root.current
		if (!element) return
		const draw = pen(element)
		draw('reader-aside', aside)
		draw('reader-suggested', suggested)
		draw('reader-suggestion', suggestion ? [suggestion] : [])
		// A reason that is the whole of it would hide the others.
		const reasons = suggestion?.reasons.filter(
			({ start, end }) => !(start === suggestion.start && end === suggestion.end),
		)
		draw('reader-for', reasons?.filter(({ weight }) => weight > 0) ?? [])
		draw('reader-against', reasons?.filter(({ weight }) => weight < 0) ?? [])
	}, [root, aside, suggested, suggestion])
	useEffect(() => clearHighlights, [])

	const latest = useRef({ quotations, onCurrent })
	useEffect(() => {
		latest.current = { quotations, onCurrent }
	})
	useEffect(() => {
		const follow = () => {
			const [, kind, id] = /^#([qc])-(.+)$/.exec(window.location.hash) ?? []
			if (!id || !root.current) return
			const { quotations, onCurrent } = latest.current
			const place = quotations.find((quotation) => (kind === 'q' ? quotation.id : quotation.claimId) === id)
			if (!place) return
			onCurrent([place.claimId])
			if (kind === 'q') show(root.current, place)
		}
		follow()
		window.addEventListener('hashchange', follow)
		return () => window.removeEventListener('hashchange', follow)
	}, [root])
	useEffect(() => {
		const place = latest.current.quotations.find(({ claimId }) => claimId === made)
		if (place && root.current) show(root.current, place)
	}, [root, made])
}

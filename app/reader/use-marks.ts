import { type RefObject, useEffect, useRef } from 'react'
import type { Span } from '#app/domain/words.ts'
import { type Status, statuses } from '#app/domain/workflow.ts'
import { clearHighlights, highlight } from './highlights.ts'
import { rangesOf, show } from './places.ts'

type Marks = {
	quotations: readonly (Span & { id: string; claimId: string; status: Status })[]
	/** The claim that is pointed out. */
	current: string | null
	/** Words chosen for a new claim. */
	chosen: Span | null
	/** A claim that was just made: it is brought into sight. */
	made: string | null
	/** An address pointed at a quotation (`#q-…`) or a claim (`#c-…`). */
	onCurrent: (claimIds: string[]) => void
}

/** Draw the claims taken from the text over it, and follow addresses that point at one. */
export function useMarks(
	root: RefObject<HTMLElement>,
	{ quotations, current, chosen, made, onCurrent }: Marks,
): void {
	useEffect(() => {
		const element = root.current
		if (!element) return
		const draw = (name: Parameters<typeof highlight>[0], spans: readonly Span[]) =>
			highlight(
				name,
				spans.flatMap((span) => rangesOf(element, span)),
			)
		for (const status of statuses) {
			draw(
				`reader-${status}`,
				quotations.filter((quotation) => quotation.status === status),
			)
		}
		draw(
			'reader-current',
			quotations.filter(({ claimId }) => claimId === current),
		)
		draw('reader-chosen', chosen ? [chosen] : [])
	}, [root, quotations, current, chosen])
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

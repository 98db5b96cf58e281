import { Link, useSubmit } from '@remix-run/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Furniture } from '#app/domain/furniture.ts'
import { type Language, preferText } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import type { Span } from '#app/domain/words.ts'
import type { Status } from '#app/domain/workflow.ts'
import { readBlocks } from '#app/reader/blocks.ts'
import { show } from '#app/reader/places.ts'
import type { ShownSuggestion } from '#app/reader/shown-suggestions.ts'
import { countWords } from '#app/reader/word-cursor.ts'
import { useMarks } from '#app/reader/use-marks.ts'
import { useSelection } from '#app/reader/use-selection.ts'
import { useSuggestions } from '#app/reader/use-suggestions.ts'
import type { CountryChoice } from './country-field.tsx'
import { useDeskWords } from './desk-words.ts'
import { ReaderAside } from './reader-aside.tsx'
import { ReaderBar } from './reader-bar.tsx'
import { type ChosenWords, type ClaimAnswer, ReaderClaimForm } from './reader-claim-form.tsx'
import { ReaderClaims, type TakenClaim } from './reader-claims.tsx'
import { ReaderKeys } from './reader-keys.tsx'
import { ReaderSuggestions } from './reader-suggestions.tsx'
import { type Note, ReaderText } from './reader-text.tsx'

/** Words of the article from which a claim was taken. */
export type TakenQuotation = Span & {
	id: string
	claimId: string
	exact: string
	status: Status
	rating: string | null
	statementAr: string | null
	statementEn: string | null
	/** The sentence round it reads otherwise than when it was quoted. */
	sentenceChanged: boolean
}

type Props = {
	article: { id: string; text: string; versionId: string; language: Language | null }
	furniture: Furniture[]
	wraps: number
	suggestions: ShownSuggestion[]
	/** Where the reading for suggestions ended, in UTF-16 code units. */
	readTo: number
	/** The suggestion whose claim the form begins with. */
	taken: ShownSuggestion | null
	/** In the order of their places. */
	quotations: TakenQuotation[]
	ratings: Rating[]
	submission: string
	/** A claim that was just made. */
	made: string | null
	answer: ClaimAnswer | null
	countries: CountryChoice[]
	claimants: string[]
}

/** The article in the middle, what was taken from it beside it, and the form that takes more. */
export function ReaderRoom({
	article,
	furniture,
	wraps,
	suggestions,
	readTo,
	taken,
	quotations,
	ratings,
	submission,
	made,
	answer,
	countries,
	claimants,
}: Props) {
	const { language, words } = useDeskWords()
	const labels = words.desk.reader
	const { text } = article
	const root = useRef<HTMLDivElement>(null)
	const form = useRef<HTMLDetailsElement>(null)
	const [current, setCurrent] = useState<readonly string[]>(made ? [made] : [])
	const [chosen, setChosen] = useState<ChosenWords | null>(
		taken && { span: taken, after: null, prefill: taken },
	)
	const [moving, setMoving] = useState<TakenQuotation | null>(null)
	const typed = useRef(answer !== null)
	const room = useRef<HTMLDivElement>(null)
	const submit = useSubmit()

	const blocks = useMemo(() => readBlocks(text), [text])
	const claims = useMemo(() => firstPlaces(quotations), [quotations])
	const ratingOf = useCallback(
		(key: string) => ratings.find((rating) => rating.key === key) ?? null,
		[ratings],
	)
	const valueOf = useCallback((key: string) => ratingOf(key)?.value ?? null, [ratingOf])
	const notes = useMemo<Note[]>(
		() =>
			quotations.map(({ id, claimId, start, end, rating, statementAr, statementEn }) => ({
				id,
				claimId,
				start,
				end,
				number: claims.findIndex((claim) => claim.id === claimId) + 1,
				statement: preferText({ ar: statementAr, en: statementEn }, language)?.text ?? '',
				rating: rating === null ? null : ratingOf(rating),
			})),
		[quotations, claims, language, ratingOf],
	)

	const choose = useCallback(
		(span: Span, prefill: ChosenWords['prefill'] = null) => {
			setChosen({ span, after: answer, prefill })
			if (form.current) form.current.open = true
		},
		[answer],
	)
	const write = (span: Span, prefill: ChosenWords['prefill'] = null) => {
		choose(span, prefill)
		// Once the form has taken the words.
		requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[name^="statement"]')?.focus())
	}
	const { selected, walk, clear, select } = useSelection(root, text, blocks, {
		onPointed: (span) => {
			if (!typed.current && !moving) choose(span)
		},
		onMake: (span) => (moving ? saveBorders(moving, span) : write(span, prefillAt(desk.active, span))),
		onPlace: (place) => setCurrent(claimsAt(quotations, place)),
		from: quotations.find(({ claimId }) => claimId === made)?.end ?? null,
	})
	const desk = useSuggestions(room, article, suggestions, {
		onShow: (suggestion) => {
			clear()
			if (root.current) show(root.current, suggestion)
		},
		onAccept: (suggestion) => write(suggestion, suggestion),
		onAdjust: select,
	})
	useMarks(root, {
		quotations,
		valueOf,
		aside: furniture,
		suggested: desk.open,
		suggestion: desk.active,
		current: current[0] ?? null,
		chosen: chosen?.span ?? null,
		made,
		onCurrent: setCurrent,
	})
	useEffect(() => {
		// The keys go on from the claim that was just made.
		if (made) root.current?.focus({ preventScroll: true })
	}, [made])
	useEffect(() => {
		const [first] = current
		if (first && first !== made) document.getElementById(`c-${first}`)?.scrollIntoView({ block: 'nearest' })
	}, [current, made])

	function post(intent: string, fields: Record<string, string | number>, action?: string) {
		const body = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
		submit({ intent, ...body }, { method: 'post', preventScrollReset: true, ...(action ? { action } : {}) })
	}
	function saveBorders({ id, start, end }: TakenQuotation, span: Span) {
		setMoving(null)
		clear()
		if (span.start === start && span.end === end) return
		post('move', { appearanceId: id, versionId: article.versionId, ...span, fromStart: start, fromEnd: end })
	}
	function moveBorders(placeId: string) {
		const quotation = quotations.find(({ id }) => id === placeId)
		if (!quotation) return
		setMoving(quotation)
		select(quotation)
	}
	const leave = () => {
		setMoving(null)
		clear()
	}

	return (
		<div className="reader" ref={room}>
			<div className="reader-main">
				<ReaderText
					ref={root}
					article={article}
					blocks={blocks}
					furniture={furniture}
					notes={notes}
					current={current}
				/>
				<ReaderAside article={article} furniture={furniture} wraps={wraps} />
				<ReaderBar
					selected={
						selected && {
							words: shorten(text.slice(selected.span.start, selected.span.end)),
							count: countWords(walk(), selected.span),
							claims: claimsAt(quotations, selected.span.start).length,
						}
					}
					moving={moving !== null}
					onMake={() => {
						if (selected && moving) saveBorders(moving, selected.span)
						else if (selected) write(selected.span, prefillAt(desk.active, selected.span))
					}}
					onClear={leave}
					onSetAside={() => {
						if (!selected) return
						clear()
						const { versionId } = article
						post('set-aside', { versionId, ...selected.span }, `/desk/articles/${article.id}/pieces`)
					}}
					suggestions={{
						active: desk.active && {
							words: shorten(desk.active.quote),
							rank: desk.open.indexOf(desk.active) + 1,
						},
						count: desk.open.length,
						onStep: desk.step,
						onAccept: () => desk.active && write(desk.active, desk.active),
						onDismiss: () => desk.active && desk.dismiss(desk.active),
					}}
				/>
			</div>
			<div className="reader-side">
				{made ? (
					<p className="notice" role="status">
						<strong>{labels.claims.made}.</strong> {labels.claims.madeNext}{' '}
						<Link to={`/desk/claims/${made}`}>{labels.claims.toWorkbench}</Link>
					</p>
				) : null}
				<ReaderKeys />
				<details
					className="reader-new"
					id="new-claim"
					ref={form}
					open={answer !== null || taken !== null || undefined}
				>
					<summary>
						<h2>{labels.form.title}</h2>
						<span className="soft">{labels.form.open}</span>
					</summary>
					<ReaderClaimForm
						article={article}
						submission={submission}
						chosen={chosen}
						answer={answer}
						countries={countries}
						claimants={claimants}
						onTyped={() => {
							typed.current = true
						}}
					/>
				</details>
				<ReaderSuggestions
					article={article}
					blocks={blocks}
					desk={desk}
					taken={claims.length}
					readTo={readTo}
					nameOf={(code) => countries.find((country) => country.code === code)?.name ?? code}
					onAccept={(suggestion) => write(suggestion, suggestion)}
					onAdjust={select}
				/>
				<section aria-labelledby="claims">
					<h2 id="claims">
						{labels.claims.title} <span className="soft">{claims.length > 0 ? claims.length : ''}</span>
					</h2>
					<ReaderClaims
						claims={claims}
						ratings={ratings}
						current={current}
						language={article.language}
						onMove={moveBorders}
					/>
				</section>
			</div>
		</div>
	)
}

/** What the suggestion pointed out knows of words that were chosen beginning from it. */
function prefillAt(active: ShownSuggestion | null, span: Span): ShownSuggestion | null {
	return active && active.start < span.end && span.start < active.end ? active : null
}

/** Each claim once, where it first stands. */
function firstPlaces(quotations: TakenQuotation[]): TakenClaim[] {
	const claims = new Map<string, TakenClaim>()
	for (const {
		id,
		claimId,
		exact,
		statementAr,
		statementEn,
		status,
		rating,
		sentenceChanged,
	} of quotations) {
		if (claims.has(claimId)) continue
		claims.set(claimId, {
			id: claimId,
			placeId: id,
			exact,
			statementAr,
			statementEn,
			status,
			rating,
			sentenceChanged,
		})
	}
	return [...claims.values()]
}

/** The claims whose words lie round a place, the narrowest quotation first. */
function claimsAt(quotations: TakenQuotation[], place: number): string[] {
	const here = quotations.filter(({ start, end }) => start <= place && place <= end)
	return [...new Set(here.sort((a, b) => a.end - a.start - (b.end - b.start)).map(({ claimId }) => claimId))]
}

/** Selected words on one line, with what is in the middle left out when they are many. */
function shorten(words: string): string {
	const line = words.replace(/\s+/g, ' ')
	return line.length <= 90 ? line : `${line.slice(0, 50)} … ${line.slice(-35)}`
}

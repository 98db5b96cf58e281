import { Link } from '@remix-run/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Language, preferText } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import type { Span } from '#app/domain/words.ts'
import type { Status } from '#app/domain/workflow.ts'
import { readBlocks } from '#app/reader/blocks.ts'
import { countWords } from '#app/reader/word-cursor.ts'
import { useMarks } from '#app/reader/use-marks.ts'
import { useSelection } from '#app/reader/use-selection.ts'
import type { CountryChoice } from './country-field.tsx'
import { useDeskWords } from './desk-words.ts'
import { ReaderBar } from './reader-bar.tsx'
import { type ChosenWords, type ClaimAnswer, ReaderClaimForm } from './reader-claim-form.tsx'
import { ReaderClaims, type TakenClaim } from './reader-claims.tsx'
import { ReaderKeys } from './reader-keys.tsx'
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
}

type Props = {
	article: { text: string; versionId: string; language: Language | null }
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
	const [chosen, setChosen] = useState<ChosenWords | null>(null)
	const typed = useRef(answer !== null)

	const blocks = useMemo(() => readBlocks(text), [text])
	const claims = useMemo(() => firstPlaces(quotations), [quotations])
	const notes = useMemo<Note[]>(
		() =>
			quotations.map(({ id, claimId, start, end, statementAr, statementEn }) => ({
				id,
				claimId,
				start,
				end,
				number: claims.findIndex((claim) => claim.id === claimId) + 1,
				statement: preferText({ ar: statementAr, en: statementEn }, language)?.text ?? '',
			})),
		[quotations, claims, language],
	)

	const choose = useCallback(
		(span: Span) => {
			setChosen({ span, after: answer })
			if (form.current) form.current.open = true
		},
		[answer],
	)
	const write = useCallback(
		(span: Span) => {
			choose(span)
			// Once the form has taken the words.
			requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[name^="statement"]')?.focus())
		},
		[choose],
	)
	const { selected, walk, clear } = useSelection(root, text, blocks, {
		onPointed: (span) => {
			if (!typed.current) choose(span)
		},
		onMake: write,
		onPlace: (place) => setCurrent(claimsAt(quotations, place)),
		from: quotations.find(({ claimId }) => claimId === made)?.end ?? null,
	})
	useMarks(root, {
		quotations,
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

	return (
		<div className="reader">
			<div className="reader-main">
				<ReaderText
					ref={root}
					text={text}
					blocks={blocks}
					language={article.language}
					notes={notes}
					current={current}
				/>
				<ReaderBar
					selected={
						selected && {
							words: shorten(text.slice(selected.span.start, selected.span.end)),
							count: countWords(walk(), selected.span),
							claims: claimsAt(quotations, selected.span.start).length,
						}
					}
					onMake={() => selected && write(selected.span)}
					onClear={clear}
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
				<details className="reader-new" ref={form} open={answer !== null || undefined}>
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
				<section aria-labelledby="claims">
					<h2 id="claims">
						{labels.claims.title} <span className="soft">{claims.length > 0 ? claims.length : ''}</span>
					</h2>
					<ReaderClaims claims={claims} ratings={ratings} current={current} language={article.language} />
				</section>
			</div>
		</div>
	)
}

/** Each claim once, where it first stands. */
function firstPlaces(quotations: TakenQuotation[]): TakenClaim[] {
	const claims = new Map<string, TakenClaim>()
	for (const { id, claimId, exact, statementAr, statementEn, status, rating } of quotations) {
		if (claims.has(claimId)) continue
		claims.set(claimId, { id: claimId, placeId: id, exact, statementAr, statementEn, status, rating })
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

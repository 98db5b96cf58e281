import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { preferText } from '#app/domain/language.ts'
import { archiveAddress } from '#app/domain/archive-address.ts'
import { type CheckOutcome, type CopyStatus, type CopyWay, parseCopyFailure } from '#app/domain/source.ts'
import type { SourceEventKind } from '#app/domain/source.ts'
import { sourceLanguages } from '#app/domain/source-language.ts'
import { readWebAddress } from '#app/domain/web-address.ts'
import type { FieldError } from '#app/forms/text-fields.ts'
import { formatDay, formatMoment } from '#app/i18n/dates.ts'
import { languageName } from '#app/i18n/language-name.ts'
import type { Words } from '#app/i18n/words.ts'
import { Day } from './day.tsx'
import { useDeskWords } from './desk-words.ts'
import { FormRefusal } from './form-refusal.tsx'
import { HostNote } from './host-note.tsx'

export type SourceAnswer = {
	intent: string
	code: keyof Words['refusals']
	errors: Record<string, FieldError>
	typed: Record<string, string>
}

type Named = { sourceId: string | null; name: string }
type Props = {
	source: {
		id: string
		url: string | null
		title: string | null
		publisher: string | null
		publishedOn: string | null
		language: string | null
		revision: number
		checkedEvery: number
		nextCheckAt: string | null
	}
	copies: {
		id: string
		status: CopyStatus
		way: CopyWay
		reason: string | null
		askedAt: string
		settledAt: string | null
		sha256: string | null
		mediaType: string | null
		fileName: string | null
		size: number | null
		by: string | null
	}[]
	checks: { id: number; outcome: CheckOutcome; at: string }[]
	reliesOn: (Named & { id: string })[]
	reliedOnBy: Named[]
	claims: { id: string; ar: string | null; en: string | null; number: number }[]
	history: { event: { id: number; kind: SourceEventKind; at: string }; by: string }[]
	answered: SourceAnswer | null
}

/** A source by itself: what it is, whom it relies on, which claims cite it, and the copies kept of it. */
export function SourcePage(props: Props) {
	const { source, claims, reliesOn, reliedOnBy, checks, history, answered } = props
	const { language, words } = useDeskWords()
	const own = words.evidence.source
	const page = readWebAddress(source.url)
	return (
		<div className="source-page">
			<p className="label-soft">
				<Link to="/desk/sources">{own.back}</Link>
			</p>
			<h1>
				<bdi lang={source.language ?? undefined}>
					{source.title ?? source.publisher ?? words.desk.sources.untitled}
				</bdi>
			</h1>
			<p className="soft">
				{source.title && source.publisher ? <bdi>{source.publisher}</bdi> : null}{' '}
				{source.publishedOn ? <Day on={source.publishedOn} language={language} /> : words.noDate}{' '}
				{page ? (
					<>
						<a href={page.href} rel="noreferrer noopener nofollow" target="_blank">
							<bdi dir="ltr">{page.host}</bdi>
						</a>{' '}
						<HostNote url={source.url} />
					</>
				) : null}
			</p>
			{answered ? (
				<FormRefusal cause={answered}>
					<p>{answered.code === 'stale' ? own.stale : words.refusals[answered.code]}</p>
					<ul>
						{Object.entries(answered.errors).map(([name, error]) => (
							<li key={name}>{words.fieldErrors[error]}</li>
						))}
					</ul>
				</FormRefusal>
			) : null}
			<h2>{own.usedBy}</h2>
			{claims.length === 0 ? <p className="soft">{own.notUsed}</p> : null}
			<ul>
				{claims.map((claim) => {
					const statement = preferText(claim, language)
					return (
						<li key={`${claim.id} ${claim.number}`}>
							<Link to={`/desk/claims/${claim.id}#evidence`} lang={statement?.language}>
								<bdi>{statement?.text}</bdi>
							</Link>{' '}
							<span className="soft">[{claim.number}]</span>
						</li>
					)
				})}
			</ul>
			<Copies {...props} />
			<h2>{own.checks}</h2>
			{source.nextCheckAt ? (
				<p className="soft">{own.nextCheck(formatDay(source.nextCheckAt.slice(0, 10), language))}</p>
			) : null}
			{checks.length === 0 ? <p className="soft">{own.noChecks}</p> : null}
			<ul>
				{checks.map(({ id, outcome, at }) => (
					<li key={id} data-outcome={outcome}>
						{own.checkOutcomes[outcome]} <span className="soft">{formatMoment(at, language)}</span>
					</li>
				))}
			</ul>
			<h2>{own.reliesOn}</h2>
			{reliesOn.length === 0 ? <p className="soft">{own.reliesOnNobody}</p> : null}
			<ul>
				{reliesOn.map(({ id, ...named }) => (
					<li key={id}>
						<NamedSource {...named} />
						<Form method="post">
							<input type="hidden" name="intent" value="rely_no_more" />
							<input type="hidden" name="relianceId" value={id} />
							<button type="submit" className="plain">
								{own.relyNoMore} <span className="unseen">{named.name}</span>
							</button>
						</Form>
					</li>
				))}
			</ul>
			<Form method="post">
				<input type="hidden" name="intent" value="rely" />
				<Labelled id="on" label={own.relyField}>
					<input
						id="on"
						name="on"
						dir="auto"
						maxLength={2048}
						defaultValue={answered?.intent === 'rely' ? answered.typed['on'] : ''}
						aria-describedby="on-hint"
					/>
				</Labelled>
				<p className="hint" id="on-hint">
					{own.relyHint}
				</p>
				<button type="submit" className="quiet">
					{own.rely}
				</button>
			</Form>
			{reliedOnBy.length > 0 ? (
				<>
					<h2>{own.reliedOnBy}</h2>
					<ul>
						{reliedOnBy.map((named) => (
							<li key={named.sourceId}>
								<NamedSource {...named} />
							</li>
						))}
					</ul>
				</>
			) : null}
			<FactsForm source={source} answered={answered?.intent === 'edit' ? answered : null} />
			{history.length > 0 ? (
				<>
					<h2>{own.history}</h2>
					<ul>
						{history.map(({ event, by }) => (
							<li key={event.id}>
								<bdi>{by}</bdi> {own.events[event.kind]}{' '}
								<span className="soft">{formatMoment(event.at, language)}</span>
							</li>
						))}
					</ul>
				</>
			) : null}
		</div>
	)
}

function NamedSource({ sourceId, name }: Named) {
	return sourceId ? (
		<Link to={`/desk/sources/${sourceId}`}>
			<bdi>{name}</bdi>
		</Link>
	) : (
		<bdi>{name}</bdi>
	)
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
	return (
		<p>
			<label htmlFor={id}>{label}</label>
			{children}
		</p>
	)
}

function Copies({ source, copies }: Props) {
	const { language, words } = useDeskWords()
	const own = words.evidence
	const path = `/desk/sources/${source.id}`
	const underWay = copies.some(({ status }) => status === 'fetching')
	return (
		<>
			<h2>{own.source.copies}</h2>
			{copies.length === 0 ? <p className="soft">{own.source.noCopies}</p> : null}
			<ul>
				{copies.map((copy) => {
					const archived = archiveAddress(source.url, copy.askedAt)
					const reason = copy.reason ? own.copy.failures[parseCopyFailure(copy.reason)] : null
					return (
						<li key={copy.id} data-status={copy.status}>
							{copy.status === 'fetching' ? (reason ? own.copy.retrying(reason) : own.copy.fetching) : null}
							{copy.status === 'failed' ? own.copy.failed(reason ?? own.copy.failures.other) : null}
							{copy.sha256 && copy.settledAt ? (
								<>
									{own.copy.kept(formatMoment(copy.settledAt, language))}
									{' · '}
									{own.copy.size(Math.ceil((copy.size ?? 0) / 1024))}
									{' · '}
									<Link to={`${path}/copies/${copy.sha256}/view`}>{own.copy.view}</Link>
									{' · '}
									<a href={`${path}/copies/${copy.sha256}`} download>
										{own.copy.download}
									</a>
									{archived ? (
										<>
											{' · '}
											<a href={archived} rel="noreferrer noopener nofollow" target="_blank">
												{own.copy.archive}
											</a>
										</>
									) : null}
									<span className="source-hash soft">
										{' '}
										{own.copy.hash} <bdi dir="ltr">{copy.sha256}</bdi>
									</span>
								</>
							) : null}{' '}
							<span className="soft">
								{own.source.ways[copy.way]}
								{copy.by ? (
									<>
										{' · '}
										<bdi>{copy.by}</bdi>
									</>
								) : null}
								{copy.fileName ? (
									<>
										{' · '}
										<bdi>{copy.fileName}</bdi>
									</>
								) : null}
							</span>
						</li>
					)
				})}
			</ul>
			{source.url && !underWay ? (
				<Form method="post">
					<input type="hidden" name="intent" value="again" />
					<button type="submit" className="quiet">
						{copies.length > 0 ? own.copy.again : own.copy.fetchNow}
					</button>
				</Form>
			) : null}
			<p>
				<Link to={`${path}/upload`}>{own.copy.upload}</Link>
			</p>
		</>
	)
}

function FactsForm({ source, answered }: { source: Props['source']; answered: SourceAnswer | null }) {
	const { language, words } = useDeskWords()
	const own = words.evidence.source
	const typed = (name: string, stored: string | number | null) =>
		answered?.typed[name] ?? String(stored ?? '')
	return (
		<details open={answered !== null}>
			<summary>{own.edit}</summary>
			<Form method="post" key={source.revision}>
				<input type="hidden" name="intent" value="edit" />
				<input type="hidden" name="revision" value={source.revision} />
				<Labelled id="title" label={own.fields.title}>
					<input id="title" name="title" dir="auto" defaultValue={typed('title', source.title)} />
				</Labelled>
				<Labelled id="publisher" label={own.fields.publisher}>
					<input
						id="publisher"
						name="publisher"
						dir="auto"
						defaultValue={typed('publisher', source.publisher)}
					/>
				</Labelled>
				<Labelled id="publishedOn" label={own.fields.publishedOn}>
					<input
						id="publishedOn"
						name="publishedOn"
						type="date"
						defaultValue={typed('publishedOn', source.publishedOn)}
					/>
				</Labelled>
				<Labelled id="language" label={own.fields.language}>
					<select id="language" name="language" defaultValue={typed('language', source.language)}>
						<option value="">—</option>
						{sourceLanguages.map((value) => (
							<option key={value} value={value}>
								{languageName(value, language)}
							</option>
						))}
					</select>
				</Labelled>
				<Labelled id="checkedEvery" label={own.fields.checkedEvery}>
					<input
						id="checkedEvery"
						name="checkedEvery"
						inputMode="numeric"
						defaultValue={typed('checkedEvery', source.checkedEvery)}
					/>
				</Labelled>
				<button type="submit">{own.save}</button>
			</Form>
		</details>
	)
}

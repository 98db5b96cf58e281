import { archiveAddress } from '#app/domain/archive-address.ts'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import type { PublishedEvidence } from '#app/domain/fact-check.ts'
import type { Language } from '#app/domain/language.ts'
import { evidenceAnchor } from '#app/domain/rationale.ts'
import { readWebAddress } from '#app/domain/web-address.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { languageName } from '#app/i18n/language-name.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { Day } from './day.tsx'
import { FactCheckText } from './fact-check-text.tsx'
import { FactLine } from './fact-line.tsx'
import { FigureComparison } from './figure-comparison.tsx'

/** One piece of evidence: what it is, whose and from when, what it shows, and the way to it. */
export function EvidenceItem({ item, language }: { item: PublishedEvidence; language: Language }) {
	const words = wordsFor(language)
	const page = readWebAddress(item.url)
	return (
		<li id={evidenceAnchor(item.number)} value={item.number}>
			<span className="evidence-number" aria-hidden="true">
				{item.number}
			</span>
			<FactCheckText as="h4" className="evidence-label" text={item.label} language={language} />
			<FactLine
				className="evidence-facts"
				kind={item.kind}
				items={[
					<span className="source-kind">{words.sourceKinds[item.kind]}</span>,
					item.publisher && <bdi>{item.publisher}</bdi>,
					item.publishedOn ? <Day on={item.publishedOn} language={language} /> : words.noDate,
					item.language && item.language !== language ? languageName(item.language, language) : null,
				]}
			/>
			{item.title ? (
				<p className="evidence-title">
					<cite lang={item.language ?? undefined} dir="auto">
						{item.title}
					</cite>
				</p>
			) : null}
			<FactCheckText className="evidence-shows" text={item.shows} language={language} />
			{item.passage ? (
				<blockquote className="evidence-passage" lang={item.language ?? undefined} dir="auto">
					{neutraliseBidi(item.passage)}
				</blockquote>
			) : null}
			<FigureComparison pairs={item.compared ?? []} language={language} />
			{item.copy ? <StoredCopy item={item} copy={item.copy} language={language} /> : null}
			{page ? (
				<p className="evidence-link">
					<a href={page.href} rel="nofollow noopener">
						{words.reading.verdict.openSource} <bdi dir="ltr">{page.host}</bdi>
					</a>
				</p>
			) : null}
		</li>
	)
}

/** The copy that the desk keeps, by which anyone who has the file can tell that it is that; and where else to look. */
function StoredCopy({
	item,
	copy,
	language,
}: {
	item: PublishedEvidence
	copy: NonNullable<PublishedEvidence['copy']>
	language: Language
}) {
	const own = wordsFor(language).evidence.copy
	const archived = archiveAddress(item.url, copy.keptAt)
	return (
		<p className="evidence-link">
			{own.kept(formatDay(copy.keptAt.slice(0, 10), language))}
			{' · '}
			<span className="source-hash">
				{own.hash} <bdi dir="ltr">{copy.sha256}</bdi>
			</span>
			{archived ? (
				<>
					{' · '}
					<a href={archived} rel="nofollow noopener">
						{own.archive}
					</a>
				</>
			) : null}
		</p>
	)
}

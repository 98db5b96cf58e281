import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { countryName } from '#app/domain/countries.ts'
import type { DeskClaim, DeskPlace } from '#app/domain/workbench.ts'
import { readWebAddress } from '#app/domain/web-address.ts'
import { Day } from './day.tsx'
import { useDeskWords } from './desk-words.ts'
import { FactCheckText } from './fact-check-text.tsx'
import { HostNote } from './host-note.tsx'
import { QuotationBlock } from './quotation-block.tsx'
import { VerdictFigures } from './verdict-figures.tsx'
import { EditedMark } from './version-notice.tsx'

type Props = { claim: DeskClaim; places: DeskPlace[]; heading?: string; children?: ReactNode }

/** What was said, where, by whom and of which countries. */
export function WorkbenchClaim({ claim, places, heading, children }: Props) {
	const { language, words } = useDeskWords()
	const own = words.desk.workbench
	return (
		<section id="claim" className="workbench-claim" aria-labelledby="claim-heading">
			<h2 id="claim-heading">{heading ?? own.parts.claim}</h2>
			{places.map((place) => (
				<figure key={place.id}>
					<QuotationBlock quotation={place} language={place.article?.language ?? claim.language} />
					<figcaption className="small">
						<PlaceLink place={place} />
						<PlaceEdited place={place} />
					</figcaption>
				</figure>
			))}
			<ClaimFacts claim={claim} />
			<VerdictFigures figures={claim.figures} language={language} claimLanguage={claim.language} />
			{claim.note.ar || claim.note.en ? (
				<div className="workbench-note">
					<h3>{own.claim.note}</h3>
					<FactCheckText text={claim.note} language={language} note />
				</div>
			) : null}
			{children}
		</section>
	)
}

/** That the article reads otherwise since, with the way to what changed. */
function PlaceEdited({ place: { article, edited } }: { place: DeskPlace }) {
	const own = useDeskWords().words.versions.edited
	if (!article || !edited) return null
	return (
		<p className="edited-line">
			<EditedMark kind={edited.kind} /> ·{' '}
			<Link
				to={`/desk/articles/${article.id}/versions?from=${edited.version - 1}&to=${edited.version}#changes`}
			>
				{own.see}
			</Link>
		</p>
	)
}

/** The way to the words in the article, or to the page outside. */
function PlaceLink({ place }: { place: DeskPlace }) {
	const own = useDeskWords().words.desk.workbench.claim
	const page = readWebAddress(place.url)
	if (place.article) {
		return (
			<>
				{own.inArticle}{' '}
				<Link to={`/desk/articles/${place.article.id}#q-${place.id}`}>
					<bdi lang={place.article.language ?? undefined}>{place.article.title ?? own.untitled}</bdi>
				</Link>
				{place.article.outlet ? (
					<>
						{' · '}
						<bdi>{place.article.outlet}</bdi>
					</>
				) : null}
			</>
		)
	}
	return page ? (
		<>
			{own.outside}{' '}
			<a href={page.href} rel="noopener nofollow">
				<bdi dir="ltr">{page.host}</bdi>
			</a>{' '}
			<HostNote url={place.url} />
		</>
	) : null
}

function ClaimFacts({ claim }: { claim: DeskClaim }) {
	const { language, words } = useDeskWords()
	const own = words.desk.workbench.claim
	return (
		<dl className="workbench-facts">
			<div>
				<dt>{own.claimant}</dt>
				<dd>
					{claim.claimant ? (
						<>
							<FactCheckText as="bdi" text={claim.claimant.name} language={language} />
							<FactCheckText as="span" className="soft" text={claim.claimant.role} language={language} />
						</>
					) : (
						<span className="soft">{words.unknownClaimant}</span>
					)}
				</dd>
			</div>
			<div>
				<dt>{own.claimedOn}</dt>
				<dd>
					{claim.claimedOn ? (
						<>
							<Day on={claim.claimedOn} language={language} />
							{claim.claimedOnBasis ? <span className="soft">{own.basis[claim.claimedOnBasis]}</span> : null}
						</>
					) : (
						<span className="soft">{own.notKnown}</span>
					)}
				</dd>
			</div>
			<div>
				<dt>{own.countries}</dt>
				<dd>{claim.countries.map((code) => countryName(code, language)).join(words.desk.comma)}</dd>
			</div>
			<div>
				<dt>{own.type}</dt>
				<dd>{words.types[claim.type]}</dd>
			</div>
			{claim.tags.length > 0 ? (
				<div>
					<dt>{own.tags}</dt>
					<dd>
						{claim.tags.map((tag) => (
							<bdi key={tag}>{tag}</bdi>
						))}
					</dd>
				</div>
			) : null}
		</dl>
	)
}

import { Link } from '@remix-run/react'
import { directionOf, type Language, preferText } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import type { Excerpt } from '#app/domain/search-hits.ts'
import type { Status } from '#app/domain/workflow.ts'
import type { CountryNames } from '#app/i18n/country-names.ts'
import { Day } from './day.tsx'
import { useDeskWords } from './desk-words.ts'
import { MarkedText } from './marked-text.tsx'
import { RatingMark } from './rating-mark.tsx'

type Text = Excerpt & { language: Language | null }
type Bilingual = { ar: string | null; en: string | null }

/** A result as the loader sends it; times as ISO 8601. */
export type ShownResult = { id: string; at: string; title: Text; excerpts: Text[] } & (
	| {
			kind: 'article'
			outlet: string | null
			claimCount: number
			place: { start: number; end: number; exact: string } | null
	  }
	| {
			kind: 'claim'
			status: Status
			rating: string | null
			countries: string[]
			claimant: Bilingual | null
			place: { articleId: string; appearanceId: string } | null
	  }
	| {
			kind: 'verdict'
			slug: string
			rating: string
			retracted: boolean
			countries: string[]
			claimant: Bilingual | null
	  }
)

type Props = { results: ShownResult[]; ratings: Rating[]; countries: CountryNames }

/** What was found, each with what kind of thing it is, where it says what was asked for, and where it stands. */
export function SearchResults({ results, ratings, countries }: Props) {
	return (
		<ol className="search-results">
			{results.map((result) => (
				<li key={`${result.kind} ${result.id}`} data-kind={result.kind}>
					<Result {...{ result, ratings, countries }} />
				</li>
			))}
		</ol>
	)
}

function Result({ result, ratings, countries }: Omit<Props, 'results'> & { result: ShownResult }) {
	const { language, words } = useDeskWords()
	const { search } = words
	return (
		<>
			<p className="search-result-kind">{search.kind[result.kind]}</p>
			<p className="search-result-title">
				<ResultLink result={result} />
			</p>
			{result.excerpts.map((excerpt, index) => (
				<p className="search-result-text" key={index}>
					<MarkedText text={excerpt} />
				</p>
			))}
			<p className="search-result-facts">
				{result.kind === 'article' ? (
					<>
						<bdi>{result.outlet ?? search.noOutlet}</bdi>
						<span>{words.claimsCount(result.claimCount)}</span>
					</>
				) : (
					<>
						<Claimant name={result.claimant} />
						<span>{result.countries.map((code) => countries[code] ?? code).join(words.desk.comma)}</span>
					</>
				)}
				{result.kind === 'claim' ? (
					<span className="status" data-status={result.status}>
						{words.statuses[result.status]}
					</span>
				) : null}
				<Rated result={result} ratings={ratings} />
				<span>
					{search.on[result.kind]} <Day on={result.at} language={language} />
				</span>
				<Elsewhere result={result} />
			</p>
		</>
	)
}

function ResultLink({ result }: { result: ShownResult }) {
	const title = <MarkedText text={result.title} />
	// An article is opened anew, for the browser to go to the words.
	if (result.kind === 'article') {
		return (
			<a href={`/desk/articles/${result.id}${placeOf(result.place)}`} data-row>
				{title}
			</a>
		)
	}
	return (
		<Link to={`/desk/claims/${result.id}`} data-row>
			{title}
		</Link>
	)
}

/**
 * The place of a hit as the end of an article's address: for the reader by its offsets, and for the browser by its words
 * (URL Fragment Text Directives).
 */
function placeOf(place: { start: number; end: number; exact: string } | null): string {
	if (!place) return ''
	const words = encodeURIComponent(place.exact).replaceAll('-', '%2D')
	return `#t-${place.start}-${place.end}:~:text=${words}`
}

function Claimant({ name }: { name: Bilingual | null }) {
	const { language, words } = useDeskWords()
	const shown = name && preferText(name, language)
	return (
		<bdi lang={shown?.language} dir={directionOf(shown?.language ?? null)}>
			{shown?.text ?? words.unknownClaimant}
		</bdi>
	)
}

function Rated({ result, ratings }: { result: ShownResult; ratings: Rating[] }) {
	const { language } = useDeskWords()
	const rating = result.kind === 'article' ? null : ratings.find(({ key }) => key === result.rating)
	if (!rating) return null
	const retracted = result.kind === 'verdict' && result.retracted
	return <RatingMark rating={rating} language={language} retracted={retracted} />
}

function Elsewhere({ result }: { result: ShownResult }) {
	const { language, words } = useDeskWords()
	if (result.kind === 'claim' && result.place) {
		const { articleId, appearanceId } = result.place
		return <Link to={`/desk/articles/${articleId}#q-${appearanceId}`}>{words.search.openPlace}</Link>
	}
	if (result.kind !== 'verdict') return null
	return <a href={`/${language}/verdicts/${encodeURIComponent(result.slug)}`}>{words.search.openPublic}</a>
}

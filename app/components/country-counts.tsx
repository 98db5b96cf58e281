import type { Language } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import type { Bucket, CountryRow } from '#app/domain/tally.ts'
import { formatNumber } from '#app/i18n/plural.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { RatingMark } from './rating-mark.tsx'

type Props = { row: CountryRow; buckets: Bucket[]; ratings: Rating[]; language: Language }

/** Where the claims that concern one country stand, as a table; what has none is left out. */
export function CountryCounts({ row, buckets, ratings, language }: Props) {
	const words = wordsFor(language)
	const { country } = words.reading
	return (
		<table className="country-counts">
			<thead>
				<tr>
					<th scope="col">{country.stage}</th>
					<th scope="col" className="number">
						{country.count}
					</th>
				</tr>
			</thead>
			<tbody>
				{buckets.map((bucket, index) =>
					row.counts[index] ? (
						<tr key={'status' in bucket ? bucket.status : `rating ${bucket.rating}`}>
							<th scope="row">
								<BucketName bucket={bucket} ratings={ratings} language={language} />
							</th>
							<td className="number">{formatNumber(row.counts[index])}</td>
						</tr>
					) : null,
				)}
			</tbody>
			<tfoot>
				<tr>
					<th scope="row">{country.total}</th>
					<td className="number">{formatNumber(row.total)}</td>
				</tr>
			</tfoot>
		</table>
	)
}

function BucketName({
	bucket,
	ratings,
	language,
}: {
	bucket: Bucket
	ratings: Rating[]
	language: Language
}) {
	const words = wordsFor(language)
	if ('status' in bucket) return <>{words.statuses[bucket.status]}</>
	const rating = ratings.find((candidate) => candidate.key === bucket.rating)
	if (!rating) return <>{words.retracted}</>
	return <RatingMark rating={rating} language={language} />
}

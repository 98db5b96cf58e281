import { Link } from '@remix-run/react'
import { searchKinds } from '#app/domain/search.ts'
import type { SearchFields } from '#app/forms/search.ts'
import { useDeskWords } from './desk-words.ts'
import { query } from './pager.tsx'

/** The same search among articles, claims or verdicts alone. */
export function SearchKinds({ fields }: { fields: SearchFields }) {
	const { search } = useDeskWords().words
	return (
		<nav className="search-kinds" aria-label={search.kindsLabel}>
			<ul>
				{[null, ...searchKinds].map((kind) => (
					<li key={kind}>
						<Link
							to={`/desk/search${query({ ...fields, kind })}`}
							aria-current={kind === fields.kind ? 'page' : undefined}
						>
							{search.kinds[kind ?? 'all']}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	)
}

import { Link } from '@remix-run/react'
import { useDeskWords } from './desk-words.ts'
import { query } from './pager.tsx'

/** What the search understands, by examples that can be tried at once. */
export function SearchHelp() {
	const { help } = useDeskWords().words.search
	return (
		<section className="search-help">
			<h2>{help.title}</h2>
			<p>{help.lead}</p>
			<dl>
				{help.examples.map(({ typed, finds }) => (
					<div key={typed}>
						<dt>
							<Link to={`/desk/search${query({ q: typed })}`}>
								<bdi>{typed}</bdi>
							</Link>
						</dt>
						<dd>{finds}</dd>
					</div>
				))}
			</dl>
			<p className="soft search-help-key">
				{help.key} <kbd>/</kbd>
			</p>
		</section>
	)
}

import { Link } from '@remix-run/react'
import { useDeskWords } from './desk-words.ts'
import { query } from './pager.tsx'

type Props = {
	/** The page's own path, and what the list is narrowed by. */
	path: string
	filter?: Record<string, string | null>
	/** Where the next page begins, and whether this one is not the first. */
	next: string | null
	later: boolean
}

/** The way to older entries and back to the newest. */
export function DeskPager({ path, filter = {}, next, later }: Props) {
	const { desk } = useDeskWords().words
	if (!next && !later) return null
	return (
		<nav className="desk-pager" aria-label={desk.pages}>
			{later ? <Link to={path + query(filter)}>{desk.newest}</Link> : null}
			{next ? (
				<Link to={path + query({ ...filter, after: next })} rel="next">
					{desk.older}
				</Link>
			) : null}
		</nav>
	)
}

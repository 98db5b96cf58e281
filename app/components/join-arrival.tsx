import { useLocation } from '@remix-run/react'
import { useDeskWords } from './desk-words.ts'

/** Above the sign-in form: what was just done, for whoever comes from joining, setting up or resetting a password. */
export function JoinArrival() {
	const { arrived } = useDeskWords().words.people.join
	const from = new URLSearchParams(useLocation().search).get('arrived') ?? ''
	if (!isArrival(from, arrived)) return null
	return (
		<p className="notice" role="status">
			{arrived[from]}
		</p>
	)
}

function isArrival<Known extends Record<string, string>>(
	from: string,
	known: Known,
): from is Extract<keyof Known, string> {
	return Object.hasOwn(known, from)
}

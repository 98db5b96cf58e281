import { refuse } from '#app/http.server.ts'

/** Every address that no other page has, so that it gets the layout's "not found" in its language. */
export function loader() {
	throw refuse(404, 'not-found')
}

export default function Nowhere() {
	return null
}

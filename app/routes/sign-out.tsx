import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signOut } from '#app/auth/actor.server.ts'

/** There is nothing to see here; it is where the button is sent. */
export function loader() {
	return redirect('/desk')
}

export async function action({ request, context }: ActionFunctionArgs) {
	return redirect('/sign-in', {
		status: 303,
		headers: {
			'Set-Cookie': await signOut(request, context),
			// Pages that the browser holds ready for the way back, and drafts it keeps, are of somebody who has left.
			'Clear-Site-Data': '"cache", "storage"',
		},
	})
}

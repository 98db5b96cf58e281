import type { AppLoadContext } from '@remix-run/node'
import type { ActionName, RouteName } from '#app/domain/access.ts'
import type { Actor } from '#app/domain/people.ts'
import type { RefusalBody } from '#app/http.server.ts'
import { admitConfirmed } from './actor.server.ts'

/** What a person can mend in another window and then send the form again. */
const mendable = ['signed-out', 'confirm-first', 'second-factor-first'] as const
export type Late = (typeof mendable)[number]

/**
 * The actor, as `admitConfirmed` gives them; or why a form came too late, so that the page can say so and keep what
 * was typed.
 * @throws Response as `admitConfirmed`, for everything that no second try mends
 */
export async function admitForm<Route extends RouteName>(
	asking: { request: Request; context: AppLoadContext },
	route: Route,
	action: ActionName<Route>,
): Promise<{ actor: Actor; late?: undefined } | { actor?: undefined; late: Late; status: number }> {
	try {
		return { actor: await admitConfirmed(asking, route, action) }
	} catch (refused) {
		if (!(refused instanceof Response) || ![401, 403].includes(refused.status)) throw refused
		const { refusal } = (await refused.clone().json()) as RefusalBody
		const late = mendable.find((known) => known === refusal)
		if (!late) throw refused
		return { late, status: refused.status }
	}
}

import type { LinksFunction } from '@remix-run/node'
import { NavLink, Outlet } from '@remix-run/react'
import { useDeskWords } from '#app/components/desk-words.ts'
import accountStyles from '#app/styles/account.css?url'
import peopleStyles from '#app/styles/people.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () =>
	[peopleStyles, accountStyles].map((href) => ({ rel: 'stylesheet', href }))

/** What stands round the pages of one's own account. It shows nothing that has to be asked for. */
export default function DeskAccount() {
	const { words } = useDeskWords()
	const pages = [
		{ path: '/desk/account', name: words.account.title },
		{ path: '/desk/account/second-factor', name: words.secondFactor.title },
	]
	return (
		<div className="account">
			<nav className="account-pages" aria-label={words.account.pages}>
				<ul>
					{pages.map(({ path, name }) => (
						<li key={path}>
							<NavLink to={path} end>
								{name}
							</NavLink>
						</li>
					))}
				</ul>
			</nav>
			<Outlet />
		</div>
	)
}

import { Link, NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import { hasRole, type Role } from '#app/domain/people.ts'
import { useDeskWords } from './desk-words.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { SearchBox } from './search-box.tsx'

type Props = {
	actor: { name: string; role: Role }
	/** Whether to say that mail is written to files and not sent. */
	mailToFiles: boolean
	/** How many notifications have not been read. */
	unread: number
	children: ReactNode
}

/** What stands round every page of the desk: the sections, who is signed in, the language, the way out. */
export function DeskFrame({ actor, mailToFiles, unread, children }: Props) {
	const { language, words } = useDeskWords()
	const { desk } = words
	const sections = [
		{ path: '/desk', name: desk.sections.home },
		{ path: '/desk/queue', name: desk.sections.queue },
		{ path: '/desk/articles', name: desk.sections.articles },
		{ path: '/desk/figures', name: words.matches.ledger.title },
		{ path: '/desk/sources', name: desk.sections.sources },
		{ path: '/desk/tasks', name: words.complaints.tasks.title },
		...(hasRole(actor.role, 'admin')
			? [
					{ path: '/desk/people', name: desk.sections.people },
					{ path: '/desk/activity', name: desk.sections.activity },
					{ path: '/desk/settings', name: desk.sections.settings },
				]
			: []),
	]
	return (
		<>
			<a className="skip unseen" href="#content">
				{words.skipToContent}
			</a>
			<header className="desk-header">
				<p className="desk-name">
					<Link to="/desk">
						{words.product} <span>{desk.title}</span>
					</Link>
				</p>
				<nav className="desk-sections" aria-label={desk.navigation}>
					<ul>
						{sections.map(({ path, name }) => (
							<li key={path}>
								<NavLink to={path} end={path === '/desk'}>
									{name}
								</NavLink>
							</li>
						))}
					</ul>
				</nav>
				<SearchBox />
				<div className="desk-account" role="group" aria-label={desk.you}>
					<p>
						<NavLink to="/desk/account">
							<bdi>{actor.name}</bdi>
						</NavLink>{' '}
						<span className="soft">{desk.roles[actor.role]}</span>
					</p>
					<p className="desk-notifications">
						<NavLink to="/desk/notifications">
							{words.notifications.title}
							{unread > 0 ? (
								<span className="unread-count">
									<span aria-hidden="true">{unread}</span>
									<span className="unseen">{words.notifications.unread(unread)}</span>
								</span>
							) : null}
						</NavLink>
					</p>
					<LanguageSwitch language={language} />
					<a href={`/${language}`}>{desk.publicSite}</a>
					<form method="post" action="/sign-out">
						<button className="plain" type="submit">
							{desk.signOut}
						</button>
					</form>
				</div>
				{mailToFiles && <p className="desk-mail soft">{desk.mailToFiles}</p>}
			</header>
			<main id="content" className="desk" tabIndex={-1}>
				{children}
			</main>
		</>
	)
}

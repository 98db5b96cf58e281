import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { Day } from '#app/components/day.tsx'
import { DeskPager } from '#app/components/desk-pager.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { HostNote } from '#app/components/host-note.tsx'
import { db } from '#app/db.server.ts'
import { tidyLine } from '#app/domain/incoming-text.ts'
import { directionOf, preferText } from '#app/domain/language.ts'
import { readWebAddress } from '#app/domain/web-address.ts'
import { listSources } from '#app/services/evidence.server.ts'
import { readCursor } from '#app/services/keyset.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.sources', 'read')
	const { searchParams } = new URL(request.url)
	const cursor = readCursor(searchParams.get('after'))
	const sought = tidyLine(searchParams.get('q') ?? '').slice(0, 200) || null
	const { rows, next } = await listSources(db, cursor, 40, sought)
	return json({ sources: rows, next, later: cursor !== null, sought })
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ desk }) => desk.sources.title)

export default function DeskSources() {
	const { sources, next, later, sought } = useLoaderData<typeof loader>()
	const { language, words } = useDeskWords()
	const { desk } = words
	const own = words.evidence.source
	return (
		<>
			<h1>{desk.sources.title}</h1>
			<Form method="get" role="search" aria-label={own.search}>
				<label htmlFor="sources-search">{own.search}</label>
				<input
					id="sources-search"
					name="q"
					type="search"
					dir="auto"
					maxLength={200}
					defaultValue={sought ?? ''}
				/>{' '}
				<button type="submit" className="quiet">
					{own.find}
				</button>
			</Form>
			{sources.length > 0 ? (
				<>
					<p className="soft">{desk.sources.lead}</p>
					<ul className="desk-list">
						{sources.map(({ source, uses, claims }) => (
							<li key={source.id}>
								<p className="desk-list-name">
									<Link to={`/desk/sources/${source.id}`}>
										<bdi lang={source.language ?? undefined}>
											{source.title ?? source.publisher ?? desk.sources.untitled}
										</bdi>
									</Link>
								</p>
								<p className="desk-list-facts">
									{source.title && source.publisher ? <bdi>{source.publisher}</bdi> : null}
									{source.publishedOn ? (
										<Day on={source.publishedOn} language={language} />
									) : (
										<span>{words.noDate}</span>
									)}
									{source.url ? <SourceLink url={source.url} /> : null}
								</p>
								<p className="desk-list-count">{desk.sources.uses(uses)}</p>
								<ul className="desk-list-claims">
									{claims.map((claim) => {
										const statement = preferText(claim, language)
										return (
											<li key={claim.id}>
												<Link
													to={`/desk/claims/${claim.id}`}
													lang={statement?.language}
													dir={directionOf(statement?.language ?? null)}
												>
													{statement?.text}
												</Link>
											</li>
										)
									})}
								</ul>
							</li>
						))}
					</ul>
				</>
			) : (
				<p className="desk-empty">{sought ? own.noneFound : desk.sources.nothing}</p>
			)}
			<DeskPager path="/desk/sources" filter={{ q: sought }} next={next} later={later} />
		</>
	)
}

/** A way out, named by its host. Anything that is no address of the web is shown and leads nowhere. */
function SourceLink({ url }: { url: string }) {
	const address = readWebAddress(url)
	if (!address) return <bdi>{url}</bdi>
	return (
		<>
			<a href={address.href} rel="noreferrer noopener" target="_blank">
				<bdi>{address.host}</bdi>
			</a>{' '}
			<HostNote url={url} />
		</>
	)
}

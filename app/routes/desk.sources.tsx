import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { Day } from '#app/components/day.tsx'
import { DeskPager } from '#app/components/desk-pager.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { HostNote } from '#app/components/host-note.tsx'
import { db } from '#app/db.server.ts'
import { directionOf, preferText } from '#app/domain/language.ts'
import { readWebAddress } from '#app/domain/web-address.ts'
import { listSources } from '#app/services/evidence.server.ts'
import { readCursor } from '#app/services/keyset.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.sources', 'read')
	const cursor = readCursor(new URL(request.url).searchParams.get('after'))
	const { rows, next } = await listSources(db, cursor)
	return json({ sources: rows, next, later: cursor !== null })
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ desk }) => desk.sources.title)

export default function DeskSources() {
	const { sources, next, later } = useLoaderData<typeof loader>()
	const { language, words } = useDeskWords()
	const { desk } = words
	return (
		<>
			<h1>{desk.sources.title}</h1>
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
				<p className="desk-empty">{desk.sources.nothing}</p>
			)}
			<DeskPager path="/desk/sources" next={next} later={later} />
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

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { DeskAge } from '#app/components/desk-age.tsx'
import { DeskPager } from '#app/components/desk-pager.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { db } from '#app/db.server.ts'
import { directionOf } from '#app/domain/language.ts'
import { listArticles } from '#app/services/articles.server.ts'
import { readCursor } from '#app/services/keyset.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.articles._index', 'read')
	const cursor = readCursor(new URL(request.url).searchParams.get('after'))
	const { rows, next } = await listArticles(db, cursor)
	return json({ articles: rows, next, later: cursor !== null, now: new Date() })
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ desk }) => desk.articles.title)

export default function DeskArticles() {
	const { articles, next, later, now } = useLoaderData<typeof loader>()
	const { language, words } = useDeskWords()
	const { desk } = words
	return (
		<>
			<div className="desk-head">
				<h1>{desk.articles.title}</h1>
				<Link to="/desk/bundles">{words.bundle.take}</Link>{' '}
				<Link className="button" to="/desk/articles/new">
					{desk.newArticle}
				</Link>
			</div>
			{articles.length > 0 ? (
				<>
					<p className="soft">{desk.articles.lead}</p>
					<ul className="desk-list">
						{articles.map((article) => (
							<li key={article.id}>
								<p className="desk-list-name">
									<Link
										to={`/desk/articles/${article.id}`}
										lang={article.language ?? undefined}
										dir={directionOf(article.language)}
									>
										{article.title ?? article.opening}
									</Link>
								</p>
								<p className="desk-list-facts">
									<bdi>{article.outlet ?? desk.articles.noOutlet}</bdi>
								</p>
								<p className="desk-list-count">{words.claimsCount(article.claimCount)}</p>
								<p className="desk-list-age">
									{desk.articles.added} <DeskAge at={article.createdAt} now={now} language={language} />
								</p>
							</li>
						))}
					</ul>
				</>
			) : (
				<p className="desk-empty">{desk.articles.nothing}</p>
			)}
			<DeskPager path="/desk/articles" next={next} later={later} />
		</>
	)
}

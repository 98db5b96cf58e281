import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { readStatusFilter } from '#app/charts/status-filter.ts'
import { ClaimList } from '#app/components/claim-list.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { StatusChart } from '#app/components/status-chart.tsx'
import { StatusFilter } from '#app/components/status-filter.tsx'
import { db } from '#app/db.server.ts'
import { nameCountries } from '#app/i18n/country-names.ts'
import { listArticleChoices } from '#app/services/articles.server.ts'
import { statusByCountry } from '#app/services/dashboard.server.ts'
import { listWaiting, listWork } from '#app/services/queue.server.ts'
import { readSettings } from '#app/services/settings.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, 'desk._index', 'read')
	const filter = readStatusFilter(new URL(request.url).searchParams)
	const [work, waiting, chart, articles, settings] = await Promise.all([
		listWork(db, actor.id),
		listWaiting(db, actor.id),
		statusByCountry(db, filter, true),
		listArticleChoices(db),
		readSettings(db),
	])
	const codes = [...work, ...waiting].flatMap((claim) => claim.countries)
	const countries = nameCountries([...codes, ...chart.rows.map((row) => row.country)], actor.language)
	const reviewDays = settings['review-days']
	return json({
		actorId: actor.id,
		work,
		waiting,
		chart,
		countries,
		articles,
		filter,
		reviewDays,
		now: new Date(),
	})
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ desk }) => desk.home.title)

export default function DeskHome() {
	const { actorId, work, waiting, chart, countries, articles, filter, reviewDays, now } =
		useLoaderData<typeof loader>()
	const { language, words } = useDeskWords()
	const { desk } = words
	const lists = { ratings: chart.ratings, countries, actorId, now, reviewDays }
	return (
		<>
			<div className="desk-head">
				<h1>{desk.home.title}</h1>
				<Link className="button" to="/desk/articles/new">
					{desk.newArticle}
				</Link>
			</div>
			<div className="desk-columns">
				<section aria-labelledby="work">
					<h2 id="work">{desk.home.work}</h2>
					{work.length > 0 ? (
						<ClaimList claims={work} {...lists} />
					) : (
						<p className="desk-empty">
							{desk.home.noWork} <Link to="/desk/queue?status=new">{desk.home.toNew}</Link>
						</p>
					)}
				</section>
				<section aria-labelledby="waiting">
					<h2 id="waiting">{desk.home.waiting}</h2>
					{waiting.length > 0 ? (
						<>
							<p className="hint">{desk.home.waitingNote}</p>
							<ClaimList claims={waiting} {...lists} />
						</>
					) : (
						<p className="desk-empty">
							{desk.home.noWaiting} <Link to="/desk/queue?status=in_review">{desk.home.toReview}</Link>
						</p>
					)}
				</section>
			</div>
			<section aria-labelledby="status">
				<h2 id="status">{desk.home.howFar}</h2>
				{articles.length > 0 ? (
					<>
						<StatusFilter filter={filter} articles={articles} language={language} action="/desk" />
						<StatusChart
							data={chart}
							{...{ language, words, countries }}
							hydrated
							caption={desk.home.chart}
						/>
					</>
				) : (
					<p className="desk-empty">{desk.home.noClaims}</p>
				)}
			</section>
		</>
	)
}

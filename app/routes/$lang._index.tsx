import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicHeaders, publicMeta } from '#app/components/page-head.ts'
import { StatusChart } from '#app/components/status-chart.tsx'
import { UnderwayList } from '#app/components/underway-list.tsx'
import { VerdictEntry } from '#app/components/verdict-entry.tsx'
import { VerdictList } from '#app/components/verdict-list.tsx'
import { db } from '#app/db.server.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { orNotFound } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { statusByCountry } from '#app/services/dashboard.server.ts'
import { listFactChecks, listUnderway } from '#app/services/fact-checks.server.ts'

/** One verdict leads, some stand beside it, the rest below. */
const beside = 3
const below = 6

export async function loader({ params }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(params.lang))
	const [latest, underway, status] = await Promise.all([
		listFactChecks(db, { country: null, rating: null }, null, 1 + beside + below),
		listUnderway(db),
		statusByCountry(db, { articleId: null, from: null, to: null }, false),
	])
	return { language, factChecks: latest.rows.map((row) => row.content), underway, status }
}

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
	if (!data) return []
	const words = wordsFor(data.language)
	return publicMeta(page, { title: words.product, description: words.reading.description })
}

export default function FrontPage() {
	const { language, factChecks, underway, status } = useLoaderData<typeof loader>()
	const words = wordsFor(language)
	const { front } = words.reading
	const [lead, ...others] = factChecks
	return (
		<>
			<h1 className="unseen">{front.title}</h1>
			{lead ? (
				<div className="front">
					<div className="front-lead">
						<VerdictEntry factCheck={lead} language={language} heading="h2" size="lead" />
					</div>
					<section className="front-beside" aria-labelledby="latest">
						<h2 id="latest" className="section-label">
							{front.latest}
						</h2>
						<VerdictList factChecks={others.slice(0, beside)} language={language} heading="h3" size="brief" />
					</section>
					<div className="front-below">
						<VerdictList
							factChecks={others.slice(beside)}
							language={language}
							heading="h2"
							layout="columns"
						/>
						<p className="to-all">
							<a href={`/${language}/verdicts`}>{front.all}</a>
						</p>
					</div>
				</div>
			) : (
				<p className="nothing">{front.nothing}</p>
			)}
			{status.rows.length > 0 ? (
				<section className="front-chart" aria-labelledby="by-country">
					<h2 id="by-country" className="section-head">
						{front.howFar}
					</h2>
					<StatusChart
						data={status}
						language={language}
						words={words}
						caption={front.byCountry}
						hydrated={false}
					/>
					<p className="to-all">
						<a href={`/${language}/countries`}>{front.chooseSpan}</a>
					</p>
				</section>
			) : null}
			{underway.length > 0 ? (
				<section className="front-underway" aria-labelledby="underway">
					<h2 id="underway" className="section-head">
						{front.underway}
					</h2>
					<p className="section-note">{front.underwayNote}</p>
					<UnderwayList claims={underway} language={language} />
				</section>
			) : null}
		</>
	)
}

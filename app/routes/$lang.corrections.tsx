import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CorrectionKinds, CorrectionsFilter } from '#app/components/corrections-filter.tsx'
import { CorrectionsList } from '#app/components/corrections-list.tsx'
import { publicHeaders, publicMeta } from '#app/components/page-head.ts'
import { Pager, query } from '#app/components/pager.tsx'
import { db } from '#app/db.server.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { correctionKinds } from '#app/domain/workflow.ts'
import { orNotFound, refuse } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { listPublicCorrections } from '#app/services/corrections.server.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { readCursor } from '#app/services/keyset.server.ts'

export async function loader({ params, request }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(params.lang))
	const search = new URL(request.url).searchParams
	const after = search.get('after') || null
	const cursor = readCursor(after)
	if (after && !cursor) throw refuse(422, 'invalid')
	const kind = correctionKinds.find((known) => known === search.get('kind')) ?? null
	const [list, ratings] = await Promise.all([listPublicCorrections(db, kind, cursor), listRatings(db)])
	return { language, after, kind, ratings, next: list.next, entries: list.rows }
}

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
	if (!data) return []
	const { reading, complaints } = wordsFor(data.language)
	const feeds = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' }
	return [
		...publicMeta(page, {
			title: reading.correctionsPage.title,
			description: reading.correctionsPage.lead,
			query: query({ kind: data.kind, after: data.after }),
		}),
		...Object.entries(feeds).map(([form, type]) => ({
			tagName: 'link' as const,
			rel: 'alternate',
			type,
			title: complaints.corrections.feedTitle,
			href: `/${data.language}/corrections.${form}`,
		})),
	]
}

export default function Corrections() {
	const { language, after, kind, ratings, entries, next } = useLoaderData<typeof loader>()
	const { reading, complaints } = wordsFor(language)
	const { correctionsPage } = reading
	return (
		<div className="column">
			<header className="page-head">
				<h1>{correctionsPage.title}</h1>
				<p className="page-lead">
					{correctionsPage.lead} <a href={`/${language}/methodology#corrections`}>{correctionsPage.policy}</a>
				</p>
			</header>
			<CorrectionsFilter kind={kind} language={language} />
			{entries.length > 0 ? (
				<CorrectionsList {...{ entries, ratings, language }} />
			) : (
				<p className="nothing">
					{kind || after ? complaints.corrections.nothingOf : correctionsPage.nothing}
				</p>
			)}
			<Pager
				language={language}
				path={`/${language}/corrections`}
				filter={{ kind }}
				next={next}
				later={after !== null}
			/>
			<CorrectionKinds language={language} />
		</div>
	)
}

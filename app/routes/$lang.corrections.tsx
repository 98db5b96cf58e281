import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CorrectionsList } from '#app/components/corrections-list.tsx'
import { publicHeaders, publicMeta } from '#app/components/page-head.ts'
import { Pager, query } from '#app/components/pager.tsx'
import { db } from '#app/db.server.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { orNotFound, refuse } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { listCorrections } from '#app/services/fact-checks.server.ts'
import { readCursor } from '#app/services/keyset.server.ts'

export async function loader({ params, request }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(params.lang))
	const after = new URL(request.url).searchParams.get('after') || null
	const cursor = readCursor(after)
	if (after && !cursor) throw refuse(422, 'invalid')
	const [list, ratings] = await Promise.all([listCorrections(db, cursor), listRatings(db)])
	return {
		language,
		after,
		ratings,
		next: list.next,
		entries: list.rows.map(({ correction, content }) => ({
			factCheck: { slug: content.slug, statement: content.statement },
			correction: {
				number: correction.number,
				version: correction.verdictNumber,
				on: correction.on,
				kind: correction.kind,
				severity: correction.severity,
				beforePublication: correction.beforePublication,
				ratingBefore: correction.ratingBefore,
				ratingAfter: correction.ratingAfter,
				what: { ar: correction.whatAr, en: correction.whatEn },
				why: { ar: correction.whyAr, en: correction.whyEn },
			},
		})),
	}
}

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
	if (!data) return []
	const { correctionsPage } = wordsFor(data.language).reading
	return publicMeta(page, {
		title: correctionsPage.title,
		description: correctionsPage.lead,
		query: query({ after: data.after }),
	})
}

export default function Corrections() {
	const { language, after, ratings, entries, next } = useLoaderData<typeof loader>()
	const { correctionsPage } = wordsFor(language).reading
	return (
		<div className="column">
			<header className="page-head">
				<h1>{correctionsPage.title}</h1>
				<p className="page-lead">
					{correctionsPage.lead} <a href={`/${language}/methodology#corrections`}>{correctionsPage.policy}</a>
				</p>
			</header>
			{entries.length > 0 ? (
				<CorrectionsList {...{ entries, ratings, language }} />
			) : (
				<p className="nothing">{correctionsPage.nothing}</p>
			)}
			<Pager language={language} path={`/${language}/corrections`} next={next} later={after !== null} />
		</div>
	)
}

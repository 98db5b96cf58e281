import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FactCheckArticle } from '#app/components/fact-check-article.tsx'
import { JsonLd } from '#app/components/json-ld.tsx'
import { publicHeaders, publicMeta } from '#app/components/page-head.ts'
import { RetractionNotice } from '#app/components/verdict-notice.tsx'
import { VerdictVersions } from '#app/components/verdict-versions.tsx'
import { db } from '#app/db.server.ts'
import { claimReview } from '#app/domain/claim-review.ts'
import { parseLanguage, preferText } from '#app/domain/language.ts'
import { env } from '#app/env.server.ts'
import { orNotFound } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { findFactCheck } from '#app/services/fact-checks.server.ts'

export async function loader({ params }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(params.lang))
	const page = orNotFound(await findFactCheck(db, params.slug ?? ''))
	// The scale is needed only where a change of rating is told.
	const ratings = page.corrections.length > 0 ? await listRatings(db) : []
	const site = { origin: env().PUBLIC_ORIGIN, name: wordsFor(language).product, language }
	return { language, ...page, ratings, review: claimReview(page, site) }
}

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
	if (!data) return []
	const { language, factCheck } = data
	const words = wordsFor(language)
	const statement = preferText(factCheck.statement, language)?.text ?? ''
	const verdict = factCheck.retracted ? words.retracted : factCheck.rating.label[language]
	const summary = factCheck.retracted
		? words.reading.verdict.retractedNote
		: preferText(factCheck.summary, language)?.text
	return publicMeta(page, {
		title: `${verdict}: ${statement}`,
		description: summary ?? statement,
		type: 'article',
	})
}

export default function Verdict() {
	const { language, factCheck, versions, corrections, ratings, review } = useLoaderData<typeof loader>()
	return (
		<>
			<FactCheckArticle
				factCheck={factCheck}
				language={language}
				notice={factCheck.retracted ? <RetractionNotice {...{ factCheck, corrections, language }} /> : null}
			>
				<VerdictVersions {...{ factCheck, versions, corrections, ratings, language }} />
			</FactCheckArticle>
			{review ? <JsonLd value={review} /> : null}
		</>
	)
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FactCheckArticle } from '#app/components/fact-check-article.tsx'
import { publicHeaders, publicMeta } from '#app/components/page-head.ts'
import { RetractionNotice, VersionNotice } from '#app/components/verdict-notice.tsx'
import { db } from '#app/db.server.ts'
import { parseLanguage, preferText } from '#app/domain/language.ts'
import { orNotFound } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { findFactCheck, findFactCheckVersion } from '#app/services/fact-checks.server.ts'

export async function loader({ params: { lang, slug = '', number = '' } }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(lang))
	const wanted = orNotFound(/^[1-9]\d{0,5}$/.test(number) ? Number(number) : null)
	const [version, page] = await Promise.all([findFactCheckVersion(db, slug, wanted), findFactCheck(db, slug)])
	return {
		language,
		factCheck: orNotFound(version),
		inForce: orNotFound(page).factCheck,
		corrections: page?.corrections ?? [],
	}
}

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
	if (!data) return []
	const { language, factCheck, inForce } = data
	const { verdict } = wordsFor(language).reading
	const statement = preferText(factCheck.statement, language)?.text ?? ''
	return publicMeta(page, {
		title: `${statement} · ${verdict.versionOn(factCheck.version)}`,
		description: verdict.olderTitle(factCheck.version, inForce.version),
		hidden: true,
	})
}

/** A version as it was published. It carries no markup for machines: only the one in force is a verdict. */
export default function VerdictVersion() {
	const { language, factCheck, inForce, corrections } = useLoaderData<typeof loader>()
	return (
		<FactCheckArticle
			factCheck={factCheck}
			language={language}
			notice={
				<>
					<VersionNotice factCheck={factCheck} latest={inForce.version} language={language} />
					{inForce.retracted ? <RetractionNotice factCheck={inForce} {...{ corrections, language }} /> : null}
				</>
			}
		/>
	)
}

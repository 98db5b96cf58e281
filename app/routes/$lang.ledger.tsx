import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LedgerEntries } from '#app/components/public-ledger-entries.tsx'
import { LedgerCheck, LedgerSummary } from '#app/components/public-ledger-head.tsx'
import { publicHeaders, publicMeta } from '#app/components/page-head.ts'
import { Pager, query } from '#app/components/pager.tsx'
import { db } from '#app/db.server.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { noteKey, signedNote } from '#app/domain/ledger-head.ts'
import { orNotFound, refuse } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { findHead, listEntries } from '#app/services/ledger-reading.server.ts'
import styles from '#app/styles/public-ledger.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

/** `?after=` is the number of the last entry of the page before. */
export async function loader({ params, request }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(params.lang))
	const after = new URL(request.url).searchParams.get('after') || null
	if (after && !/^[1-9]\d{0,14}$/.test(after)) throw refuse(422, 'invalid')
	const [signed, list] = await Promise.all([findHead(db), listEntries(db, after ? Number(after) : null)])
	return {
		language,
		after,
		summary: signed && { ...signed.head, note: signedNote(signed.head), publicKey: noteKey(signed.key) },
		entries: list.rows,
		next: list.next === null ? null : String(list.next),
	}
}

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
	if (!data) return []
	const { ledger } = wordsFor(data.language)
	return publicMeta(page, {
		title: ledger.title,
		description: ledger.lead,
		query: query({ after: data.after }),
	})
}

export default function Ledger() {
	const { language, after, summary, entries, next } = useLoaderData<typeof loader>()
	const { ledger } = wordsFor(language)
	return (
		<div className="column public-ledger">
			<header className="page-head">
				<h1>{ledger.title}</h1>
				<p className="page-lead">{ledger.lead}</p>
			</header>
			{after ? null : (
				<section aria-labelledby="how">
					<h2 id="how">{ledger.how.title}</h2>
					{ledger.how.paragraphs.map((paragraph) => (
						<p key={paragraph}>{paragraph}</p>
					))}
				</section>
			)}
			{after || !summary ? null : <LedgerSummary summary={summary} language={language} />}
			{after || !summary ? null : <LedgerCheck size={summary.size} language={language} />}
			<section aria-labelledby="entries">
				<h2 id="entries">{ledger.entries.title}</h2>
				{entries.length > 0 ? (
					<LedgerEntries entries={entries} language={language} />
				) : (
					<p className="nothing">{ledger.entries.nothing}</p>
				)}
			</section>
			<Pager language={language} path={`/${language}/ledger`} next={next} later={after !== null} />
		</div>
	)
}

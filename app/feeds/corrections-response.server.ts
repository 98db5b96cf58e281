import { db } from '#app/db.server.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { env } from '#app/env.server.ts'
import { orNotFound } from '#app/http.server.ts'
import { listPublicCorrections } from '#app/services/corrections.server.ts'
import { type FeedForm, feedForms, writeCorrectionsFeed } from './corrections-feed.ts'

/** The latest corrections as a feed in the language of the address. */
export async function answerCorrectionsFeed(form: FeedForm, lang: string | undefined): Promise<Response> {
	const language = orNotFound(parseLanguage(lang))
	const { rows } = await listPublicCorrections(db, null, null, 50)
	return new Response(writeCorrectionsFeed(form, rows, { origin: env().PUBLIC_ORIGIN, language }), {
		headers: {
			'Content-Type': feedForms[form],
			'Cache-Control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=600',
		},
	})
}

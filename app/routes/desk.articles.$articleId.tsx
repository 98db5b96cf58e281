import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { ArticleDetails, type DetailsAnswer } from '#app/components/article-details.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import type { ClaimAnswer } from '#app/components/reader-claim-form.tsx'
import { ReaderRoom } from '#app/components/reader-room.tsx'
import { db } from '#app/db.server.ts'
import { listCountries } from '#app/domain/countries.ts'
import { findWraps } from '#app/domain/furniture.ts'
import { directionOf, parseLanguage } from '#app/domain/language.ts'
import type { Actor } from '#app/domain/people.ts'
import { articleDetailsSchema, chosenLanguage } from '#app/forms/article.ts'
import { claimSchema, readHeld, toClaimInput } from '#app/forms/claim.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { readTake } from '#app/forms/reading.ts'
import { choosePlace, findPlaces } from '#app/forms/quoted-words.ts'
import { attempt, orNotFound, refuse } from '#app/http.server.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { newId } from '#app/ids.server.ts'
import { openingWords } from '#app/reader/blocks.ts'
import { showSuggestions } from '#app/reader/shown-suggestions.ts'
import { editArticle, findArticle } from '#app/services/articles.server.ts'
import { listClaimantChoices } from '#app/services/claimants.server.ts'
import { createClaim } from '#app/services/claims.server.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { readVersion } from '#app/services/reading.server.ts'
import readerStyles from '#app/styles/reader.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: readerStyles }]

export async function loader({ request, context, params: { articleId = '' } }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.articles.$articleId', 'read')
	const [found, claimants, ratings] = await Promise.all([
		findArticle(db, articleId),
		listClaimantChoices(db),
		listRatings(db),
	])
	const { article, version, capturedBy, quotations } = orNotFound(found)
	const reading = await readVersion(db, { articleId, version })
	const search = new URL(request.url).searchParams
	const suggestions = showSuggestions(version.text, reading.suggestions, reading.dismissals, quotations)
	const take = readTake(search)
	const language = parseLanguage(search.get('lang')) ?? actor.language
	return json({
		article,
		version,
		capturedBy,
		quotations,
		ratings,
		countries: listCountries(language),
		claimants: [...new Set(claimants.flatMap(({ nameAr, nameEn }) => [nameAr, nameEn]))].filter(
			(name) => name !== null,
		),
		submission: newId(),
		furniture: reading.furniture,
		wraps: findWraps(version.text).length,
		readTo: reading.readTo,
		suggestions,
		taken: suggestions.find(({ start, end }) => start === take?.start && end === take.end) ?? null,
	})
}

type Answer = { claim: ClaimAnswer | null; details: DetailsAnswer | null }

export async function action({ request, context, params: { articleId = '' } }: ActionFunctionArgs) {
	const form = (await readForm(request)) ?? refused()
	const intent = form.get('intent') === 'details' ? 'details' : 'claim'
	const actor = await admit({ request, context }, 'desk.articles.$articleId', intent)
	return intent === 'details' ? saveDetails(actor, articleId, form) : makeClaim(actor, articleId, form)
}

async function makeClaim(actor: Actor, articleId: string, form: FormData) {
	const submission = parseForm(form, claimSchema) ?? refused()
	const { version } = orNotFound(await findArticle(db, articleId))
	const reply = (
		status: number,
		refusal: ClaimAnswer['refusal'] = null,
		{ places = [], held = null }: Partial<Pick<ClaimAnswer, 'places' | 'held'>> = {},
	) => {
		const result = submission.reply(refusal ? { formErrors: [refusal] } : {})
		return json<Answer>({ claim: { result, refusal, places, held }, details: null }, { status })
	}
	// Without a status it is a row more or less, asked for without a script.
	if (submission.status !== 'success') return reply(submission.status === 'error' ? 422 : 200)

	const { versionId, exact, start } = submission.value
	if (versionId !== version.id) throw refuse(404, 'not-found')
	const places = findPlaces(version.text, exact)
	const place = choosePlace(places, start)
	if (!place && places.length > 1) {
		return reply(422, 'quotation-ambiguous', { places: places.slice(0, 20) })
	}

	const attempted = await attempt(
		createClaim(db, actor, {
			...toClaimInput(submission.value),
			submission: submission.value.submission,
			quotation: { versionId, exact: place?.exact ?? exact, start: place?.start ?? null },
		}),
	)
	if (attempted.refused) {
		return reply(attempted.status, attempted.refused.code, { held: readHeld(attempted.refused) })
	}
	return redirect(`/desk/articles/${articleId}?claim=${attempted.done.id}`, 303)
}

async function saveDetails(actor: Actor, articleId: string, form: FormData) {
	const submission = parseForm(form, articleDetailsSchema) ?? refused()
	const reply = (
		status: number,
		refusal: DetailsAnswer['refusal'] = null,
		stored: DetailsAnswer['stored'] = null,
	) => {
		const result = submission.reply(refusal ? { formErrors: [refusal] } : {})
		return json<Answer>({ claim: null, details: { result, refusal, stored } }, { status })
	}
	if (submission.status !== 'success') return reply(422)

	const { revision, language, ...details } = submission.value
	const { version } = orNotFound(await findArticle(db, articleId))
	const attempted = await attempt(
		editArticle(db, actor, {
			articleId,
			revision,
			details: { ...details, language: chosenLanguage(language, version.text) },
		}),
	)
	if (attempted.refused) {
		const stored = orNotFound(await findArticle(db, articleId)).article
		return reply(attempted.status, attempted.refused.code, attempted.refused.code === 'stale' ? stored : null)
	}
	return redirect(`/desk/articles/${articleId}?saved=${revision}`, 303)
}

/** A form that no page of ours sends. */
function refused(): never {
	throw refuse(400, 'invalid')
}

export const meta: MetaFunction<typeof loader> = (page) =>
	deskMeta(page, ({ desk }) =>
		page.data ? (page.data.article.title ?? openingWords(page.data.version.text)) : desk.articles.title,
	)

export default function DeskArticle() {
	const data = useLoaderData<typeof loader>()
	const { article, version, capturedBy, quotations } = data
	const answer = useActionData<Answer>()
	const [search] = useSearchParams()
	const { language, words } = useDeskWords()
	const { reader } = words.desk
	const made = quotations.find(({ claimId }) => claimId === search.get('claim'))?.claimId ?? null
	return (
		<>
			<div className="article-head">
				<p className="label-soft">
					<Link to="/desk/articles">{words.desk.articles.title}</Link>
				</p>
				<h1 lang={article.language ?? undefined} dir={directionOf(article.language)}>
					{article.title ?? openingWords(version.text)}
				</h1>
				{search.has('added') ? (
					<p className="notice" role="status">
						{reader.added}
					</p>
				) : null}
				{search.has('already') ? (
					<p className="notice" role="status">
						{reader.alreadyHere(formatDay(version.capturedAt.slice(0, 10), language))}
					</p>
				) : null}
				{search.has('saved') ? (
					<p className="notice" role="status">
						{reader.details.saved}
					</p>
				) : null}
				<ArticleDetails
					// A form that was saved begins afresh.
					key={search.get('saved')}
					article={article}
					captured={{
						at: version.capturedAt,
						by: capturedBy,
						fileName: version.fileName,
						sha256: version.sha256,
					}}
					answer={answer?.details ?? null}
				/>
			</div>
			<ReaderRoom
				// So does everything about a claim that was made.
				key={made}
				article={{
					id: article.id,
					text: version.text,
					versionId: version.id,
					language: article.language,
				}}
				furniture={data.furniture}
				wraps={data.wraps}
				suggestions={data.suggestions}
				readTo={data.readTo}
				taken={data.taken}
				quotations={quotations}
				ratings={data.ratings}
				submission={data.submission}
				made={made}
				answer={answer?.claim ?? null}
				countries={data.countries}
				claimants={data.claimants}
			/>
		</>
	)
}

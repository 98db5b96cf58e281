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
import { ArticleVersions, noticeOf } from '#app/components/version-notice.tsx'
import { db } from '#app/db.server.ts'
import { listCountries } from '#app/domain/countries.ts'
import { findWraps } from '#app/domain/furniture.ts'
import { directionOf, parseLanguage } from '#app/domain/language.ts'
import type { ActionName } from '#app/domain/access.ts'
import type { Actor } from '#app/domain/people.ts'
import { articleDetailsSchema, chosenLanguage } from '#app/forms/article.ts'
import { claimSchema, readHeld, toClaimInput } from '#app/forms/claim.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import type { RefusalCode } from '#app/errors.ts'
import { bordersSchema, readTake } from '#app/forms/reading.ts'
import { choosePlace, findPlaces } from '#app/forms/quoted-words.ts'
import { answer, attempt, orNotFound, refuse } from '#app/http.server.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { newId } from '#app/ids.server.ts'
import { openingWords } from '#app/reader/blocks.ts'
import { showSuggestions } from '#app/reader/shown-suggestions.ts'
import { editArticle, findArticle } from '#app/services/articles.server.ts'
import { listClaimantChoices } from '#app/services/claimants.server.ts'
import { createClaim } from '#app/services/claims.server.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { moveQuotation } from '#app/services/quotations.server.ts'
import { readVersion, requireVersion } from '#app/services/reading.server.ts'
import intakeStyles from '#app/styles/intake.css?url'
import matchStyles from '#app/styles/matches.css?url'
import versionStyles from '#app/styles/versions.css?url'
import readerStyles from '#app/styles/reader.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () =>
	[readerStyles, intakeStyles, matchStyles, versionStyles].map((href) => ({ rel: 'stylesheet', href }))

const route = 'desk.articles.$articleId'

export async function loader({ request, context, params: { articleId = '' } }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, route, 'read')
	const search = new URL(request.url).searchParams
	const [found, claimants, ratings] = await Promise.all([
		findArticle(db, articleId, readVersionNumber(search)),
		listClaimantChoices(db),
		listRatings(db),
	])
	const opened = orNotFound(found)
	const { article, version, capturedBy, quotations } = opened
	const reading = await readVersion(db, { articleId, version })
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
		versions: noticeOf(opened),
		furniture: reading.furniture,
		wraps: findWraps(version.text).length,
		readTo: reading.readTo,
		suggestions,
		taken: suggestions.find(({ start, end }) => start === take?.start && end === take.end) ?? null,
	})
}

/** Which version is asked for: `?version=2`; the newest unless said. A number that is none is no version's. */
function readVersionNumber(search: URLSearchParams): { version?: number } {
	const asked = search.get('version')
	return asked === null ? {} : { version: /^\d{1,9}$/.test(asked) ? Number(asked) : 0 }
}

type Answer = {
	claim: ClaimAnswer | null
	details: DetailsAnswer | null
	/** Why the borders of a quotation stay as they were. */
	borders: RefusalCode | null
}

type Intent = Exclude<ActionName<typeof route>, 'read'>

/** What each form of the page does. */
const steps: Record<Intent, (actor: Actor, articleId: string, form: FormData) => Promise<Response>> = {
	claim: makeClaim,
	details: saveDetails,
	move: moveBorders,
}

export async function action({ request, context, params: { articleId = '' } }: ActionFunctionArgs) {
	const form = (await readForm(request)) ?? refused()
	const asked = String(form.get('intent') ?? 'claim')
	const intent: Intent = Object.hasOwn(steps, asked) ? (asked as Intent) : 'claim'
	const actor = await admit({ request, context }, route, intent)
	return steps[intent](actor, articleId, form)
}

async function moveBorders(actor: Actor, articleId: string, form: FormData) {
	const read = bordersSchema.safeParse(Object.fromEntries(form))
	if (!read.success) return refused()
	const attempted = await attempt(moveQuotation(db, actor, read.data))
	if (attempted.refused) {
		const { refused, status } = attempted
		return json<Answer>({ claim: null, details: null, borders: refused.code }, { status })
	}
	return redirect(`/desk/articles/${articleId}?moved=${attempted.done.claimId}`, 303)
}

async function makeClaim(actor: Actor, articleId: string, form: FormData) {
	const submission = parseForm(form, claimSchema) ?? refused()
	const reply = (
		status: number,
		refusal: ClaimAnswer['refusal'] = null,
		{ places = [], held = null }: Partial<Pick<ClaimAnswer, 'places' | 'held'>> = {},
	) => {
		const result = submission.reply(refusal ? { formErrors: [refusal] } : {})
		return json<Answer>(
			{ claim: { result, refusal, places, held }, details: null, borders: null },
			{ status },
		)
	}
	// Without a status it is a row more or less, asked for without a script.
	if (submission.status !== 'success') return reply(submission.status === 'error' ? 422 : 200)

	const { versionId, exact, start } = submission.value
	// It may be older than the newest: that came in while somebody wrote.
	const version = await answer(requireVersion(db, versionId))
	if (version.articleId !== articleId) throw refuse(404, 'not-found')
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
		return json<Answer>({ claim: null, details: { result, refusal, stored }, borders: null }, { status })
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
	const answered = useActionData<Answer>()
	const [search] = useSearchParams()
	const { language, words } = useDeskWords()
	const { reader } = words.desk
	const made =
		quotations.find(({ claimId }) => claimId === (search.get('claim') ?? search.get('moved')))?.claimId ??
		null
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
				{search.has('moved') ? (
					<p className="notice" role="status">
						{words.suggestions.borders.saved}
					</p>
				) : null}
				{answered?.borders ? (
					<p className="notice" role="alert">
						{words.refusals[answered.borders]}
					</p>
				) : null}
				{search.has('saved') ? (
					<p className="notice" role="status">
						{reader.details.saved}
					</p>
				) : null}
				<ArticleVersions {...data.versions} />
				<ArticleDetails
					// A form that was saved begins afresh.
					key={search.get('saved')}
					article={article}
					captured={{
						at: version.capturedAt,
						by: capturedBy,
						fileName: version.fileName,
						sha256: version.sha256,
						intake: version.intake,
						fetchedFrom: version.fetchedFrom,
						original: version.originalSha256
							? `/desk/articles/${article.id}/original?version=${version.number}`
							: null,
					}}
					answer={answered?.details ?? null}
				/>
			</div>
			<ReaderRoom
				// So does everything about a claim that was made.
				key={`${version.id} ${made ?? ''}`}
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
				answer={answered?.claim ?? null}
				countries={data.countries}
				claimants={data.claimants}
			/>
		</>
	)
}

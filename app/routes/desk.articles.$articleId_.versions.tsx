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
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { type AddAnswer, AddVersionForm } from '#app/components/version-add.tsx'
import { VersionDifference } from '#app/components/version-difference.tsx'
import { VersionChoice, VersionList } from '#app/components/version-list.tsx'
import { LostQuotations, type PlaceAnswer } from '#app/components/version-lost.tsx'
import { db } from '#app/db.server.ts'
import { checkText } from '#app/domain/incoming-text.ts'
import { directionOf } from '#app/domain/language.ts'
import type { Actor } from '#app/domain/people.ts'
import { differenceOf } from '#app/domain/text-difference.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { choosePlace, findPlaces } from '#app/forms/quoted-words.ts'
import { describePlace } from '#app/forms/text-place.ts'
import { newVersionSchema, placeSchema } from '#app/forms/versions.ts'
import { attempt, orNotFound, refuse } from '#app/http.server.ts'
import { readArticleFile } from '#app/intake/article-file.server.ts'
import { openingWords } from '#app/reader/blocks.ts'
import { addVersion, listVersions, readVersionTexts } from '#app/services/article-versions.server.ts'
import { findArticle } from '#app/services/articles.server.ts'
import { placeQuotation } from '#app/services/quotations.server.ts'
import readerStyles from '#app/styles/reader.css?url'
import versionStyles from '#app/styles/versions.css?url'

export const links: LinksFunction = () =>
	[readerStyles, versionStyles].map((href) => ({ rel: 'stylesheet', href }))

export async function loader({ request, context, params: { articleId = '' } }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.articles.$articleId_.versions', 'read')
	const [found, versions] = await Promise.all([findArticle(db, articleId), listVersions(db, articleId)])
	const { article, version, lost } = orNotFound(found)
	const asked = new URL(request.url).searchParams
	const to = readNumber(asked.get('to')) ?? version.number
	const from = readNumber(asked.get('from')) ?? Math.max(1, to - 1)
	return json({
		article: {
			id: article.id,
			title: article.title ?? openingWords(version.text),
			language: article.language,
		},
		newest: { id: version.id, number: version.number },
		versions,
		lost,
		compared: version.number > 1 ? { from, to, difference: await compare(articleId, from, to) } : null,
	})
}

function readNumber(value: string | null): number | null {
	return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : null
}

async function compare(articleId: string, from: number, to: number) {
	const texts = await readVersionTexts(db, articleId, [from, to])
	return differenceOf(orNotFound(texts.get(from)), orNotFound(texts.get(to)))
}

type Answer = { add: AddAnswer | null; place: PlaceAnswer | null }

export async function action({ request, context, params: { articleId = '' } }: ActionFunctionArgs) {
	const form = await readForm(request)
	const intent = form?.get('intent')
	if (!form || (intent !== 'add' && intent !== 'place' && intent !== 'gone')) throw refuse(400, 'invalid')
	const actor = await admit({ request, context }, 'desk.articles.$articleId_.versions', intent)
	return intent === 'add' ? takeIn(actor, articleId, form) : place(actor, articleId, form, intent)
}

async function takeIn(actor: Actor, articleId: string, form: FormData) {
	const file = form.get('file')
	form.delete('file')
	const sent = newVersionSchema.safeParse(Object.fromEntries(form))
	if (!sent.success) throw refuse(400, 'invalid')
	const { text: pasted, base } = sent.data
	const reply = (status: number, why: AddAnswer['why']) =>
		json<Answer>({ add: { text: pasted, why }, place: null }, { status })

	const upload = file instanceof File && file.size > 0 ? file : null
	if (upload && pasted.trim() !== '') return reply(422, { code: 'both' })
	const read = upload && (await readArticleFile(upload.name, new Uint8Array(await upload.arrayBuffer())))
	if (read && 'problem' in read && read.problem.code !== 'kind')
		return reply(422, { code: 'problem', problem: read.problem, place: null })
	// A file of several articles is no version of one.
	if (read && ('problem' in read || read.articles.length !== 1)) return reply(422, { code: 'kind' })
	const text = read?.articles[0]?.text ?? pasted
	const problem = checkText(text)
	if (problem) {
		const at = 'at' in problem ? describePlace(text, problem.at) : null
		return reply(problem.code === 'too-long' ? 413 : 422, { code: 'problem', problem, place: at })
	}

	const fileName = upload ? upload.name.slice(0, 200) : null
	const attempted = await attempt(
		addVersion(db, actor, { articleId, base, text, fileName, original: read?.original ?? null }),
	)
	if (attempted.refused) {
		const newest = Number(attempted.refused.detail['newest'])
		return reply(attempted.status, { code: 'stale', newest })
	}
	const { id, already, version } = attempted.done
	if (id !== articleId) return reply(409, { code: 'elsewhere', articleId: id, number: version })
	const page = `/desk/articles/${articleId}/versions`
	return redirect(already ? `${page}?already=${version}` : `${page}?added=${version}`, 303)
}

async function place(actor: Actor, articleId: string, form: FormData, intent: 'place' | 'gone') {
	const sent = placeSchema.safeParse(Object.fromEntries(form))
	if (!sent.success) throw refuse(400, 'invalid')
	const { appearanceId, versionId, exact, start } = sent.data
	const { version } = orNotFound(await findArticle(db, articleId))
	const reply = (status: number, refusal: PlaceAnswer['refusal'], places: PlaceAnswer['places'] = []) =>
		json<Answer>(
			{ add: null, place: { appearanceId, refusal, exact, places: places.slice(0, 20) } },
			{ status },
		)

	const places = intent === 'place' ? findPlaces(version.text, exact) : []
	const chosen = choosePlace(places, start)
	if (intent === 'place' && !chosen)
		return reply(422, places.length > 1 ? 'quotation-ambiguous' : 'quotation-absent', places)
	const attempted = await attempt(placeQuotation(db, actor, { appearanceId, versionId, place: chosen }))
	if (attempted.refused) return reply(attempted.status, attempted.refused.code)
	return redirect(`/desk/articles/${articleId}/versions?settled=${intent}#lost`, 303)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ versions }) => versions.title)

export default function ArticleVersionsPage() {
	const { article, newest, versions, lost, compared } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const own = useDeskWords().words.versions
	return (
		<div className="versions">
			<p className="label-soft">
				<Link to={`/desk/articles/${article.id}`}>{own.back}</Link>
			</p>
			<h1>{own.title}</h1>
			<p lang={article.language ?? undefined} dir={directionOf(article.language)} className="version-article">
				{article.title}
			</p>
			<Done newest={newest.number} />
			<p className="soft">{own.lead}</p>
			<VersionList articleId={article.id} versions={versions} />
			{compared ? (
				<section id="changes" aria-labelledby="changes-heading">
					<h2 id="changes-heading">{own.changes.title}</h2>
					<VersionChoice
						key={`${compared.from}-${compared.to}`}
						versions={versions}
						from={compared.from}
						to={compared.to}
					/>
					<h3>{own.changes.heading(compared.from, compared.to)}</h3>
					<VersionDifference difference={compared.difference} language={article.language} />
				</section>
			) : null}
			{newest.number > 1 || answer?.place ? (
				<section id="lost" aria-labelledby="lost-heading">
					<h2 id="lost-heading">{own.lost.title}</h2>
					{answer?.place?.refusal === 'stale' ? (
						<p className="notice problem" role="alert">
							{own.lost.stale}
						</p>
					) : null}
					<p className="soft">{lost.length > 0 ? own.lost.lead : own.lost.none}</p>
					<LostQuotations
						lost={lost}
						versionId={newest.id}
						language={article.language}
						answer={answer?.place ?? null}
					/>
				</section>
			) : null}
			<section id="add" aria-labelledby="add-heading">
				<h2 id="add-heading">{own.add.title}</h2>
				<p className="soft">{own.add.lead}</p>
				<AddVersionForm
					// Once its text is taken in it begins afresh.
					key={newest.number}
					base={newest.number}
					language={article.language}
					answer={answer?.add ?? null}
				/>
			</section>
		</div>
	)
}

/** What was just done, once. */
function Done({ newest }: { newest: number }) {
	const [search] = useSearchParams()
	const own = useDeskWords().words.versions
	const already = readNumber(search.get('already'))
	const settled = search.get('settled')
	const said =
		(search.has('added') && own.add.added(readNumber(search.get('added')) ?? newest)) ||
		(already !== null && own.add.already(already)) ||
		(settled === 'place' && own.lost.placed) ||
		(settled === 'gone' && own.lost.noted)
	return said ? (
		<p className="notice" role="status">
			{said}
		</p>
	) : null
}

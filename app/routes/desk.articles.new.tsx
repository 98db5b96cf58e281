import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { type ArticleAnswer, ArticleForm } from '#app/components/article-form.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { db } from '#app/db.server.ts'
import { checkText } from '#app/domain/incoming-text.ts'
import { chosenLanguage, newArticleSchema } from '#app/forms/article.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { describePlace } from '#app/forms/text-place.ts'
import { answer, refuse } from '#app/http.server.ts'
import { addArticle } from '#app/services/articles.server.ts'
import { readArticleFile } from '#app/services/import.server.ts'
import readerStyles from '#app/styles/reader.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: readerStyles }]

export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.articles.new', 'read')
	return null
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.articles.new', 'send')
	const form = await readForm(request)
	const file = form?.get('file')
	form?.delete('file')
	const submission = form && parseForm(form, newArticleSchema)
	if (!submission) throw refuse(400, 'invalid')
	const reply = (status: number, problem: ArticleAnswer['problem'], place: ArticleAnswer['place'] = null) =>
		json<ArticleAnswer>({ result: submission.reply(), problem, place }, { status })
	if (submission.status !== 'success') return reply(422, null)

	const { text: pasted, language, ...typed } = submission.value
	const upload = file instanceof File && file.size > 0 ? file : null
	if (upload && pasted.trim() !== '') return reply(422, { code: 'both' })
	const read = upload
		? readArticleFile(upload.name, new Uint8Array(await upload.arrayBuffer()))
		: { articles: [{ text: pasted, details: null }] }
	if ('problem' in read) return reply(422, read.problem)
	const [article, ...more] = read.articles
	// A file of many articles is for the command line.
	if (!article || more.length > 0) return reply(422, { code: 'kind' })

	const { text, details } = article
	const problem = checkText(text)
	if (problem) {
		const place = 'at' in problem ? describePlace(text, problem.at) : null
		return reply(problem.code === 'too-long' ? 413 : 422, problem, place)
	}
	const { id, already } = await answer(
		addArticle(db, actor, {
			title: typed.title ?? details?.title ?? null,
			outlet: typed.outlet ?? details?.outlet ?? null,
			author: typed.author ?? details?.author ?? null,
			url: typed.url ?? details?.url ?? null,
			publishedOn: typed.publishedOn ?? details?.publishedOn ?? null,
			language: language === 'by-script' && details ? details.language : chosenLanguage(language, text),
			text,
			fileName: upload ? upload.name.slice(0, 200) : null,
		}),
	)
	return redirect(`/desk/articles/${id}?${already ? 'already' : 'added'}`, 303)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ desk }) => desk.reader.newArticle.title)

export default function NewArticle() {
	const refused = useActionData<ArticleAnswer>()
	const { words } = useDeskWords()
	const { newArticle } = words.desk.reader
	return (
		<div className="article-new">
			<h1>{newArticle.title}</h1>
			<p className="soft">{newArticle.lead}</p>
			<ArticleForm answer={refused ?? null} />
		</div>
	)
}

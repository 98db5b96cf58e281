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
import type { Actor } from '#app/domain/people.ts'
import { chosenLanguage, newArticleSchema } from '#app/forms/article.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { describePlace } from '#app/forms/text-place.ts'
import { answer, refuse } from '#app/http.server.ts'
import { readArticleFile, withProposals } from '#app/intake/article-file.server.ts'
import { readPlainText } from '#app/intake/text-files.ts'
import { addArticle } from '#app/services/articles.server.ts'
import { importFile, toOutcome } from '#app/services/import.server.ts'
import { readArticleAt } from '#app/services/intake.server.ts'
import intakeStyles from '#app/styles/intake.css?url'
import readerStyles from '#app/styles/reader.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [
	{ rel: 'stylesheet', href: readerStyles },
	{ rel: 'stylesheet', href: intakeStyles },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.articles.new', 'read')
	return null
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.articles.new', 'send')
	const form = await readForm(request)
	const files = (form?.getAll('file') ?? []).filter((file) => file instanceof File && file.size > 0) as File[]
	const wantsReport = form?.get('report') === 'one'
	form?.delete('file')
	form?.delete('report')
	const submission = form && parseForm(form, newArticleSchema)
	if (!submission) throw refuse(400, 'invalid')
	const reply = (status: number, said: Partial<Omit<ArticleAnswer, 'result'>>) =>
		json<ArticleAnswer>(
			{ result: submission.reply(), problem: null, place: null, report: null, ...said },
			{ status },
		)
	if (submission.status !== 'success') return reply(422, {})

	const { address, text: pasted, language, ...typed } = submission.value
	const sources = [address !== null, files.length > 0, pasted.trim() !== '']
	if (sources.filter(Boolean).length > 1) return reply(422, { problem: { code: 'both' } })
	if (!address && files.length === 0 && pasted === '') return reply(422, { problem: { code: 'nothing' } })
	if (files.length > 1 || wantsReport) return reply(200, { report: await takeInFiles(actor, files) })

	const [file] = files
	const read = address
		? await readArticleAt(actor, address)
		: file
			? { ...(await readArticleFile(file.name, await bytesOf(file))), fetchedFrom: null }
			: { articles: [withProposals(readPlainText(pasted))], original: null, fetchedFrom: null }
	if ('problem' in read)
		return reply(read.problem.code === 'too-large' ? 413 : 422, { problem: read.problem })
	const [article, ...more] = read.articles
	// What holds many articles says nothing of any one of them: what was typed is not theirs.
	if (!article || more.length > 0) return reply(200, { report: await takeInFiles(actor, files) })

	const { text, details, proposed } = article
	const problem = checkText(text)
	if (problem) {
		const place = 'at' in problem ? describePlace(text, problem.at) : null
		return reply(problem.code === 'too-long' ? 413 : 422, { problem, place })
	}
	const known = {
		title: typed.title ?? details.title,
		outlet: typed.outlet ?? details.outlet,
		author: typed.author ?? details.author,
		url: typed.url ?? details.url ?? read.fetchedFrom,
		publishedOn: typed.publishedOn ?? details.publishedOn,
		language: language === 'by-script' ? details.language : chosenLanguage(language, text),
	}
	const taken = await answer(
		addArticle(db, actor, {
			...known,
			text,
			fileName: file ? file.name.slice(0, 200) : null,
			intake: address ? 'url' : file ? 'file' : 'paste',
			original: read.original,
			fetchedFrom: read.fetchedFrom,
			proposed: stillOpen(proposed, known),
		}),
	)
	const { outcome, id } = toOutcome(taken)
	const to = outcome === 'version' ? `${id}/versions?added=${taken.version}` : `${id}?${outcome}`
	return redirect(`/desk/articles/${to}`, 303)
}

/** What is proposed of the details that nobody has given. */
function stillOpen<Proposed extends object>(
	proposed: Proposed | null,
	known: Record<string, string | null>,
): Proposed | null {
	const open = Object.entries(proposed ?? {}).filter(([key]) => known[key] === null)
	return open.length > 0 ? (Object.fromEntries(open) as Proposed) : null
}

async function takeInFiles(actor: Actor, files: File[]) {
	const report = []
	for (const file of files) {
		report.push(
			...(await importFile(db, actor, { name: file.name, bytes: await bytesOf(file), intake: 'file' })),
		)
	}
	return report
}

async function bytesOf(file: File): Promise<Uint8Array> {
	return new Uint8Array(await file.arrayBuffer())
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ desk }) => desk.reader.newArticle.title)

export default function NewArticle() {
	const answered = useActionData<ArticleAnswer>()
	const { words } = useDeskWords()
	return (
		<div className="article-new">
			<h1>{words.desk.reader.newArticle.title}</h1>
			<p className="soft">{words.intake.lead}</p>
			<ArticleForm answer={answered ?? null} />
		</div>
	)
}

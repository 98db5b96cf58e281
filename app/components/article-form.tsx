import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { MAX_ARTICLE_LENGTH, type TextProblem } from '#app/domain/incoming-text.ts'
import type { newArticleSchema } from '#app/forms/article.ts'
import type { TextPlace } from '#app/forms/text-place.ts'
import { formatNumber } from '#app/i18n/plural.ts'
import type { Words } from '#app/i18n/words.ts'
import { ArticleFields } from './article-fields.tsx'
import { useDeskWords } from './desk-words.ts'
import { ProseField } from './form-field.tsx'
import { FormRefusal } from './form-refusal.tsx'

type Problem = TextProblem | { code: 'kind' } | { code: 'json' } | { code: 'both' }

/** What came of sending the form, and where in the text the problem stands. */
export type ArticleAnswer = { result: SubmissionResult; problem: Problem | null; place: TextPlace | null }

/** No file of this many bytes holds an article: its letters would be too many. */
const largestFile = MAX_ARTICLE_LENGTH * 4

/** Takes in an article: pasted, or from a file. What is too large is said before it travels. */
export function ArticleForm({ answer }: { answer: ArticleAnswer | null }) {
	const { words } = useDeskWords()
	const { newArticle, details } = words.desk.reader
	const [form, fields] = useForm<z.input<typeof newArticleSchema>>({
		id: 'article',
		lastResult: answer?.result,
		defaultValue: { language: 'by-script' },
	})
	const [tooLong, setTooLong] = useState<{ problem: Problem } | null>(null)
	const problem = tooLong?.problem ?? answer?.problem

	function weigh(event: FormEvent<HTMLFormElement>) {
		const sent = new FormData(event.currentTarget)
		const [text, file] = [sent.get('text'), sent.get('file')]
		const long =
			(typeof text === 'string' && text.length > MAX_ARTICLE_LENGTH) ||
			(file instanceof File && file.size > largestFile)
		setTooLong(long ? { problem: { code: 'too-long', limit: MAX_ARTICLE_LENGTH } } : null)
		if (long) event.preventDefault()
		else form.onSubmit(event)
	}

	return (
		<Form method="post" encType="multipart/form-data" {...getFormProps(form)} onSubmit={weigh}>
			{problem ? (
				<FormRefusal cause={tooLong ?? answer}>
					<p>{explain(problem, words)}</p>
					{answer?.place && !tooLong ? <p>{newArticle.place(answer.place.line, answer.place.near)}</p> : null}
				</FormRefusal>
			) : null}
			<ProseField
				field={fields.text}
				label={newArticle.text}
				hint={newArticle.textHint(formatNumber(MAX_ARTICLE_LENGTH))}
				className="article-text-field"
				dir="auto"
				rows={14}
			/>
			<div className="field">
				<label htmlFor="article-file">{newArticle.file}</label>
				<p className="hint" id="article-file-hint">
					{newArticle.fileHint}
				</p>
				<input
					id="article-file"
					name="file"
					type="file"
					accept=".txt,.text,.md,.markdown,text/plain,text/markdown"
					aria-describedby="article-file-hint"
				/>
				{answer ? <p className="hint script-none">{newArticle.fileAgain}</p> : null}
			</div>
			<fieldset className="article-known">
				<legend>{details.title}</legend>
				<p className="hint">{details.hint}</p>
				<ArticleFields fields={fields} />
			</fieldset>
			<button type="submit">{newArticle.submit}</button>
		</Form>
	)
}

function explain(problem: Problem, { textProblems, desk }: Words): string {
	const { newArticle } = desk.reader
	switch (problem.code) {
		case 'both':
			return newArticle.both
		case 'kind':
		case 'json':
			return newArticle.wrongKind
		case 'too-long':
			return textProblems['too-long']({ limit: problem.limit })
		case 'lone-surrogate':
			return textProblems['lone-surrogate']({ at: problem.at + 1 })
		case 'control-character':
		case 'bidi-override':
			return textProblems[problem.code]({ at: problem.at + 1, codePoint: problem.codePoint })
		default:
			return textProblems[problem.code]()
	}
}

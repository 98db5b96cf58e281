import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { type ClipboardEvent, type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { MAX_ARTICLE_LENGTH } from '#app/domain/incoming-text.ts'
import { readMarkup } from '#app/domain/markup-text.ts'
import type { newArticleSchema } from '#app/forms/article.ts'
import type { TextPlace } from '#app/forms/text-place.ts'
import { formatNumber } from '#app/i18n/plural.ts'
import { ArticleFields } from './article-fields.tsx'
import { useDeskWords } from './desk-words.ts'
import { LineField, ProseField } from './form-field.tsx'
import { FormRefusal } from './form-refusal.tsx'
import { IntakeReport, type ReportEntry } from './intake-report.tsx'
import { useUploads } from './intake-uploads.ts'
import { explainIntake, type IntakeProblem } from './intake-words.ts'

/** What came of sending the form, where in the text the problem stands, and of several files what became of each. */
export type ArticleAnswer = {
	result: SubmissionResult
	problem: IntakeProblem | null
	place: TextPlace | null
	report: ReportEntry[] | null
}

/** The most that a file may have, in bytes; what is sent with it fits beside it. */
const largestFile = 11 * 1024 * 1024

const accepted = '.txt,.text,.md,.markdown,.json,.html,.htm,.xhtml,.pdf,.docx'

/**
 * Takes in an article: from an address, from files, or pasted. What is too large is said before it travels, and several
 * files go one after another where there is a script.
 */
export function ArticleForm({ answer }: { answer: ArticleAnswer | null }) {
	const { words } = useDeskWords()
	const { intake } = words
	const { newArticle, details } = words.desk.reader
	const [form, fields] = useForm<z.input<typeof newArticleSchema>>({
		id: 'article',
		lastResult: answer?.result,
		defaultValue: { language: 'by-script' },
	})
	const [early, setEarly] = useState<{ problem: IntakeProblem } | null>(null)
	const uploads = useUploads(largestFile)
	const problem = early?.problem ?? answer?.problem
	const report = uploads.entries.length > 0 ? uploads.entries : answer?.report

	function weigh(event: FormEvent<HTMLFormElement>) {
		const sent = new FormData(event.currentTarget)
		const text = sent.get('text')
		const files = sent.getAll('file').filter((file): file is File => file instanceof File && file.name !== '')
		const others = [sent.get('address'), text].some(
			(value) => typeof value === 'string' && value.trim() !== '',
		)
		const found = weighEarly(typeof text === 'string' ? text : '', files, others)
		setEarly(found ? { problem: found } : null)
		if (found || files.length > 1) event.preventDefault()
		else form.onSubmit(event)
		if (!found && files.length > 1) uploads.send(files)
	}

	return (
		<>
			{report && report.length > 0 ? <IntakeReport entries={report} /> : null}
			<Form method="post" encType="multipart/form-data" {...getFormProps(form)} onSubmit={weigh}>
				{problem ? (
					<FormRefusal cause={early ?? answer}>
						<p>{explainIntake(problem, words)}</p>
						{answer?.place && !early ? <p>{newArticle.place(answer.place.line, answer.place.near)}</p> : null}
					</FormRefusal>
				) : null}
				<LineField
					field={fields.address}
					label={intake.address}
					hint={intake.addressHint}
					inputMode="url"
					autoComplete="off"
					dir="ltr"
				/>
				<div className="field">
					<label htmlFor="article-file">{intake.files}</label>
					<p className="hint" id="article-file-hint">
						{intake.filesHint}
					</p>
					<input
						id="article-file"
						name="file"
						type="file"
						multiple
						accept={accepted}
						aria-describedby="article-file-hint"
					/>
					{answer ? <p className="hint script-none">{newArticle.fileAgain}</p> : null}
				</div>
				<ProseField
					field={fields.text}
					label={intake.text}
					hint={intake.textHint(formatNumber(MAX_ARTICLE_LENGTH))}
					className="article-text-field"
					dir="auto"
					rows={12}
					onPaste={pastePlainly}
				/>
				<fieldset className="article-known">
					<legend>{details.title}</legend>
					<p className="hint">{details.hint}</p>
					<ArticleFields fields={fields} />
				</fieldset>
				<button type="submit" disabled={uploads.busy}>
					{newArticle.submit}
				</button>
			</Form>
		</>
	)
}

function weighEarly(text: string, files: File[], others: boolean): IntakeProblem | null {
	if (text.length > MAX_ARTICLE_LENGTH) return { code: 'too-long', limit: MAX_ARTICLE_LENGTH }
	if (files.length > 1 && others) return { code: 'both' }
	if (files.length === 1 && files.some(({ size }) => size > largestFile)) {
		return { code: 'too-large', megabytes: largestFile / 1024 / 1024 }
	}
	return null
}

/**
 * Put what was copied from a page into the field as its paragraphs of plain text; the browser's own way would run them
 * together or leave words that are hidden on the page. Plain text is left to the browser.
 */
function pastePlainly(event: ClipboardEvent<HTMLTextAreaElement>) {
	const markup = event.clipboardData.getData('text/html')
	if (markup === '' || markup.length > 4 * MAX_ARTICLE_LENGTH) return
	const text = readMarkup(new DOMParser().parseFromString(markup, 'text/html').body)
	if (text === '') return
	event.preventDefault()
	const field = event.currentTarget
	field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
	field.dispatchEvent(new Event('input', { bubbles: true }))
}

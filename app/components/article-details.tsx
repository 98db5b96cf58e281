import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Language } from '#app/domain/language.ts'
import { readWebAddress } from '#app/domain/web-address.ts'
import type { RefusalCode } from '#app/errors.ts'
import type { articleDetailsSchema } from '#app/forms/article.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import { ArticleFields, type DetailName } from './article-fields.tsx'
import { Day } from './day.tsx'
import { useDeskWords } from './desk-words.ts'
import { FormRefusal } from './form-refusal.tsx'
import { HostNote } from './host-note.tsx'

export type ArticleFacts = {
	title: string | null
	outlet: string | null
	author: string | null
	url: string | null
	publishedOn: string | null
	language: Language | null
	revision: number
}

/** What came of sending the form. `stored` is what somebody else saved in the meantime. */
export type DetailsAnswer = {
	result: SubmissionResult
	refusal: RefusalCode | null
	stored: ArticleFacts | null
}

type Props = {
	article: ArticleFacts
	captured: { at: string; by: string; fileName: string | null; sha256: string }
	answer: DetailsAnswer | null
}

/** What is known of the article, what is open, and where its text came from. */
export function ArticleDetails({ article, captured, answer }: Props) {
	const { language, words } = useDeskWords()
	const { details } = words.desk.reader
	const open = <span className="soft">{details.open}</span>
	const address = readWebAddress(article.url)
	const facts: [string, ReactNode][] = [
		[details.fields.outlet, article.outlet ? <bdi>{article.outlet}</bdi> : open],
		[details.fields.author, article.author ? <bdi>{article.author}</bdi> : open],
		[
			details.fields.publishedOn,
			article.publishedOn ? <Day on={article.publishedOn} language={language} /> : open,
		],
		[
			details.fields.url,
			address ? (
				<>
					<a href={address.href} rel="noreferrer noopener" target="_blank">
						<bdi>{address.host}</bdi>
					</a>{' '}
					<HostNote url={article.url} />
				</>
			) : (
				open
			),
		],
		[details.fields.language, article.language ? details.languages[article.language] : open],
		[
			details.captured,
			<>
				<time dateTime={captured.at}>{formatMoment(captured.at, language)}</time> {details.by(captured.by)}
			</>,
		],
		...(captured.fileName ? [[details.fileName, <bdi>{captured.fileName}</bdi>] as [string, ReactNode]] : []),
		[
			details.fingerprint,
			<code className="fingerprint" dir="ltr">
				{captured.sha256}
			</code>,
		],
	]
	return (
		<div className="article-details">
			<dl>
				{facts.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			<details open={answer !== null || undefined}>
				<summary>{details.edit}</summary>
				<DetailsForm article={article} answer={answer} />
			</details>
		</div>
	)
}

type Values = z.input<typeof articleDetailsSchema>

function DetailsForm({ article, answer }: Pick<Props, 'article' | 'answer'>) {
	const { words } = useDeskWords()
	const { details } = words.desk.reader
	const [form, fields] = useForm<Values>({
		id: 'details',
		lastResult: answer?.result,
		defaultValue: {
			title: article.title,
			outlet: article.outlet,
			author: article.author,
			url: article.url,
			publishedOn: article.publishedOn,
			language: article.language ?? 'open',
			revision: String(article.revision),
		},
	})
	const { stored } = answer ?? { stored: null }
	return (
		<Form method="post" preventScrollReset {...getFormProps(form)}>
			{answer?.refusal ? (
				<FormRefusal cause={answer}>
					<p>{words.refusals[answer.refusal]}</p>
				</FormRefusal>
			) : null}
			<input type="hidden" name="intent" value="details" />
			<input
				type="hidden"
				name={fields.revision.name}
				value={stored ? stored.revision : fields.revision.initialValue}
			/>
			<ArticleFields fields={fields} stored={stored ? differing() : undefined} />
			<button type="submit">{details.save}</button>
		</Form>
	)

	/** What is stored and is not what was typed. */
	function differing(): Partial<Record<DetailName, string>> {
		if (!stored) return {}
		const now: Record<DetailName, string> = {
			title: stored.title ?? details.open,
			outlet: stored.outlet ?? details.open,
			author: stored.author ?? details.open,
			url: stored.url ?? details.open,
			publishedOn: stored.publishedOn ?? details.open,
			language: details.languages[stored.language ?? 'open'],
		}
		const sent = answer?.result.initialValue ?? {}
		const names = Object.keys(now) as DetailName[]
		const held = (name: DetailName) => (name === 'language' ? (stored.language ?? 'open') : stored[name])
		return Object.fromEntries(
			names.filter((name) => (sent[name] ?? null) !== held(name)).map((name) => [name, now[name]]),
		)
	}
}

import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Intake, ProposedDetails } from '#app/domain/article.ts'
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
	/** What was found of it, until `confirmedAt`: then a person has seen to it. */
	proposed: ProposedDetails | null
	confirmedAt: string | Date | null
}

/** What came of sending the form. `stored` is what somebody else saved in the meantime. */
export type DetailsAnswer = {
	result: SubmissionResult
	refusal: RefusalCode | null
	stored: ArticleFacts | null
}

type Props = {
	article: ArticleFacts
	captured: {
		at: string
		by: string
		fileName: string | null
		sha256: string
		intake: Intake
		/** The address it was fetched from. */
		fetchedFrom: string | null
		/** Where what its text was read from is downloaded. */
		original: string | null
	}
	answer: DetailsAnswer | null
}

/** What is proposed of an article's open details, while nobody has confirmed any. */
function pendingOf({ proposed, confirmedAt, ...facts }: ArticleFacts): ProposedDetails {
	if (!proposed || confirmedAt !== null) return {}
	const open = Object.entries(proposed).filter(([key]) => facts[key as DetailName] === null)
	return Object.fromEntries(open)
}

/** What is known of the article, what is proposed or open, and where its text came from. */
export function ArticleDetails({ article, captured, answer }: Props) {
	const { language, words } = useDeskWords()
	const { intake } = words
	const { details } = words.desk.reader
	const pending = pendingOf(article)
	const isPending = Object.keys(pending).length > 0
	const found = readWebAddress(captured.fetchedFrom)
	/** A detail that is known, else what is proposed of it, else that it is open. */
	const show = <Value extends string>(
		key: DetailName,
		known: Value | null,
		write: (value: string) => ReactNode,
	) => {
		const proposal = pending[key]
		if (known !== null) return write(known)
		if (!proposal) return <span className="soft">{details.open}</span>
		return (
			<>
				<em className="proposed-value">{write(proposal.value)}</em>{' '}
				<span className="proposed-mark">{intake.proposed.mark}</span>
			</>
		)
	}
	const facts: [string, ReactNode][] = [
		...(pending.title
			? [[details.fields.title, show('title', null, (title) => <bdi>{title}</bdi>)] as [string, ReactNode]]
			: []),
		[details.fields.outlet, show('outlet', article.outlet, (outlet) => <bdi>{outlet}</bdi>)],
		[details.fields.author, show('author', article.author, (author) => <bdi>{author}</bdi>)],
		[
			details.fields.publishedOn,
			show('publishedOn', article.publishedOn, (day) => <Day on={day} language={language} />),
		],
		[details.fields.url, show('url', article.url, (url) => <PageLink url={url} />)],
		[
			details.fields.language,
			show('language', article.language, (tag) => details.languages[tag as Language]),
		],
		[
			details.captured,
			<>
				<time dateTime={captured.at}>{formatMoment(captured.at, language)}</time> {details.by(captured.by)}
			</>,
		],
		[intake.source.intake, intake.source.intakes[captured.intake]],
		...(found && captured.fetchedFrom !== article.url
			? [[intake.source.fetchedFrom, <bdi>{found.host}</bdi>] as [string, ReactNode]]
			: []),
		...(captured.fileName ? [[details.fileName, <bdi>{captured.fileName}</bdi>] as [string, ReactNode]] : []),
		...(captured.original
			? [
					[
						intake.source.original,
						<a href={captured.original} download title={intake.source.downloadNote}>
							{intake.source.download}
						</a>,
					] as [string, ReactNode],
				]
			: []),
		...(article.confirmedAt !== null
			? [
					[intake.proposed.confirmed, formatMoment(String(article.confirmedAt), language)] as [
						string,
						ReactNode,
					],
				]
			: []),
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
			<details open={answer !== null || isPending || undefined}>
				<summary>{isPending ? intake.proposed.title : details.edit}</summary>
				{isPending ? <p className="hint">{intake.proposed.hint}</p> : null}
				<DetailsForm article={article} answer={answer} pending={pending} />
			</details>
		</div>
	)
}

function PageLink({ url }: { url: string }) {
	const address = readWebAddress(url)
	if (!address) return <bdi>{url}</bdi>
	return (
		<>
			<a href={address.href} rel="noreferrer noopener" target="_blank">
				<bdi>{address.host}</bdi>
			</a>{' '}
			<HostNote url={url} />
		</>
	)
}

type Values = z.input<typeof articleDetailsSchema>
type FormProps = Pick<Props, 'article' | 'answer'> & { pending: ProposedDetails }

/** What is known, as fields to mend; what is only proposed stands in them with where it was found. */
function DetailsForm({ article, answer, pending }: FormProps) {
	const { words } = useDeskWords()
	const { details } = words.desk.reader
	const { proposed: said } = words.intake
	const [form, fields] = useForm<Values>({
		id: 'details',
		lastResult: answer?.result,
		defaultValue: {
			title: article.title ?? pending.title?.value ?? null,
			outlet: article.outlet ?? pending.outlet?.value ?? null,
			author: article.author ?? pending.author?.value ?? null,
			url: article.url ?? pending.url?.value ?? null,
			publishedOn: article.publishedOn ?? pending.publishedOn?.value ?? null,
			language: article.language ?? pending.language?.value ?? 'open',
			revision: String(article.revision),
		},
	})
	const { stored } = answer ?? { stored: null }
	const origins = Object.fromEntries(
		Object.entries(pending).map(([key, { origin }]) => [key, said.from(said.origins[origin])]),
	) as Partial<Record<DetailName, string>>
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
			<ArticleFields fields={fields} stored={stored ? differing() : undefined} proposed={origins} />
			<button type="submit">{Object.keys(pending).length > 0 ? said.confirm : details.save}</button>
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

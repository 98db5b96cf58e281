import { longestComplaint } from '#app/domain/complaint.ts'
import type { Bilingual, Language } from '#app/domain/language.ts'
import type { FieldError } from '#app/forms/text-fields.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { FactCheckText } from './fact-check-text.tsx'

type Refused = {
	typed: { text: string; url: string; email: string }
	faults: Record<string, FieldError>
	problem: 'too-soon' | 'too-late' | 'forged' | null
	wait: number | null
}

type Props = { language: Language; slug: string; statement: Bilingual; seal: string; refused: Refused | null }

/** Where a reader says what is wrong with a verdict. It needs no account and no script. */
export function ReportForm({ language, slug, statement, seal, refused }: Props) {
	const words = wordsFor(language)
	const own = words.complaints.report
	const back = `/${language}/verdicts/${encodeURIComponent(slug)}`
	const fault = (name: string) => {
		const error = refused?.faults[name]
		if (!error) return null
		return (
			<p className="field-error" id={`${name}-error`}>
				{error === 'too-short' ? own.tooShort : words.fieldErrors[error]}
			</p>
		)
	}
	const aria = (name: string) => ({
		'aria-invalid': refused?.faults[name] ? true : undefined,
		'aria-describedby': [`${name}-hint`, refused?.faults[name] ? `${name}-error` : null]
			.filter(Boolean)
			.join(' '),
	})
	return (
		<div className="column report">
			<header className="page-head">
				<h1>{own.title}</h1>
				<p className="page-lead">{own.lead}</p>
			</header>
			<p className="label-soft">{own.about}</p>
			<FactCheckText text={statement} language={language} className="report-claim" />
			{refused ? (
				<div className="notice problem" role="alert">
					<p>{own.problem}</p>
					{refused.problem ? <p>{own.problems[refused.problem]}</p> : null}
					{refused.wait === null ? null : <p>{own.wait(refused.wait)}</p>}
				</div>
			) : null}
			<form method="post" action={`${back}/report`}>
				<input type="hidden" name="seal" value={seal} />
				<div className="field">
					<label htmlFor="text">{own.text}</label>
					<p className="hint" id="text-hint">
						{own.textHint}
					</p>
					<textarea
						id="text"
						name="text"
						rows={6}
						dir="auto"
						maxLength={longestComplaint}
						required
						defaultValue={refused?.typed.text}
						{...aria('text')}
					/>
					{fault('text')}
				</div>
				<div className="field">
					<label htmlFor="url">{own.url}</label>
					<p className="hint" id="url-hint">
						{own.urlHint}
					</p>
					<input
						id="url"
						name="url"
						type="url"
						dir="ltr"
						defaultValue={refused?.typed.url}
						{...aria('url')}
					/>
					{fault('url')}
				</div>
				<div className="field">
					<label htmlFor="email">{own.email}</label>
					<p className="hint" id="email-hint">
						{own.emailHint}
					</p>
					<input
						id="email"
						name="email"
						type="email"
						dir="ltr"
						autoComplete="email"
						defaultValue={refused?.typed.email}
						{...aria('email')}
					/>
					{fault('email')}
				</div>
				<div className="report-trap" aria-hidden="true">
					<label htmlFor="website">{own.website}</label>
					<input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
				</div>
				<p className="actions">
					<button type="submit">{own.send}</button> <a href={back}>{own.back}</a>
				</p>
			</form>
		</div>
	)
}

/** That a report has arrived, and its number. */
export function ReportReceipt({
	language,
	slug,
	receipt,
}: {
	language: Language
	slug: string
	receipt: string
}) {
	const own = wordsFor(language).complaints.report
	return (
		<div className="column report" id="receipt">
			<header className="page-head">
				<h1>{own.thanks}</h1>
				<p className="page-lead">{own.receipt(receipt)}</p>
			</header>
			<p>{own.next}</p>
			<p>
				<a href={`/${language}/verdicts/${encodeURIComponent(slug)}`}>{own.back}</a>
			</p>
		</div>
	)
}

import type { Language } from '#app/domain/language.ts'
import { type CorrectionKind, correctionKinds } from '#app/domain/workflow.ts'
import { wordsFor } from '#app/i18n/words.ts'

/** Narrows the corrections to one kind; a form that asks for another address, so it needs no script. */
export function CorrectionsFilter({ kind, language }: { kind: CorrectionKind | null; language: Language }) {
	const words = wordsFor(language)
	const own = words.complaints.corrections
	return (
		<form className="reading-filter" method="get" action={`/${language}/corrections`} aria-label={own.filter}>
			<div className="field">
				<label htmlFor="filter-kind">{own.kind}</label>
				<select id="filter-kind" name="kind" defaultValue={kind ?? ''}>
					<option value="">{own.all}</option>
					{correctionKinds.map((value) => (
						<option key={value} value={value}>
							{words.correctionKinds[value]}
						</option>
					))}
				</select>
			</div>
			<button type="submit">{own.show}</button>
		</form>
	)
}

/** What each kind of change means, and where the feeds are. */
export function CorrectionKinds({ language }: { language: Language }) {
	const words = wordsFor(language)
	const own = words.complaints.corrections
	return (
		<section className="correction-kinds" aria-labelledby="kinds">
			<h2 id="kinds">{own.kindsHeading}</h2>
			<dl>
				{correctionKinds.map((kind) => (
					<div key={kind}>
						<dt>{words.correctionKinds[kind]}</dt>
						<dd>{own.kinds[kind]}</dd>
					</div>
				))}
			</dl>
			<p className="section-note">
				{own.feeds}{' '}
				{(['rss', 'atom', 'json'] as const).map((form) => (
					<span key={form}>
						<a href={`/${language}/corrections.${form}`}>{feedNames[form]}</a>{' '}
					</span>
				))}
			</p>
		</section>
	)
}

/** Names of formats are the same in every language. */
const feedNames = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' }

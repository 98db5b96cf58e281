import type { ReactNode } from 'react'
import type { FactCheck } from '#app/domain/fact-check.ts'
import { directionOf, type Language, otherLanguage, preferText } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { EvidenceList } from './evidence-list.tsx'
import { FactCheckText } from './fact-check-text.tsx'
import { Markdown } from './markdown.tsx'
import { RatingFigure } from './rating-figure.tsx'
import { VerdictClaim } from './verdict-claim.tsx'
import { VerdictContacts } from './verdict-contacts.tsx'
import { VerdictFacts } from './verdict-facts.tsx'
import { VerdictGate } from './verdict-gate.tsx'

type Props = {
	factCheck: FactCheck
	language: Language
	/** What stands above: that the version is an old one, or the verdict withdrawn. */
	notice?: ReactNode
	/** What stands below: versions and corrections. */
	children?: ReactNode
}

/**
 * A verdict as readers get it. The answer comes first, then the claim in its own words, then how we got there,
 * the evidence, and what was examined before publication.
 */
export function FactCheckArticle({ factCheck, language, notice, children }: Props) {
	return (
		<article className="verdict">
			{notice}
			{factCheck.stale === language ? <StaleNotice factCheck={factCheck} language={language} /> : null}
			<header className="verdict-head">
				<RatingFigure factCheck={factCheck} language={language} />
				<FactCheckText as="h1" text={factCheck.summary} language={language} note />
			</header>
			<div className="verdict-body">
				<VerdictClaim factCheck={factCheck} language={language} />
				<VerdictFacts factCheck={factCheck} language={language} />
				<Rationale factCheck={factCheck} language={language} />
				<EvidenceList evidence={factCheck.evidence} language={language} />
				<VerdictContacts contacts={factCheck.contacts ?? []} language={language} />
				<VerdictGate gate={factCheck.gate} language={language} />
				{children}
			</div>
		</article>
	)
}

/** That the text in the other language is newer, so that nobody takes an old translation for the verdict. */
function StaleNotice({ factCheck, language }: { factCheck: FactCheck; language: Language }) {
	const words = wordsFor(language).verdicts.twins
	const other = otherLanguage(language)
	return (
		<p className="notice verdict-stale">
			{words.readersNote}{' '}
			<a href={`/${other}/verdicts/${encodeURIComponent(factCheck.slug)}`} hrefLang={other}>
				{words.readOther}
			</a>
		</p>
	)
}

function Rationale({ factCheck, language }: { factCheck: FactCheck; language: Language }) {
	const words = wordsFor(language).reading
	const rationale = preferText(factCheck.rationale, language)
	if (!rationale) return null
	return (
		<section className="verdict-rationale" aria-labelledby="rationale">
			<h2 id="rationale">{words.verdict.rationale}</h2>
			{rationale.language === language ? null : <p className="only-in">{words.onlyIn[rationale.language]}</p>}
			<div className="prose" lang={rationale.language} dir={directionOf(rationale.language)}>
				<Markdown text={rationale.text} evidence={factCheck.evidence.map((item) => item.number)} />
			</div>
		</section>
	)
}

import { countryName } from '#app/domain/countries.ts'
import type { FactCheck } from '#app/domain/fact-check.ts'
import type { Language } from '#app/domain/language.ts'
import { readWebAddress } from '#app/domain/web-address.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { Day } from './day.tsx'
import { FactCheckText } from './fact-check-text.tsx'
import { ClaimantName } from './verdict-entry.tsx'

/** The margin of a verdict: who said it and when, whom it concerns, and how far the evidence reaches. */
export function VerdictFacts({ factCheck, language }: { factCheck: FactCheck; language: Language }) {
	const words = wordsFor(language)
	const { verdict } = words.reading
	const claimantPage = readWebAddress(factCheck.claimant?.url ?? null)
	return (
		<section className="verdict-facts" aria-labelledby="facts">
			<h2 id="facts" className="unseen">
				{verdict.facts}
			</h2>
			<dl>
				<div>
					<dt>{verdict.claimant}</dt>
					<dd>
						{claimantPage ? (
							<a href={claimantPage.href} rel="nofollow noopener">
								<ClaimantName factCheck={factCheck} language={language} />
							</a>
						) : (
							<ClaimantName factCheck={factCheck} language={language} />
						)}
						{factCheck.claimant && factCheck.claimant.kind !== 'unnamed' ? (
							<FactCheckText
								as="span"
								className="fact-more"
								text={factCheck.claimant.role}
								language={language}
							/>
						) : null}
					</dd>
				</div>
				<div>
					<dt>{verdict.claimedOn}</dt>
					<dd>
						{factCheck.claimedOn ? <Day on={factCheck.claimedOn} language={language} /> : verdict.notKnown}
					</dd>
				</div>
				<div>
					<dt>{verdict.concerns}</dt>
					<dd>
						<ul className="inline-list">
							{factCheck.countries.map((code) => (
								<li key={code}>
									<a href={`/${language}/countries/${code}`}>{countryName(code, language)}</a>
								</li>
							))}
						</ul>
					</dd>
				</div>
				<div>
					<dt>{verdict.type}</dt>
					<dd>{words.types[factCheck.type]}</dd>
				</div>
				<div>
					<dt>{verdict.asOf}</dt>
					<dd>
						<Day on={factCheck.asOf} language={language} />
					</dd>
				</div>
				<div>
					<dt>{verdict.published}</dt>
					<dd>
						<Day on={factCheck.firstPublishedAt} language={language} />
					</dd>
				</div>
				{factCheck.version > 1 ? (
					<div>
						<dt>
							{verdict.versionNumber} {factCheck.version}
						</dt>
						<dd>
							<Day on={factCheck.publishedAt} language={language} />
						</dd>
					</div>
				) : null}
			</dl>
		</section>
	)
}

import type { Language } from '#app/domain/language.ts'
import type { LedgerHead } from '#app/domain/ledger.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import { wordsFor } from '#app/i18n/words.ts'

type Summary = Omit<LedgerHead, 'keyId' | 'signature'> & { note: string; publicKey: string }

/** The newest signed head: its facts, and itself as tools for transparency logs read it. */
export function LedgerSummary({ summary, language }: { summary: Summary; language: Language }) {
	const { head } = wordsFor(language).ledger
	return (
		<section aria-labelledby="head">
			<h2 id="head">{head.title}</h2>
			<dl className="ledger-facts">
				<dt>{head.size}</dt>
				<dd>{head.entries(summary.size)}</dd>
				<dt>{head.at}</dt>
				<dd>
					<time dateTime={summary.at}>
						<bdi>{formatMoment(summary.at, language)}</bdi>
					</time>
				</dd>
				<dt>{head.root}</dt>
				<Code>{summary.root}</Code>
				<dt>{head.chain}</dt>
				<Code>{summary.chain}</Code>
				<dt>{head.key}</dt>
				<Code>{summary.publicKey}</Code>
			</dl>
			<details>
				<summary>{head.note}</summary>
				<pre dir="ltr" lang="en">
					{summary.note}
				</pre>
			</details>
		</section>
	)
}

function Code({ children }: { children: string }) {
	return (
		<dd dir="ltr">
			<code>{children}</code>
		</dd>
	)
}

/** How to check the ledger by oneself, with what is needed for it. */
export function LedgerCheck({ size, language }: { size: number; language: Language }) {
	const { check } = wordsFor(language).ledger
	const { keep, download, run, other } = check.steps
	return (
		<section aria-labelledby="check">
			<h2 id="check">{check.title}</h2>
			<ol className="ledger-steps">
				<li>
					{keep} <a href="/ledger/head.json">{check.saveHead}</a>
				</li>
				<li>
					{download} <a href="/ledger.jsonl">{check.saveLedger}</a>
				</li>
				<li>
					{run}
					<pre dir="ltr" lang="en">
						npm run ledger -- verify --file ledger.jsonl --head head.json
					</pre>
				</li>
				<li>
					{other} <a href={`/ledger/consistency.json?from=1&to=${size}`}>{check.growth}</a>
				</li>
			</ol>
		</section>
	)
}

import { directionOf, type Language, preferText } from '#app/domain/language.ts'
import type { Bilingual } from '#app/domain/language.ts'
import type { LedgerKind } from '#app/domain/ledger.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { Day } from './day.tsx'
import { FactLine } from './fact-line.tsx'

type Entry = {
	seq: number
	hash: string
	at: string
	kind: LedgerKind
	slug: string
	verdict: number
	statement: Bilingual | null
}

/** Entries of the ledger: what each is, about which verdict, and where its proof is. */
export function LedgerEntries({ entries, language }: { entries: Entry[]; language: Language }) {
	const words = wordsFor(language).ledger.entries
	return (
		<ol className="ledger-list" reversed start={entries[0]?.seq}>
			{entries.map(({ seq, hash, at, kind, slug, verdict, statement }) => {
				const shown = statement && preferText(statement, language)
				return (
					<li key={seq} id={`entry-${seq}`}>
						<p lang={shown?.language} dir={directionOf(shown?.language ?? null)}>
							<a href={`/${language}/verdicts/${encodeURIComponent(slug)}/versions/${verdict}`}>
								{shown?.text ?? slug}
							</a>
						</p>
						<FactLine
							className="version-line"
							items={[
								<strong key="kind">{words.kinds[kind]}</strong>,
								words.number(seq),
								words.version(verdict),
								<Day key="day" on={at} language={language} />,
								<a key="proof" href={`/ledger/entries/${seq}.json`}>
									{words.proof}
								</a>,
							]}
						/>
						<p dir="ltr" className="ledger-hash">
							<code>{hash}</code>
						</p>
					</li>
				)
			})}
		</ol>
	)
}

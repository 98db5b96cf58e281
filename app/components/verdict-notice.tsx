import type { Correction, FactCheck } from '#app/domain/fact-check.ts'
import type { Language } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { Day } from './day.tsx'
import { FactCheckText } from './fact-check-text.tsx'

type RetractionProps = { factCheck: FactCheck; corrections: Correction[]; language: Language }

/** Above a retracted verdict: that it is withdrawn, since when and why. */
export function RetractionNotice({ factCheck, corrections, language }: RetractionProps) {
	const words = wordsFor(language).reading.verdict
	const retraction = corrections.find(
		({ kind, version }) => kind === 'retraction' && version === factCheck.version,
	)
	return (
		<aside className="verdict-notice" data-kind="retraction">
			<p>
				<strong>{words.retractedTitle}</strong>
				{retraction ? (
					<span className="with-dot">
						<Day on={retraction.on} language={language} />
					</span>
				) : null}
			</p>
			<p>{words.retractedNote}</p>
			{retraction ? <FactCheckText text={retraction.why} language={language} /> : null}
		</aside>
	)
}

type VersionProps = { factCheck: FactCheck; latest: number; language: Language }

/** Above a version read at its own address: which one it is, and the way to the one in force. */
export function VersionNotice({ factCheck, latest, language }: VersionProps) {
	const words = wordsFor(language).reading.verdict
	return (
		<aside className="verdict-notice" data-kind="version">
			<p>
				<strong>{words.olderTitle(factCheck.version, latest)}</strong>
				<span className="with-dot">
					<Day on={factCheck.publishedAt} language={language} />
				</span>
			</p>
			<p>
				{factCheck.version === latest ? words.currentNote : words.olderNote}{' '}
				<a href={`/${language}/verdicts/${encodeURIComponent(factCheck.slug)}`}>{words.toCurrent}</a>
			</p>
		</aside>
	)
}

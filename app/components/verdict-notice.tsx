import type { Correction, FactCheck } from '#app/domain/fact-check.ts'
import type { Language } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { Day } from './day.tsx'
import { FactCheckText } from './fact-check-text.tsx'
import { FactLine } from './fact-line.tsx'

type RetractionProps = { factCheck: FactCheck; corrections: Correction[]; language: Language }

/** Above a retracted verdict: that it is withdrawn, since when and why. */
export function RetractionNotice({ factCheck, corrections, language }: RetractionProps) {
	const words = wordsFor(language).reading.verdict
	const retraction = corrections.find(
		({ kind, version }) => kind === 'retraction' && version === factCheck.version,
	)
	return (
		<aside className="verdict-notice" data-kind="retraction">
			<FactLine
				items={[
					<strong>{words.retractedTitle}</strong>,
					retraction && <Day on={retraction.on} language={language} />,
				]}
			/>
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
			<FactLine
				items={[
					<strong>{words.olderTitle(factCheck.version, latest)}</strong>,
					<Day on={factCheck.publishedAt} language={language} />,
				]}
			/>
			<p>
				{factCheck.version === latest ? words.currentNote : words.olderNote}{' '}
				<a href={`/${language}/verdicts/${encodeURIComponent(factCheck.slug)}`}>{words.toCurrent}</a>
			</p>
		</aside>
	)
}

import type { TextProblem } from '#app/domain/incoming-text.ts'
import type { FileProblem } from '#app/intake/problem.ts'
import type { Words } from '#app/i18n/words.ts'

/** Why no article was taken in: what is wrong with its file, its text or its address, or with how the form was filled. */
export type IntakeProblem =
	FileProblem | { code: 'both' } | { code: 'nothing' } | { code: 'not-fetched' } | { code: 'failed' }

/** The sentence for whoever gave it. */
export function explainIntake(problem: IntakeProblem, words: Words): string {
	const { intake } = words
	const { problems, kinds } = intake
	switch (problem.code) {
		case 'both':
			return intake.both
		case 'nothing':
			return intake.nothing
		case 'not-fetched':
			return intake.notFetched
		case 'failed':
			return intake.report.failed
		case 'mismatch':
			return problems.mismatch(kinds[problem.named], kinds[problem.found])
		case 'no-text': {
			const { pdf, html, other } = problems['no-text']
			return problem.kind === 'pdf' ? pdf : problem.kind === 'html' ? html : other
		}
		case 'damaged':
			return problems.damaged(kinds[problem.kind])
		case 'too-many-pages':
			return problems['too-many-pages'](problem.limit)
		case 'too-large':
			return problems['too-large'](problem.megabytes)
		case 'kind':
		case 'json':
		case 'encrypted':
		case 'unknown-letters':
		case 'too-complex':
			return problems[problem.code]
		default:
			return explainText(problem, words)
	}
}

function explainText(problem: TextProblem, { textProblems }: Words): string {
	switch (problem.code) {
		case 'too-long':
			return textProblems['too-long']({ limit: problem.limit })
		case 'lone-surrogate':
			return textProblems['lone-surrogate']({ at: problem.at + 1 })
		case 'control-character':
		case 'bidi-override':
			return textProblems[problem.code]({ at: problem.at + 1, codePoint: problem.codePoint })
		default:
			return textProblems[problem.code]()
	}
}

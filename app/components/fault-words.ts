import { checkLine, checkProse } from '#app/domain/incoming-text.ts'
import type { FieldError } from '#app/forms/text-fields.ts'
import type { Words } from '#app/i18n/words.ts'

/**
 * What is wrong with a field, as a sentence. A text with a character that cannot be kept is looked at again, so that
 * the sentence can name the character and its place.
 * @param typed what was typed into the field
 */
export function sayFault(words: Words, error: FieldError, typed: unknown): string {
	if (error !== 'bad-text' || typeof typed !== 'string') return words.fieldErrors[error]
	const problem = checkProse(typed, Infinity) ?? checkLine(typed, { max: Infinity })
	switch (problem?.code) {
		case 'lone-surrogate':
			return words.textProblems['lone-surrogate']({ at: problem.at + 1 })
		case 'control-character':
		case 'bidi-override':
			return words.textProblems[problem.code]({ at: problem.at + 1, codePoint: problem.codePoint })
		case 'line-break':
			return words.textProblems['line-break']()
		default:
			return words.fieldErrors[error]
	}
}

import { z } from 'zod'
import { westernDigits } from '#app/domain/figure-value.ts'
import { checkLine, checkProse, type TextProblem, tidyLine, tidyProse } from '#app/domain/incoming-text.ts'
import { readWebAddress } from '#app/domain/web-address.ts'
import type { common } from '#app/i18n/ar/common.ts'

/*
 * What forms are built of. A message is a key of the interface's `fieldErrors`, never a sentence. What
 * people type is kept in NFC; the text of an article and words quoted from it do not come through here.
 */

export type FieldError = keyof typeof common.fieldErrors

/** The longest address that is taken; longer ones are somebody's mistake. */
const longestUrl = 2048

/**
 * How many times as long as its limit a text may come, before normalising: letters that come in parts are composed
 * then, and of four code units one may be left. The limit itself is for what is kept.
 */
const longestComing = 4

/** Say what is wrong with a field, and give up on it. */
export function fault(context: z.RefinementCtx, message: FieldError, path: (string | number)[] = []): never {
	context.addIssue({ code: 'custom', message, path })
	return z.NEVER
}

function wording({ code }: TextProblem): FieldError {
	if (code === 'empty') return 'required'
	return code === 'too-long' ? 'too-long' : 'bad-text'
}

/** One line, such as a name or a title, of at most `max` UTF-16 code units; it may be left open. */
export function optionalLine(max: number) {
	return z
		.string()
		.optional()
		.transform((typed = '', context): string | null => {
			const line = typed.trim()
			const problem = checkLine(line, { max: longestComing * max })
			if (problem) return fault(context, wording(problem))
			const kept = tidyLine(line)
			return kept.length > max ? fault(context, 'too-long') : kept || null
		})
}

/** One line that has to be there. */
export function line(max: number) {
	return optionalLine(max).transform((kept, context): string => kept ?? fault(context, 'required'))
}

/** A text of several lines, of at most `max` UTF-16 code units; it may be left open. Lines end in LF. */
export function optionalProse(max: number) {
	return z
		.string()
		.optional()
		.transform((typed = '', context): string | null => {
			const text = unixLines(typed).trim()
			if (text === '') return null
			const problem = checkProse(text, longestComing * max)
			if (problem) return fault(context, wording(problem))
			const kept = tidyProse(text)
			return kept.length > max ? fault(context, 'too-long') : kept
		})
}

/** A text of several lines that has to be there. */
export function prose(max: number) {
	return optionalProse(max).transform((kept, context): string => kept ?? fault(context, 'required'))
}

/** The address of a page on the web, as it was typed; it may be left open. */
export function optionalUrl() {
	return z
		.string()
		.optional()
		.transform((typed = '', context): string | null => {
			const url = typed.trim()
			if (url === '') return null
			if (url.length > longestUrl) return fault(context, 'too-long')
			// What has no width or turns direction only hides where an address leads; joiners are letters of some.
			const hiding = /[\s\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/
			const readable = readWebAddress(url) && !hiding.test(url) && !checkLine(url, { max: longestUrl })
			return readable ? url : fault(context, 'bad-url')
		})
}

/** A day of the calendar as `YYYY-MM-DD`, in digits of either script; it may be left open. */
export function optionalDay() {
	return z
		.string()
		.optional()
		.transform((typed = '', context): string | null => {
			const day = westernDigits(typed).trim()
			if (day === '') return null
			return isDay(day) ? day : fault(context, 'bad-date')
		})
}

function isDay(day: string): boolean {
	if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(day)) return false
	const date = new Date(`${day}T00:00:00Z`)
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** One of a list of values. */
export function choice<const Value extends string>(values: readonly Value[]) {
	return z.enum(values, { error: 'bad-choice' satisfies FieldError })
}

/** The revision of what the form was made from. */
export function revision() {
	return z
		.string({ error: 'required' satisfies FieldError })
		.regex(/^\d{1,9}$/, 'bad-choice' satisfies FieldError)
		.transform(Number)
}

/** The key of one showing of a form, by which a form that is sent twice is known. */
export function submissionKey() {
	return z
		.string({ error: 'required' satisfies FieldError })
		.regex(/^[0-9a-z-]{8,40}$/, 'bad-choice' satisfies FieldError)
}

/**
 * A pasted text with the line ends the person pasted. Browsers hold a text area's lines with LF and send them
 * with CRLF (HTML Standard, "constructing the entry list"), so every CRLF that arrives is the browser's.
 */
export function unixLines(text: string): string {
	return text.replace(/\r\n/g, '\n')
}

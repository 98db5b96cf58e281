/** What a spreadsheet takes for the beginning of a formula; full-width signs are read as the plain ones. */
const formula = String.raw`[=+\-@＝＋－＠]`
/** What a spreadsheet or a person skips before it: blanks, marks without width, quotation marks. */
const skipped = String.raw`[\s\p{Z}\p{Cf}\p{Cc}"']*`

const atBeginning = new RegExp(String.raw`^(?=${skipped}${formula}|[\t\r\n|%])`, 'u')
/** A spreadsheet that parts cells at another sign than ours begins a cell there. */
const behindSeparator = new RegExp(String.raw`(?<=[;|\t\r\n])(?=${skipped}${formula})`, 'gu')

/**
 * A text as a cell of a CSV file that a spreadsheet opens: never a formula, whichever sign the spreadsheet parts cells
 * at (OWASP, "CSV Injection"). An apostrophe before it makes it text; everything else stays as it is.
 */
export function safeCell(text: string): string {
	return text.replace(behindSeparator, "'").replace(atBeginning, "'")
}

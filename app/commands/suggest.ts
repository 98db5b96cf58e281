import fs from 'node:fs/promises'
import path from 'node:path'
import { decodeText } from '#app/domain/incoming-text.ts'
import { suggestClaims } from '#app/domain/suggestion.ts'

/*
 * npm run suggest -- FILE…: the claims that each article may make, the most worth checking first, as one JSON array on
 * standard output. Offsets are half-open, in UTF-16 code units of the text as it is stored: decoded, a byte order mark
 * left out, and nothing else changed. No database, no network. What cannot be read is said on standard error; exit 1.
 */

/** One span of one file, as scripts outside the project read it. */
type Line = {
	article: string
	start: number
	end: number
	score: number
	suggested: boolean
	quote: string
	reasons: { feature: string; weight: number; words: string; start: number; end: number }[]
}

const files = process.argv.slice(2)
if (files.length === 0) {
	console.error('Which articles? For example: npm run suggest -- article.txt')
	process.exitCode = 1
} else {
	const lines: Line[] = []
	for (const file of files) lines.push(...(await suggestFor(file)))
	process.stdout.write(`${JSON.stringify(lines, null, '\t')}\n`)
}

async function suggestFor(file: string): Promise<Line[]> {
	const article = path.basename(file)
	if (!/\.(?:txt|text|md|markdown)$/i.test(article))
		return refuse(`${file}: not a text (.txt) or Markdown (.md) file`)
	const bytes = await fs.readFile(file).catch((error: NodeJS.ErrnoException) => error)
	if (bytes instanceof Error) return refuse(`${file}: ${bytes.code ?? bytes.message}`)
	const decoded = decodeText(bytes)
	if ('problem' in decoded) return refuse(`${file}: ${decoded.problem.code}`)
	return suggestClaims(decoded.text).map(({ start, end, score, suggested, quote, reasons }) => ({
		article,
		start,
		end,
		score,
		suggested,
		quote,
		reasons: reasons.map(({ feature, weight, words, start, end }) => ({
			feature,
			weight,
			words,
			start,
			end,
		})),
	}))
}

function refuse(sentence: string): Line[] {
	console.error(sentence)
	process.exitCode = 1
	return []
}

import { parse } from 'yaml'
import { z } from 'zod'
import { findFrontMatter } from '#app/domain/front-matter.ts'
import { languageByScript } from '#app/domain/script.ts'
import type { FileProblem } from './problem.ts'
import { nothingKnown, readStatedDetails, type StatedDetails } from './stated-details.ts'

/** A text as its file holds it, and what the file states of it. */
export type StatedText = StatedDetails & { text: string }

export function readPlainText(text: string): StatedText {
	return { text, details: { ...nothingKnown, language: languageByScript(text) }, leftOpen: [] }
}

/** Markdown is kept to the last character; its front matter is read for what it states and stays where it is. */
export function readMarkdown(text: string): StatedText {
	const frontMatter = findFrontMatter(text)
	if (!frontMatter) return readPlainText(text)
	return { text, ...readStatedDetails(parseYaml(frontMatter.yaml), text.slice(frontMatter.end)) }
}

function parseYaml(yaml: string): unknown {
	try {
		return parse(yaml, { maxAliasCount: 0 })
	} catch {
		// It only looked like front matter.
		return null
	}
}

const jsonArticle = z.looseObject({ text: z.string() })

/** One article or many: `{"title", "text", …}` or an array of these. */
export function readJson(json: string): { texts: StatedText[] } | { problem: FileProblem } {
	let value: unknown
	try {
		value = JSON.parse(json)
	} catch {
		return { problem: { code: 'json' } }
	}
	const list = z
		.array(jsonArticle)
		.min(1)
		.safeParse(Array.isArray(value) ? value : [value])
	if (!list.success) return { problem: { code: 'json' } }
	return {
		texts: list.data.map((article) => ({ text: article.text, ...readStatedDetails(article, article.text) })),
	}
}

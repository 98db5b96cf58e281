import type { ProposedDetails } from '#app/domain/article.ts'
import { checkText, decodeText } from '#app/domain/incoming-text.ts'
import { tellKind } from './file-kind.ts'
import type { FileProblem } from './problem.ts'
import { readInThread } from './reading-thread.server.ts'
import { readJson, readMarkdown, readPlainText, type StatedText } from './text-files.ts'
import { proposeFromText } from './text-proposals.ts'

/** An article as a file holds it; `proposed` is what it seems to say of itself where it states nothing. */
export type ReadArticle = StatedText & { proposed: ProposedDetails | null }

/** What came with the text and is kept beside it, to the last byte. */
export type Original = { bytes: Uint8Array; mediaType: string }

export type ReadFile = { articles: ReadArticle[]; original: Original | null } | { problem: FileProblem }

const mediaTypes = {
	json: 'application/json',
	html: 'text/html',
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/**
 * The articles that a file holds: one or many for JSON, one for every other kind. Plain text and Markdown are kept as
 * they are; pages and documents are read, in a thread that can be given up, and kept as they came beside their text.
 * @param name the file's name, whose end has to tell the same kind as its contents
 */
export async function readArticleFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
	const told = tellKind(name, bytes)
	if ('problem' in told) return told
	const { kind } = told
	if (kind === 'html' || kind === 'pdf' || kind === 'docx') {
		return readOriginal(kind === 'html' ? { kind, bytes, contentType: '', address: null } : { kind, bytes })
	}
	const decoded = decodeText(bytes)
	if ('problem' in decoded) return decoded
	if (kind !== 'json') {
		const read = kind === 'markdown' ? readMarkdown(decoded.text) : readPlainText(decoded.text)
		return { articles: [withProposals(read)], original: null }
	}
	const read = readJson(decoded.text)
	if ('problem' in read) return read
	return {
		articles: read.texts.map((text) => withProposals(text)),
		original: { bytes, mediaType: mediaTypes.json },
	}
}

/** The article that a page or document holds, and the bytes it was read from. */
export async function readOriginal(asked: Parameters<typeof readInThread>[0]): Promise<ReadFile> {
	const read = await readInThread(asked)
	if ('problem' in read) return read
	const article = withProposals(readPlainText(read.text), read.proposed)
	return { articles: [article], original: { bytes: asked.bytes, mediaType: mediaTypes[asked.kind] } }
}

/** What is proposed of a text besides what is stated, what its file says of it first. */
export function withProposals(text: StatedText, fromFile: ProposedDetails = {}): ReadArticle {
	// What cannot be kept needs no details.
	const fromText = checkText(text.text) ? {} : proposeFromText(text.text)
	const proposed: ProposedDetails = Object.fromEntries(
		Object.entries({ ...fromText, ...fromFile }).filter(
			([key]) => text.details[key as keyof ProposedDetails] === null,
		),
	)
	return { ...text, proposed: Object.keys(proposed).length > 0 ? proposed : null }
}

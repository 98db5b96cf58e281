import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ProposedDetails } from '#app/domain/article.ts'
import { type Glyph, readGlyphs } from './pdf-glyphs.ts'
import { readPages } from './pdf-text.ts'
import { propose } from './proposals.ts'
import type { FileProblem } from './problem.ts'

const mostPages = 200
/** Beyond this nobody could say what the text is. */
const mostUnknown = 0.005

/** The text of a PDF, a paragraph a line with an empty line between, and what its properties say of it. */
export async function readPdf(
	bytes: Uint8Array,
): Promise<{ text: string; proposed: ProposedDetails } | { problem: FileProblem }> {
	const task = getDocument({
		// It takes the bytes away.
		data: new Uint8Array(bytes),
		isEvalSupported: false,
		useSystemFonts: false,
		disableFontFace: true,
		enableXfa: false,
		// Pictures are not unpacked.
		maxImageSize: 1,
		stopAtErrors: false,
		verbosity: 0,
	})
	try {
		const document = await task.promise
		if (document.numPages > mostPages) return { problem: { code: 'too-many-pages', limit: mostPages } }
		const pages: Glyph[][] = []
		for (let number = 1; number <= document.numPages; number += 1) {
			const page = await document.getPage(number)
			// Without what readers attached to it.
			const operations = await page.getOperatorList({ annotationMode: 0 })
			pages.push(readGlyphs(operations, (font) => unitOf(page.commonObjs, font)))
			page.cleanup()
		}
		const { text, unknown } = readPages(pages)
		if (!/[\p{L}\p{N}]/u.test(text)) return { problem: { code: 'no-text', kind: 'pdf' } }
		if (unknown > mostUnknown) return { problem: { code: 'unknown-letters' } }
		const info: unknown = (await document.getMetadata().catch(() => null))?.info
		return { text, proposed: proposeFrom((info ?? {}) as Record<string, unknown>) }
	} catch (error) {
		const encrypted = error instanceof Error && error.name === 'PasswordException'
		return { problem: encrypted ? { code: 'encrypted' } : { code: 'damaged', kind: 'pdf' } }
	} finally {
		await task.destroy()
	}
}

function proposeFrom(info: Record<string, unknown>): ProposedDetails {
	// «Microsoft Word - article.docx» is what its program calls it.
	const title = typeof info['Title'] === 'string' ? info['Title'].replace(/^Microsoft Word - /, '') : null
	return propose([
		{ key: 'title', value: title && !/\.\w{2,4}$/.test(title) ? title : null, origin: 'document' },
		{ key: 'author', value: info['Author'], origin: 'document' },
	])
}

type Fonts = { has(name: string): boolean; get(name: string): unknown }

/** The unit in which a font measures its letters. */
function unitOf(fonts: Fonts, name: string): number {
	if (!fonts.has(name)) return 0.001
	const { fontMatrix } = (fonts.get(name) ?? {}) as { fontMatrix?: unknown }
	const unit: unknown = Array.isArray(fontMatrix) ? fontMatrix[0] : null
	return typeof unit === 'number' && unit !== 0 ? Math.abs(unit) : 0.001
}

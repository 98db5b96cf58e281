import mammoth from 'mammoth'
import type { ProposedDetails } from '#app/domain/article.ts'
import { propose, type Found } from './proposals.ts'
import type { FileProblem } from './problem.ts'
import { listEntries, unpackEntry } from './zip.ts'

/** What a document of letters may hold, unpacked: pictures are not looked at. */
const mostXml = 24 * 1024 * 1024
const mostEntries = 2_000

/**
 * The text of a Word document, a paragraph a line with an empty line between, and what its properties say of it. What it
 * would unpack to is weighed first, by unpacking it against a cap; documents of Word never declare a document type, and
 * one that does is not read.
 */
export async function readDocx(
	bytes: Uint8Array,
): Promise<{ text: string; proposed: ProposedDetails } | { problem: FileProblem }> {
	const damaged: FileProblem = { code: 'damaged', kind: 'docx' }
	const tooComplex: FileProblem = { code: 'too-complex', kind: 'docx' }
	const entries = listEntries(bytes)
	if (!entries) return { problem: damaged }
	if (entries.some(({ flags }) => flags & 1)) return { problem: { code: 'encrypted' } }
	const names = new Set(entries.map(({ name }) => name))
	if (names.size !== entries.length || entries.length > mostEntries) return { problem: tooComplex }
	let left = mostXml
	let properties = ''
	try {
		for (const entry of entries) {
			// Pictures are unpacked by nobody.
			if (!/\.(?:xml|rels)$/i.test(entry.name)) continue
			const unpacked = unpackEntry(bytes, entry, left)
			left -= unpacked.length
			const xml = Buffer.from(unpacked)
			if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY') || isWide(xml)) return { problem: damaged }
			if (entry.name === 'docProps/core.xml') properties = xml.toString('utf8')
		}
	} catch (error) {
		return { problem: error instanceof RangeError ? tooComplex : damaged }
	}
	try {
		const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
		const text = value
			.replace(/\r\n?/g, '\n')
			.replace(/[ \t]+$/gm, '')
			.replace(/\n{3,}/g, '\n\n')
			.trim()
		if (!/[\p{L}\p{N}]/u.test(text)) return { problem: { code: 'no-text', kind: 'docx' } }
		return { text, proposed: propose(readProperties(properties)) }
	} catch {
		return { problem: damaged }
	}
}

/** UTF-16, in which the check above would not see. */
function isWide(xml: Buffer): boolean {
	return xml.length > 1 && (xml[0] === 0 || xml[1] === 0 || xml[0] === 0xff || xml[0] === 0xfe)
}

function readProperties(xml: string): Found[] {
	const value = (name: string) => {
		const inside = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]{1,1000})</${name}>`).exec(xml)?.[1]
		return inside?.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? '')
	}
	return [
		{ key: 'title', value: value('dc:title'), origin: 'document' },
		{ key: 'author', value: value('dc:creator'), origin: 'document' },
	]
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

import { deflateRawSync } from 'node:zlib'

/** What goes into an archive: its contents, and how its list says they are where it does not tell the truth. */
export type ZipPart = { name: string; bytes: Uint8Array | string; flags?: number }

/** A ZIP archive, packed as Word packs. Its check sums are left out: nobody here asks for them. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
	const bodies: Buffer[] = []
	const list: Buffer[] = []
	let at = 0
	for (const { name, bytes, flags = 0 } of parts) {
		const contents = Buffer.from(bytes as Uint8Array)
		const packed = deflateRawSync(contents)
		const named = Buffer.from(name)
		const local = Buffer.alloc(30)
		local.writeUInt32LE(0x04034b50, 0)
		local.writeUInt16LE(20, 4)
		local.writeUInt16LE(flags, 6)
		local.writeUInt16LE(8, 8)
		local.writeUInt32LE(packed.length, 18)
		local.writeUInt32LE(contents.length, 22)
		local.writeUInt16LE(named.length, 26)
		const entry = Buffer.alloc(46)
		entry.writeUInt32LE(0x02014b50, 0)
		entry.writeUInt16LE(20, 6)
		entry.writeUInt16LE(flags, 8)
		entry.writeUInt16LE(8, 10)
		entry.writeUInt32LE(packed.length, 20)
		entry.writeUInt32LE(contents.length, 24)
		entry.writeUInt16LE(named.length, 28)
		entry.writeUInt32LE(at, 42)
		bodies.push(local, named, packed)
		list.push(entry, named)
		at += 30 + named.length + packed.length
	}
	const end = Buffer.alloc(22)
	const size = list.reduce((sum, part) => sum + part.length, 0)
	end.writeUInt32LE(0x06054b50, 0)
	end.writeUInt16LE(parts.length, 8)
	end.writeUInt16LE(parts.length, 10)
	end.writeUInt32LE(size, 12)
	end.writeUInt32LE(at, 16)
	return Buffer.concat([...bodies, ...list, end])
}

const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const relations = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

/** A Word document of these paragraphs. @param more what else is in its archive @param head what its text begins with */
export function makeDocx(
	paragraphs: readonly string[],
	more: readonly ZipPart[] = [],
	head = '',
): Uint8Array {
	const escape = (text: string) => text.replace(/&(?!\w+;)/g, '&amp;').replace(/</g, '&lt;')
	const body = paragraphs.map(
		(text) => `<w:p><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`,
	)
	return makeZip([
		{ name: '[Content_Types].xml', bytes: types },
		{ name: '_rels/.rels', bytes: relations },
		{
			name: 'word/document.xml',
			bytes: `<?xml version="1.0" encoding="UTF-8"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
		},
		...more,
	])
}

/**
 * A PDF of one page that draws these lines in Helvetica, which only has Latin letters.
 * @param catalog what else its catalogue says @param trailer what else its trailer says
 */
export function makePdf(
	lines: readonly string[],
	{ catalog = '', trailer = '', objects = [] as string[] } = {},
): Uint8Array {
	const draw = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join('\n')
	const stream = `BT /F1 12 Tf 14 TL 72 720 Td\n${draw}\nET`
	const all = [
		`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
		...objects,
	]
	let pdf = '%PDF-1.7\n'
	const places = all.map((object, index) => {
		const at = pdf.length
		pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
		return `${String(at).padStart(10, '0')} 00000 n \n`
	})
	const at = pdf.length
	pdf += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`
	return Buffer.from(pdf, 'latin1')
}

import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readArticleFile } from '#app/intake/article-file.server.ts'
import { makeDocx, makePdf, makeZip } from '#tests/support/documents.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const prose =
	'The council of the harbour said on Monday that the new fish market had cost three million dollars. '
const article = `<article><h1>Fish market opens</h1>${`<p>${prose.repeat(3)}</p>`.repeat(3)}</article>`
const mebibyte = 1024 * 1024

/** Read a file that may be anything, and say what came of it and how long it took, in ms. */
async function read(name: string, contents: Uint8Array) {
	const begun = performance.now()
	const outcome = await readArticleFile(name, contents)
	return { outcome, time: performance.now() - begun }
}

/** A PDF whose page draws from a stream that unpacks to much. */
function pdfBomb(): Uint8Array {
	let packed: Uint8Array = Buffer.alloc(400 * mebibyte, '(x) Tj ')
	packed = deflateSync(packed)
	const begin = Buffer.from(
		`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`,
	)
	return Buffer.concat([begin, packed, Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF')])
}

const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${'abcdefghij'
	.slice(1)
	.replace(
		/./g,
		(name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`,
	)}]>`

const hostile: [string, string, () => Uint8Array, RegExp][] = [
	['nested 25 kB deep', 'a.html', () => bytes('<div>'.repeat(5_000) + article), /too-complex/],
	['nested by unclosed fonts', 'a.html', () => bytes('<b><font>'.repeat(200_000)), /too-complex/],
	['of a million nodes', 'a.html', () => bytes('<i></i>'.repeat(700_000)), /too-complex/],
	['of a million comments', 'a.html', () => bytes('<!---->'.repeat(700_000)), /too-complex/],
	[
		'of thousands of attributes',
		'a.html',
		() => bytes(`<p ${[...Array(50_000).keys()].map((n) => `a${n}=1`).join(' ')}>x`),
		/too-complex/,
	],
	[
		'of a tag that never ends',
		'a.html',
		() => bytes('<html><p ' + 'x'.repeat(4_900_000)),
		/no-text|too-complex/,
	],
	['of six megabytes', 'a.html', () => bytes('<html>' + 'x '.repeat(3 * mebibyte)), /too-large/],
	[
		'of a script and nothing else',
		'a.html',
		() => bytes('<html><script>document.write("x")</script>'),
		/no-text/,
	],
	[
		'of entities that name themselves',
		'a.html',
		() => bytes(`<html>${laughs}<p>&j;</p></html>`),
		/no-text|articles/,
	],
	[
		'of open brackets',
		'a.html',
		() => bytes('<html>' + '<'.repeat(4_000_000)),
		/no-text|too-complex|too-long|articles/,
	],
	[
		'of Arabic letters without an end',
		'a.html',
		() => bytes(`<html><p>${'م'.repeat(2_400_000)}`),
		/too-long|articles/,
	],
	['that is an archive', 'a.html', () => makeDocx(['x']), /mismatch/],
	['that is cut off', 'a.pdf', () => makePdf([prose]).subarray(0, 300), /damaged|no-text/],
	['that only begins as one', 'a.pdf', () => bytes('%PDF-1.7\n' + '0 '.repeat(mebibyte)), /damaged/],
	[
		'whose pages hold each other',
		'a.pdf',
		() =>
			bytes(
				'%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 9 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF',
			),
		/damaged|no-text/,
	],
	['that unpacks to 400 MB', 'a.pdf', pdfBomb, /too-complex|no-text|damaged|too-long|unknown/],
	['of arrays in arrays', 'a.pdf', () => bytes('%PDF-1.7\n1 0 obj\n' + '['.repeat(500_000)), /damaged/],
	['without letters', 'a.pdf', () => makePdf([]), /no-text/],
	[
		'locked by a password',
		'a.pdf',
		() =>
			makePdf([prose], {
				trailer: `/Encrypt 6 0 R /ID [<00><00>]`,
				objects: [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >>`],
			}),
		/encrypted/,
	],
	['that is a page as well', 'a.pdf', () => bytes('<html>%PDF-1.7</html>'), /mismatch/],
	[
		'that unpacks to 300 MB',
		'a.docx',
		() => makeDocx(['x'], [{ name: 'word/styles.xml', bytes: Buffer.alloc(300 * mebibyte, ' ') }]),
		/too-complex/,
	],
	[
		'of ten thousand parts',
		'a.docx',
		() =>
			makeDocx(
				['x'],
				[...Array(10_000).keys()].map((n) => ({ name: `${n}.xml`, bytes: 'x' })),
			),
		/too-complex/,
	],
	[
		'of a part that is there twice',
		'a.docx',
		() => makeDocx(['x'], [{ name: 'word/document.xml', bytes: 'x' }]),
		/too-complex|damaged/,
	],
	['of a billion laughs', 'a.docx', () => makeDocx(['&j;'], [], laughs), /damaged/],
	[
		'of XML that is none',
		'a.docx',
		() => makeZip([{ name: 'word/document.xml', bytes: '<w:document' }]),
		/damaged|no-text/,
	],
	[
		'of paragraphs in paragraphs',
		'a.docx',
		() => makeDocx([], [{ name: 'word/x.xml', bytes: '<a>'.repeat(mebibyte) }]),
		/damaged|no-text|too-complex/,
	],
	['locked', 'a.docx', () => makeZip([{ name: 'word/document.xml', bytes: 'x', flags: 1 }]), /encrypted/],
	['of JSON in JSON', 'a.json', () => bytes('['.repeat(4_000_000)), /json/],
	[
		'of YAML that names itself',
		'a.md',
		() =>
			bytes(
				'---\na: &a [x,x]\n' +
					'bcdefgh'.replace(
						/./g,
						(n) => `${n}: &${n} [${`*${String.fromCharCode(n.charCodeAt(0) - 1)},`.repeat(9)}]\n`,
					) +
					'---\nنص',
			),
		/articles/,
	],
]

describe('a file', () => {
	test.for(hostile)(
		'%s (%s) is answered in time, and the process goes on',
		async ([, name, make, outcome]) => {
			// Another thread is there after one was given up; starting it is not the file's doing.
			await read('warm.html', bytes(`<html>${article}`))
			const contents = make()
			const before = process.memoryUsage.rss()
			const result = await read(name, contents)
			const said = 'problem' in result.outcome ? result.outcome.problem.code : 'articles'
			expect(said).toMatch(outcome)
			expect(result.time).toBeLessThan(10_000)
			expect(process.memoryUsage.rss() - before).toBeLessThan(900 * mebibyte)
		},
	)

	test('with a script in it is read for its text and nothing else', async () => {
		const pdf = makePdf([prose.trim(), 'The script below is not run.'], {
			catalog:
				'/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /JavaScript << /Names [(x) << /S /JavaScript /JS (this.x = 1) >>] >> >>',
		})
		const { outcome } = await read('script.pdf', pdf)
		expect(outcome).toMatchObject({ articles: [{ text: expect.stringContaining('not run') as string }] })
		expect(JSON.stringify(outcome)).not.toContain('app.alert(1)\\"')
	})

	test('does not keep the next one waiting for long', async () => {
		const [, after] = await Promise.all([
			read('bomb.pdf', pdfBomb()),
			read('after.docx', makeDocx(['The fish market opened.', 'It cost three million dollars.'])),
		])
		expect(after.outcome).toMatchObject({
			articles: [{ text: 'The fish market opened.\n\nIt cost three million dollars.' }],
		})
	})
})

import type { intake as arabic } from '#app/i18n/ar/intake.ts'
import { formatNumber, isolate, plural } from '#app/i18n/plural.ts'

export const intake: typeof arabic = {
	lead: 'Give the article’s address, choose its files, or paste its text. The text is kept untouched, and the original it was read from is kept beside it.',
	address: 'From an address',
	addressHint:
		'The article is fetched from its page as it was published. A full address that begins with https://',
	files: 'Or from one file or several',
	filesHint:
		'A web page (html), a document (pdf, docx), a text (txt, md) or json. What a file says of itself is proposed for you to confirm.',
	text: 'Or a pasted text',
	textHint: (limit) =>
		`All of it, with its headline if it has one. At most ${limit} characters. Pasted from a page, it keeps its paragraphs and loses its formatting.`,
	both: 'Choose one source: an address, files, or a pasted text. Empty the others.',
	nothing: 'There is nothing here yet. Give an address, choose a file, or paste the article’s text.',
	notFetched:
		'No article could be fetched from this address. Check that it opens in your browser, or save the page as a file and choose it here, or paste its text.',
	kinds: {
		text: 'plain text',
		markdown: 'Markdown',
		json: 'JSON',
		html: 'a web page',
		pdf: 'a PDF document',
		docx: 'a Word document',
		zip: 'a ZIP archive',
	},
	problems: {
		kind: 'This kind of file is not read here. Save the article as a web page, PDF, Word document or plain text.',
		json: `JSON is taken as ${isolate('{"title", "text", …}')} or an array of these; ${isolate('text')} has to be there.`,
		mismatch: (named, found) =>
			`The file’s name says it is ${isolate(named)}; its contents are ${isolate(found)}. Give it the right name and try again.`,
		'no-text': {
			pdf: 'This file holds pictures of pages and no text, as scans do. Recognise its text with a program first, or type it and paste it.',
			html: 'There is no article to read on this page; perhaps the browser adds its text later. Copy it from the browser and paste it here.',
			other: 'There is no text in this file.',
		},
		encrypted: 'This file opens with a password only. Save a copy without one and try again.',
		damaged: (kind) => `The file cannot be opened: it is damaged, or is not ${isolate(kind)}.`,
		'unknown-letters':
			'This file shows letters without saying which they are, so its text cannot be trusted. Open it and copy the text; if that looks right, paste it here.',
		'too-complex':
			'Reading this file takes time or memory that no article needs, so it was left. Copy its text and paste it.',
		'too-many-pages': (limit) =>
			`It has more than ${formatNumber(limit)} pages. Split it, or take the article’s pages out of it.`,
		'too-large': (megabytes) => `The file is larger than ${formatNumber(megabytes)} MB.`,
	},
	report: {
		title: 'What became of the files',
		counts: {
			added: (count) => plural('en', count, { one: '# article added', other: '# articles added' }),
			version: (count) => plural('en', count, { one: '# new version', other: '# new versions' }),
			already: (count) => plural('en', count, { other: '# here already' }),
			refused: (count) => plural('en', count, { other: '# refused' }),
		},
		outcomes: { added: 'added', version: 'new version', already: 'here already', refused: 'refused' },
		waiting: 'waiting',
		reading: 'being read',
		progress: (done, total) => `${formatNumber(done)} of ${formatNumber(total)}`,
		failed: 'The connection broke before an answer came. Send this file again by itself.',
	},
	proposed: {
		title: 'Proposed details that nobody has confirmed',
		hint: 'They were found in the original or in the text. Look them over, mend what is wrong, and confirm them. Until then they do not count as known.',
		mark: 'proposed',
		from: (origin) => `Proposed from ${origin}. Check it.`,
		origins: {
			'json-ld': 'the page’s structured data',
			meta: 'the page’s meta tags',
			page: 'the page itself',
			document: 'the document’s properties',
			text: 'the text itself',
			address: 'the address',
		},
		confirm: 'Confirm these details',
		confirmed: 'Details confirmed',
	},
	source: {
		intake: 'Came in',
		intakes: {
			paste: 'as pasted text',
			file: 'as a file',
			url: 'from an address',
			import: 'by the import command',
			seed: 'with the demonstration',
		},
		fetchedFrom: 'Fetched from',
		original: 'Original',
		download: 'Download the original as it came',
		downloadNote: 'A file from outside: open it only if you trust where it came from.',
	},
}

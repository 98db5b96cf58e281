import type { versions as arabic } from '#app/i18n/ar/versions.ts'
import { isolate, plural } from '#app/i18n/plural.ts'

/** The versions of an article, what changed between them, and the quotations that were lost. */
export const versions: typeof arabic = {
	title: 'Versions of the article',
	back: 'Back to the article',
	lead: 'Every text is kept as it came and never changes. When a changed text of the same article comes in, quotations are carried over to where their words stand; what is not found is listed here.',
	version: (number: number) => `Version ${number}`,
	ofAll: (number: number, newest: number) => `Version ${number} of ${newest}`,
	newest: 'Newest',
	captured: (by: string) => `Taken in by ${isolate(by)}`,
	intakes: {
		paste: 'by pasting the text',
		file: 'from a file',
		url: 'from an address on the web',
		import: 'by importing a file',
		seed: 'with the demonstration data',
	},
	fileName: 'File',
	fetchedFrom: 'Address',
	fingerprint: 'Fingerprint of the text (SHA-256)',
	quotations: 'Quotations',
	counts: {
		made: (count: number) =>
			plural('en', count, { one: '# quotation taken from it', other: '# quotations taken from it' }),
		exact: (count: number) => `${count} to the letter`,
		normalised: (count: number) => `${count} in another spelling`,
		placed: (count: number) => `${count} placed by hand`,
		lost: (count: number) => `${count} lost`,
		none: 'No quotations',
	},
	changes: {
		title: 'What changed',
		from: 'From',
		to: 'To',
		show: 'Show the difference',
		see: (from: number, to: number) => `What changed from version ${from} to version ${to}`,
		heading: (from: number, to: number) => `From version ${from} to version ${to}`,
		same: 'The two texts agree paragraph by paragraph; only blanks and line ends may differ.',
		folded: (count: number) =>
			plural('en', count, { one: '# paragraph unchanged', other: '# paragraphs unchanged' }),
		foldedWords: (count: number) =>
			plural('en', count, { one: '# word unchanged', other: '# words unchanged' }),
		key: 'What went is struck through behind a −; what came is underlined behind a +.',
		removed: 'Removed:',
		added: 'Added:',
		kinds: {
			kept: 'Unchanged paragraph',
			removed: 'Removed paragraph',
			added: 'Added paragraph',
			changed: 'Changed paragraph',
		},
	},
	lost: {
		title: 'Quotations that were not found',
		lead: 'The words of these do not stand in the newest version as they were, or stand in several places and nothing round them tells which is meant. Nothing similar is ever taken for them.',
		none: 'Every quotation is in its place.',
		from: (number: number) => `From version ${number}`,
		claim: 'Claim',
		words: 'Its words in the new version',
		wordsHint: 'Copy the words from the new text as they stand there, and paste them here.',
		places: (count: number) =>
			plural('en', count, {
				one: 'These words stand there once.',
				other: 'These words stand there # times. Choose the place.',
			}),
		place: 'Place it there',
		gone: 'It is gone',
		goneBy: (name: string) => `Gone from the article, as ${isolate(name)} confirmed.`,
		placed: 'The quotation has its new place.',
		noted: 'It is noted that the quotation is gone from the article.',
		stale:
			'This quotation was settled, or a newer version came in, after you opened the page. This is how it stands now.',
	},
	add: {
		title: 'Add a new version',
		lead: 'If the article changed where it was published, paste its whole new text or choose a file. Earlier versions stay as they are.',
		text: 'New text',
		file: 'Or a file',
		fileHint: 'Text, Markdown, an HTML page, PDF or Word.',
		fileAgain: 'Choose the file again: browsers do not keep it after a refusal.',
		submit: 'Add the version',
		added: (number: number) => `Version ${number} was added and the quotations were carried over.`,
		already: (number: number) => `This text is here already: version ${number}.`,
		elsewhere: 'This text is here already, in another article:',
		elsewhereLink: (number: number) => `the article, version ${number}`,
		stale: (newest: number) =>
			`Version ${newest} came in after you opened the page. Compare your text with it, and send it again if it is newer.`,
		both: 'Paste the text or choose a file, not both.',
		wrongKind:
			'No single article can be read from this file. Text, Markdown, an HTML page, PDF or Word with one article is taken.',
		place: (line: number, near: string) => `In line ${line}, near: ${isolate(near)}`,
	},
	notice: {
		see: 'See what changed',
		all: 'All versions',
		lost: (count: number) => plural('en', count, { one: '# quotation lost', other: '# quotations lost' }),
		changed: (count: number) =>
			plural('en', count, {
				one: 'the sentence of # quotation changed',
				other: 'the sentences of # quotations changed',
			}),
		older: 'This is an earlier version of the article.',
		toNewest: 'Open the newest',
	},
	edited: {
		changed: 'The sentence was edited after we quoted it',
		lost: 'These words are no longer in the article as we quoted them',
		see: 'What changed',
	},
}

import type { ledger as words } from '#app/i18n/ar/ledger.ts'
import { isolate, plural } from '#app/i18n/plural.ts'

export const ledger: typeof words = {
	title: 'Ledger',
	lead: 'Every verdict we publish, and every correction and retraction, is written here as it is published, and is never erased or changed. Anyone can make sure of that without having to trust us.',
	how: {
		title: 'How it guards what we published',
		paragraphs: [
			'Each entry carries the fingerprint of the one before it. A fingerprint is a long number worked out from the text itself: change one letter and it is another. So no old entry can be altered without breaking the chain after it.',
			'At each publication we sign a summary of the whole ledger with a key that is kept outside the database. Whoever has kept an old summary can tell a ledger that was written anew, or cut short.',
			'Where an entry has a field for a person, such as the claimant or an article’s author, it holds a fingerprint and no name, so that a name can be erased where it must be without breaking the chain. The text of a verdict stays in its entry as it was published.',
		],
	},
	head: {
		title: 'The latest signed summary',
		size: 'Entries',
		entries: (count) => plural('en', count, { one: '# entry', other: '# entries' }),
		at: 'Signed on',
		root: 'Root of the tree',
		chain: 'Fingerprint of the last entry',
		key: 'Public key',
		note: 'The summary as tools read it',
	},
	check: {
		title: 'Check it yourself',
		steps: {
			keep: 'Save today’s signed summary, and keep it.',
			download: 'Download the whole ledger whenever you like.',
			run: 'Run the checker that comes with the software. It needs no network, and names the first entry that was changed, if there is one.',
			other:
				'For each entry there is a short proof that it is in the ledger, and between any two summaries a proof that the later one continues the earlier.',
		},
		saveHead: 'Signed summary',
		saveLedger: 'The whole ledger',
		growth: 'Proof of continuation',
	},
	entries: {
		title: 'Entries, the newest first',
		nothing: 'Nothing has been published yet, so the ledger is empty.',
		proof: 'Entry and proof',
		kinds: { verdict: 'Verdict', correction: 'Correction', retraction: 'Retraction' },
		number: (seq) => `Entry ${isolate(String(seq))}`,
		version: (number) => `Version ${isolate(String(number))}`,
	},
	recorded: (seq) => `Entry ${isolate(String(seq))} of the ledger`,
}

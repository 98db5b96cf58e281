import type { bundle as arabic } from '#app/i18n/ar/bundle.ts'

export const bundle: typeof arabic = {
	title: 'Fact-check bundle',
	download: 'Download the bundle',
	downloadNote:
		'One file with the claim, the texts, the evidence and its copies, every version and the proofs of the ledger.',
	imported: 'This claim was taken in from a bundle',
	downloadImported: 'Download it as it came',
	take: 'Take in a bundle of another newsroom',
	takeNote:
		'Every file in it is checked by its hash first. The claim then becomes one of yours, in research, with its evidence and copies, and the text of the verdict as a draft; the verdict is yours to reach.',
	file: 'The bundle',
	submit: 'Take it in',
	problems: {
		'not-a-bundle': 'This file is no fact-check bundle.',
		'too-large': 'The bundle is larger than what is taken.',
		'no-manifest': 'The bundle has no list of its files.',
		'missing-file': 'The bundle lacks a file that its list names:',
		'foreign-file': 'The bundle holds a file that its list does not name:',
		'changed-file': 'A file of the bundle was changed after it was made:',
		unreadable: 'A file of the bundle cannot be read:',
	},
	readme: ({ slug, origin }) => `# Fact-check bundle

This bundle is everything behind one verdict: ${origin}/en/verdicts/${slug}

- claim.json: the claim as worded, who made it, its figures, the quotations with their places.
- articles.json and articles/: the texts that were quoted, as they were captured.
- evidence.json and evidence.csv: the evidence with its stance and passages. copies/ holds copies of the sources, each
  named by its hash.
- verdict.json and versions/: the verdict in force and every version that was published. corrections.json: what was
  corrected and why.
- history.json: what happened when, without names.
- claim-review.ar.json and claim-review.en.json: ClaimReview markup. annotations.json: the quotations as Web Annotations.
- ledger.json: the ledger's entries, each with its proof.
- manifest.json: the SHA-256 of every file.

To check: hash every file and compare with manifest.json. Places count in UTF-16 code units, half-open.
The articles and the copies of sources belong to their owners; they are here to be checked, not to be published again.
`,
}

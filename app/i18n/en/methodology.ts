import type { methodology as arabic } from '#app/i18n/ar/methodology.ts'

export const methodology: typeof arabic = {
	title: 'How we work',
	lead: 'How we choose what to check, how we weigh evidence, who approves a verdict, and what we do when we are wrong.',
	contents: 'On this page',
	choosing: {
		title: 'What we check',
		paragraphs: [
			'From articles we take sentences that can turn out right or wrong: a number, a date, an event, an office held, words attributed to somebody. We keep the words as they stood, with what surrounds them, and then word the claim neutrally, adding nothing and leaving nothing out.',
			'We choose what matters to readers and can be checked, whether we expect it to be right or wrong: a true claim deserves a verdict as much as a false one. We name the claimant, the one who said it, and do not hold the outlet that carried it to account for it.',
			'For the same reason, counts of verdicts cannot rank countries or people. They say what we looked at, and nothing about who is the more truthful.',
		],
	},
	scale: {
		title: 'The scale',
		paragraphs: [
			'Every verdict carries one rating from this scale. The word comes first; the disc beside it says the same as a shape: the fuller it is, the closer the claim comes to what the evidence supports.',
			'The steps that measure truth carry a number, and the highest is the truest. The other ratings have none, because they do not measure truth.',
			'We judge a claim as it was made and at its time. Every verdict gives the day up to which we looked for evidence.',
		],
		value: (value) => `Step ${value}`,
		noValue: 'No step',
		retired: 'Ratings no longer in use, which stay on the verdicts that carry them',
	},
	evidence: {
		title: 'Evidence',
		paragraphs: [
			'Every verdict has its numbered evidence, and the numbers in the rationale lead to it. We show it in three groups: what supports the claim, what refutes it, and what helps to understand it. Nothing is left out because it goes against our conclusion.',
			'A primary source is where a piece of information comes from: a document, a register, data, a person who decided or witnessed. A secondary source passes it on. We look for the primary source first, say of each piece which of the two it is and what it shows, and link to it so that readers can repeat the check.',
		],
	},
	people: {
		title: 'Who decides and who approves',
		paragraphs: [
			'One person researches the claim and proposes a verdict: a rating, a summary and a rationale. Nothing is published until a second person has read the proposal and approved it, and that person may send it back with a reason.',
			'Nobody approves a verdict they proposed, whatever their position. That is more than a custom: the application refuses it, and the database refuses it once more.',
		],
	},
	gate: {
		title: 'Conditions for publishing',
		paragraphs: [
			'Before publication these conditions are examined one by one. One that is not met stops publication, unless a written reason is put on record where that is allowed. Readers see the reason on the verdict’s page.',
		],
		excusable: 'A reasoned exception is possible',
		binding: 'No exceptions',
		rules: {
			two_pieces_of_evidence:
				'No verdict rests on a single origin: sources that pass on the same original count once.',
			stored_copies:
				'We keep a copy of every page we cite on the day we cite it, or record why that was not possible.',
			primary_source:
				'Where information comes from counts before those who pass it on. If we could not reach it, we say why.',
			percentage_base:
				'A percentage means nothing until we know of what, where and when. If the claim does not name its base, we say so.',
			claimant_contacted:
				'Claimants have a right to be asked before publication. If we did not ask, we give the reason.',
			own_language:
				'The summary and the rationale are written in the claim’s language first; a translation may be published with them.',
			second_person: 'Whoever proposed the verdict does not approve it.',
		},
	},
	corrections: {
		title: 'Corrections',
		paragraphs: [
			'When we were wrong, or the facts have changed, we do not alter the page in silence. We publish a new version of the verdict with a note of what changed and why, and the earlier version stays available as it was published. A correction works like a first verdict: one person proposes it and another approves it.',
			'Of every change we say whether it is minor or major. A major one alters what a reader takes away.',
		],
		kinds: {
			correction: 'Something we published was wrong, and we put it right.',
			clarification: 'The wording could be misread; the facts stay as they were.',
			update: 'Facts or evidence came to light after publication.',
			retraction: 'We take back the whole verdict. Its page stays and says so.',
			reassessment: 'A change made while drafting, before any verdict was published.',
		},
		seeAll: 'All corrections on one page',
	},
}

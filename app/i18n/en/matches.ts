import type { matches as arabic } from '#app/i18n/ar/matches.ts'
import { isolate, plural } from '#app/i18n/plural.ts'

const days = (count: number) => plural('en', count, { one: '# day', other: '# days' })
const places = (count: number) => plural('en', count, { one: '# place', other: '# places' })

export const matches: typeof arabic = {
	heading: 'Matches',
	lead: 'What the comparison suggests is not a decision. A person decides, and who decided and when is recorded.',
	none: 'No other claim says the same, or anything against it.',
	suggested: (count) =>
		plural('en', count, {
			one: '# suggestion waits for a decision',
			other: '# suggestions wait for a decision',
		}),
	decided: (count) => plural('en', count, { one: '# match decided', other: '# matches decided' }),
	kinds: { repeats: 'repeats', narrows: 'narrows', contradicts: 'contradicts', similar: 'similar' },
	narrower: { this: 'This claim says more than the other', other: 'The other says more than this claim' },
	states: { suggested: 'suggested', confirmed: 'confirmed', rejected: 'rejected' },
	decidedBy: (name, moment) => `${isolate(name)}, ${moment}`,
	thisClaim: 'This claim',
	otherClaim: 'The other claim',
	marked: 'What differs between the wordings is underlined; figures that differ are framed.',
	onlyHere: 'not in the other wording',
	figureHere: 'a figure that differs',
	otherLanguages: 'The wordings are in two languages, so their words are not compared.',
	reasons: {
		heading: 'Why',
		same_fingerprint: 'The same wording; only spelling or the form of digits differs.',
		negation: (word) => `One of them denies what the other does not: ${isolate(`“${word}”`)}`,
		opposites: (one, other) => `Opposite words: ${isolate(`“${one}”`)} and ${isolate(`“${other}”`)}`,
		more_detail: {
			this: 'This claim says all that the other says, and more.',
			other: 'The other says all that this claim says, and more.',
		},
		other_country: 'They name different countries.',
		other_name: (one, other) => `Different names: ${isolate(`“${one}”`)} and ${isolate(`“${other}”`)}`,
		other_period: (one, other) => `Different times: ${isolate(`“${one}”`)} and ${isolate(`“${other}”`)}`,
		other_base: (one, other) =>
			`Figures of different things: ${isolate(`“${one}”`)} and ${isolate(`“${other}”`)}`,
		other_words: (one, other) =>
			`Different words in the same place: ${isolate(`“${one}”`)} and ${isolate(`“${other}”`)}`,
		none: 'No reason in the words: a person linked them.',
	},
	figures: {
		pair: (one, other) => `${isolate(one)} and ${isolate(other)}`,
		equal: 'the same figure',
		rounded: (decimals) =>
			decimals === 0
				? 'equal after rounding to a whole number'
				: plural('en', decimals, {
						one: 'equal after rounding to one decimal',
						other: 'equal after rounding to # decimals',
					}),
		roundedCoarsely: 'equal after rounding',
		about: 'the gap is explained by “about” or the like',
		within_limit: 'within the limit that is named',
		unexplained: (gap) => `${gap} apart, rounding does not explain it`,
		opposed: 'limits that cannot both hold',
		apart: (gap) => `${gap} apart`,
		gaps: {
			percent: (count) => plural('en', count, { one: '# percentage point', other: '# percentage points' }),
			day: days,
			weekday: days,
			month: (count) => plural('en', count, { one: '# month', other: '# months' }),
			year: (count) => plural('en', count, { one: '# year', other: '# years' }),
		},
		heading: 'The two figures side by side',
		gap: 'Gap',
	},
	decide: {
		heading: 'Your decision',
		kind: 'How they stand to each other',
		kinds: {
			repeats: 'They say the same',
			narrows: 'One says more exactly what the other says',
			contradicts: 'They cannot both be right',
		},
		comment: 'Comment (optional)',
		confirm: 'Confirm the match',
		reject: 'No match',
		again: 'Change the decision',
		editorOnly: 'A colleague’s decision is an editor’s to change.',
		join: 'Confirm and make one claim of them',
		joinDone: 'Make one claim of them',
		keep: 'Which of the two stays?',
		keepThis: 'This claim',
		keepOther: 'The other claim',
		joinNote:
			'The one that stays is given every place where the other was made, and the other is dropped as a duplicate. Its page, history and evidence stay.',
		linkedOnly:
			'They are not joined: both are past their research, or a colleague has them in hand. The match links them.',
	},
	done: {
		confirmed: 'Your confirmation is on record.',
		rejected: 'It is on record that they do not match.',
		joined: (given) =>
			given === 0
				? 'The two claims are one now.'
				: `The two claims are one now, which was given ${places(given)}.`,
	},
	joinedTo: 'This claim was joined to another one, where the work goes on:',
	stale:
		'The match changed after you opened the page: a colleague decided it, or one of the claims was reworded. This is how it stands now.',
	byHand: {
		link: 'Match it with another claim',
		heading: 'Match a claim by hand',
		lead: 'Search by words of the other claim, or paste the address of its page or its id.',
		search: 'Words of the claim, or its id',
		find: 'Search',
		nothing: 'No claim has these words.',
		back: 'Back to the claim',
		choose: 'Choose',
	},
	similar: {
		heading: 'Similar claims',
		waiting: 'Looking for similar claims…',
		none: 'No similar claim.',
		found: (count) => plural('en', count, { one: '# similar claim', other: '# similar claims' }),
		take: 'It is the same claim: add the quotation to it',
		takeHint: 'The quotation becomes a further place of that claim instead of making a new one.',
		needsQuotation: 'Choose the quotation first.',
		failed: 'The search failed for now. You can go on.',
		newTab: 'opens in another window',
		places: (count) => (count === 0 ? 'in no place' : `in ${places(count)}`),
	},
	ledger: {
		title: 'Figures',
		lead: 'Everything said about one quantity in one row: who said it, where and when, and whether the figures agree.',
		none: 'No figures yet. Those of claims appear here as they are entered.',
		nothing: 'No quantity passes this filter.',
		clear: 'Clear the filter',
		filter: 'Filter',
		words: 'Words',
		country: 'Country',
		anyCountry: 'All countries',
		unit: 'Unit',
		anyUnit: 'All units',
		apply: 'Filter',
		next: 'Next',
		first: 'From the start',
		back: 'All quantities',
		value: 'Value as written',
		claimant: 'Claimant',
		said: 'Claimed on',
		claim: 'Claim',
		rating: 'Rating',
		agrees: 'Against the others',
		agree: {
			single: 'one value',
			same: 'agree',
			rounded: 'agree after rounding',
			apart: (count) =>
				plural('en', count, { one: '# value does not agree', other: '# values do not agree' }),
		},
		plot: (count, least, most) => `${count} values from ${isolate(least)} to ${isolate(most)}`,
		plotKey: { agree: 'Circle: agrees with the others', apart: 'Diamond: does not' },
	},
}

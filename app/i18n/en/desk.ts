import type { desk as arabic } from '#app/i18n/ar/desk.ts'
import { isolate, plural } from '#app/i18n/plural.ts'
import { chart } from './chart.ts'
import { reader } from './reader.ts'
import { workbench } from './workbench.ts'

export const desk: typeof arabic = {
	title: 'The desk',
	navigation: 'Sections of the desk',
	sections: {
		home: 'Home',
		queue: 'Claims',
		articles: 'Articles',
		sources: 'Sources',
		people: 'People',
		activity: 'Activity',
		settings: 'Settings',
	},
	publicSite: 'Readers’ site',
	mailToFiles:
		'No mail is sent: letters are kept as files in the folder outbox of DATA_DIR. To send them, set SMTP_URL and restart the server.',
	you: 'Your account',
	signOut: 'Sign out',
	roles: { reviewer: 'Reviewer', editor: 'Editor', admin: 'Administrator' },
	newArticle: 'Add an article',
	older: 'Older',
	newest: 'Back to the newest',
	pages: 'Pages of the list',
	comma: ', ',
	turns: {
		open: 'Waits for someone to take it',
		yourResearch: 'Your turn: research',
		research: (name) => `With ${isolate(name)} for research`,
		yourReview: (name) => `Your turn: review. Proposed by ${isolate(name)}`,
		ownProposal: 'Your proposal waits for a second person',
	},
	home: {
		title: 'The desk today',
		work: 'What you are working on',
		noWork: 'You have no claim in hand. Choose one that nobody has started and take it.',
		toNew: 'Claims not started',
		waiting: 'Waiting for your review',
		waitingNote: 'The oldest first. Every verdict takes a second person before it is published.',
		noWaiting: 'No verdict is waiting for a second person. When a colleague proposes one, it appears here.',
		toReview: 'Everything in review',
		howFar: 'How far verification has come',
		chart: 'Verification status by country',
		noClaims:
			'There are no claims yet, and so no numbers. Add an article, then select words in it that are worth checking.',
	},
	queue: {
		title: 'Claims',
		filter: 'Narrow the claims',
		words: 'Words of the claim',
		status: 'Status',
		country: 'Country',
		assignee: 'With',
		any: 'All',
		me: (name) => `Me (${isolate(name)})`,
		apply: 'Show',
		clear: 'All claims',
		nothingHere:
			'No claim fits this choice. Change the words, the status or the country, or show all claims.',
		nothing:
			'No claim has been extracted yet. Open an article and select words in it that are worth checking.',
		toArticles: 'To the articles',
	},
	keys: {
		title: 'Keys of the list',
		hint: 'Keys',
		next: 'Next claim',
		previous: 'Previous claim',
		open: 'Open the claim',
		help: 'Show these keys',
		letters: 'Use letter keys',
		lettersNote:
			'Turn them off if you dictate to your computer or use a screen reader. Arrows keep working inside the list.',
		close: 'Close',
	},
	articles: {
		title: 'Articles',
		lead: 'Texts as they were captured, the newest first. Open one to extract claims from it.',
		added: 'Added',
		noOutlet: 'Outlet not known',
		nothing: 'There are no articles yet. Paste a text or choose a file, then extract claims from it.',
	},
	hosts: {
		imitates: 'Careful: this site’s name has letters that pass for others. Its real address:',
		foreign: 'The site’s name is not in Latin letters. Its real address:',
		encoded: 'The site’s name is in its encoded spelling, so its look is not seen. Its real address:',
	},
	sources: {
		title: 'Sources',
		lead: 'Everything cited as evidence, the newest first, with the claims it is used for.',
		untitled: 'A source without a title',
		uses: (count) =>
			count === 0
				? 'Not used now'
				: plural('en', count, { one: '# piece of evidence', other: '# pieces of evidence' }),
		nothing:
			'There are no sources yet. A source is added with the first evidence from it, on a claim’s page.',
	},
	signIn: {
		title: 'Sign in to the desk',
		email: 'E-mail',
		password: 'Password',
		submit: 'Sign in',
		wrong: 'There is no account with this e-mail and password together. Check both and try again.',
		forgot: 'Forgotten your password?',
		toSite: 'To the readers’ site',
		demo: {
			title: 'Demonstration accounts',
			note: 'This is a demonstration. Choose an account; they share one password, which was printed when the server started.',
		},
	},
	chart,
	reader,
	workbench,
}

import type { MatchWords } from './match-words.ts'

/*
 * What comparing claims knows of English words, as data to extend: small letters, parted by blanks; endings that the
 * stem drops need not be listed.
 */

export const englishWords: MatchWords = {
	stopWords: `the a an of in on at to for from by with and or as is are was were be been being that this these those it its
		their his her he she they them than then which who whom whose what when where while after before during since until
		about around nearly almost roughly some approximately more less over under at least most had has have having do does
		did will would shall should can could may might also into per last this next due because
		s t there if but so such between among within through against all both each`,

	reportWords: `say says said state states stated announce announces announced announcement report reports reported
		according tell tells told claim claims claimed add adds added confirm confirms confirmed reveal reveals revealed
		declare declares declared note notes noted statement`,

	negations: `not no never neither nor cannot didn doesn don isn wasn aren weren hasn haven hadn won wouldn couldn
		shouldn none nobody`,
	wordNegations: 'without non',
	aboveWords: 'more over above exceed exceeds exceeded exceeding',
	belowWords: 'less fewer under below',
	aboutWords: 'about around nearly almost roughly some approximately',
	limitLinks: 'than',
	denials:
		'refuse refuses refused refusing deny denies denied denying denial fail fails failed failing refute refutes refuted debunk debunked',
	afterNegation: 'less fewer more only longer doubt later least',

	synonyms: [
		'reach reached reaches reaching hit hits record recorded records stand stands stood total totalled total amounted amount',
		'rate share proportion percentage ratio',
		'kill killed kills dead death deaths died dies die dying fatality fatalities',
		'injure injured injuries injury wounded wound',
		'woman women female females',
		'man men male males',
		'child children kid kids',
		'person people individual individuals',
		'citizen citizens resident residents inhabitant inhabitants',
		'country countries nation nations',
		'win wins won winning victory',
		'build builds built building construct constructed construction',
		'cost costs price prices',
		'salary salaries wage wages pay',
		'agreement deal accord treaty pact',
		'sign signed signs signing',
		'strike strikes airstrike airstrikes raid raids bombing',
		'attack attacks attacked assault',
		'election elections vote poll polls',
		'parliament assembly congress',
		'company firm corporation',
		'government cabinet administration',
		'president presidency',
		'earthquake quake',
		'ship ships vessel vessels',
		'export exports exported',
		'import imports imported',
		'worker workers employee employees staff',
		'student students pupil pupils',
		'refugee refugees displaced',
		'receive received receives get gets got obtain obtained',
		'hospital hospitals clinic',
		'live lives lived living',
		'born birth',
		'found founded founding established establish',
		'large big huge',
		'ton tons tonne tonnes',
		'kilometre kilometres kilometer kilometers km',
		'begin began begun start started starts',
		'law act legislation',
		'jobless unemployment unemployed',
	],

	opposites: [
		[
			`rise rises rose risen rising increase increases increased increasing grow grows grew grown growth climb climbs climbed
			climbing jump jumps jumped gain gains gained surge surges surged surging double doubled expand expanded raise raises
			raised higher improve improved improves`,
			`fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop drops
			dropped dropping shrink shrank shrunk shrinks lose loses lost loss losses plunge plunged plunges halve halved cut cuts
			contract contracted lower lowered reduce reduced reduces worsen worsened`,
		],
		[
			`accept accepts accepted acceptance approve approves approved approval agree agrees agreed back backs backed welcome
			welcomes welcomed endorse endorsed endorses adopt adopted adopts pass passed passes ratified ratify`,
			`reject rejects rejected rejection refuse refuses refused refusal oppose opposes opposed condemn condemns condemned
			veto vetoed block blocked blocks decline`,
		],
		[
			'cut cuts severed sever severs suspend suspended broke',
			'restore restored restores resume resumed resumes',
		],
		['highest maximum peak strongest largest biggest', 'lowest minimum weakest smallest'],
		['majority most', 'minority few'],
		['win wins won victory', 'lose loses lost defeat defeated'],
		['open opens opened opening reopen reopened', 'close closes closed closing closure shut shuts shutdown'],
		[
			'begin begins began begun start starts started continue continues continued resume',
			'end ends ended stop stops stopped halt halted cancel cancelled canceled postpone postponed suspend suspended',
		],
		['succeed succeeds succeeded success', 'fail fails failed failure'],
		['support supports supported', 'oppose opposes opposed criticise criticised criticize criticized'],
		[
			'arrest arrests arrested detain detained jail jailed imprisoned',
			'release releases released free freed',
		],
		['convict convicted guilty conviction', 'acquit acquitted innocent cleared acquittal'],
		[
			'allow allows allowed permit permitted legalise legalised legalize legalized',
			'ban bans banned prohibit prohibited forbid',
		],
		['impose imposes imposed', 'lift lifts lifted remove removed scrap scrapped'],
		[
			'appoint appointed appoints hire hired',
			'dismiss dismissed dismisses sack sacked fire fired resign resigned',
		],
		[
			'join joins joined enter entered',
			'leave leaves left withdraw withdraws withdrew withdrawn withdrawal quit',
		],
		['admit admits admitted acknowledge acknowledged confirm confirmed confirms', 'deny denies denied'],
		['true genuine real authentic', 'false fake fabricated'],
		['positive', 'negative'],
		['surplus', 'deficit'],
		['profit profits', 'loss losses'],
		['eastern east', 'western west'],
		['northern north', 'southern south'],
		['survive survived survives rescued alive', 'kill killed died dead drown drowned'],
		['strong strengthens strengthened', 'weak weakens weakened'],
		['free', 'paid'],
		['mandatory compulsory', 'optional voluntary'],
		['first', 'last'],
		['legal lawful', 'illegal unlawful'],
		['safe', 'unsafe dangerous'],
	],

	onceWords: `born birth died death founded founding established assassinated assassination independence opened opening
		inaugurated inauguration launched elected sworn sank sinking crashed signed joined resigned discovered invented executed
		collapsed`,

	periodNouns: 'quarter half round phase season term century decade',
	rankNouns: 'place rank ranked position spot',
	ordinals: [
		'first 1st',
		'second 2nd',
		'third 3rd',
		'fourth 4th',
		'fifth 5th',
		'sixth 6th',
		'seventh 7th',
		'eighth 8th',
		'ninth 9th',
		'tenth 10th',
	],
	beforeYear:
		'in since by of year until from during early late mid end summer autumn fall winter spring the and',
	ofWords: 'of among',
	timeNouns: 'year years month months week weeks day days hour hours minute minutes',
	currencies: [
		'dollar dollars usd',
		'euro euros eur',
		'pound pounds gbp',
		'riyal riyals',
		'lira liras',
		'dirham dirhams',
		'dinar dinars',
		'rouble roubles ruble rubles',
		'rupee rupees',
		'yuan',
		'yen',
		'peso pesos',
		'lempira lempiras',
	],
	duals: {},
	numbers: {
		two: 2,
		three: 3,
		four: 4,
		five: 5,
		six: 6,
		seven: 7,
		eight: 8,
		nine: 9,
		ten: 10,
		eleven: 11,
		twelve: 12,
		thirteen: 13,
		fourteen: 14,
		fifteen: 15,
		sixteen: 16,
		seventeen: 17,
		eighteen: 18,
		nineteen: 19,
		twenty: 20,
		thirty: 30,
		forty: 40,
		fifty: 50,
		sixty: 60,
		seventy: 70,
		eighty: 80,
		ninety: 90,
		hundred: 100,
	},
	scales: { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
	fractions: {},
	pairsOfScale: {},
	titles: `president minister king queen prince princess senator governor mayor judge doctor dr mr mrs ms general colonel
		ambassador mp chancellor premier pope sheikh candidate director spokesman spokeswoman`,
	givenNames: `mohammed muhammad mohamed ahmed mahmoud mustafa ali hassan hussein omar khaled ibrahim youssef abdullah salem
		salman saleh tarek ziad walid yasser nasser karim kamal jamal adel fadi fahd faisal majed marwan nabil sami samir rami
		john james robert michael william david mary maria peter paul mark george joseph thomas donald joe barack vladimir
		emmanuel carlos juan jose luis miguel pedro ramon anna sarah laura linda susan elena fatima mariam layla nora huda`,
}

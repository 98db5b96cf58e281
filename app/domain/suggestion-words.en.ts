import type { WordList } from './suggestion-features.ts'

/** What English news shows the features with: see `WordGroup` for how the words are written. */
export const englishWords: WordList = {
	quantity: {
		words: `
			most of, majority, half of, a third of, a quarter of, two-thirds, dozens, scores of, hundreds, thousands
			tens of thousands, millions, billions, trillions, million, billion, trillion, twice, double, triple, tenfold
			one in, rate of, total of, average, toll, three, four, five, six, seven, eight, nine, ten, eleven, twelve
			twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, hundred, thousand, dollars, euros, pounds
			barrels, tonnes, tons, kilometres, kilometers, miles, hectares, acres, degrees, per cent, percent
		`,
	},
	when: {
		words: `
			today, yesterday, tonight, this week, this month, this year, last week, last month, last year, last night
			last decade, last century, next week, next month, next year, earlier this, later this, so far, to date
			for the first time, the first time, since, ago, currently, recently, annually, per year, a year, per day
			every day, in recent years, in recent months, scheduled for, by the end of
		`,
	},
	comparison: {
		words: `
			more than, less than, fewer than, higher than, lower than, greater than, larger than, compared with
			compared to, the most, the least, the largest, the biggest, the highest, the lowest, the worst, the fastest
			the longest, the oldest, the first, among the most, one of the most, record high, record low, record
			second-largest, third-largest, ranked, ranks, outnumber*, exceed*, surpass*, unprecedented
		`,
	},
	change: {
		verbs: `
			rise rose risen, fall fell fallen, increase, decrease, drop dropped, decline, grow grew grown, shrink shrank
			double, triple, halve, climb, surge, soar, plunge, slump, widen, narrow, jump, reach, hit
		`,
		words: 'increase in, decrease in, rise in, fall in, drop in, growth, inflation, decline in',
	},
	speech: {
		verbs: `
			say said, announce, tell told, report, confirm, add, reveal, claim, allege, assert, note, explain
			disclose, acknowledge, admit admitted, insist, maintain, tweet, post, testify, describe
			argue, publish
		`,
		words:
			'according to, in a statement, in an interview, press conference, news conference, quoted as saying',
	},
	act: {
		verbs: `
			accuse, deny, reject, threaten, warn, demand, condemn, denounce, congratulate, apologise, apologize, summon
			criticise, criticize, propose, order, request, urge, oppose, rule ruled, refuse, endorse
		`,
		words: 'accusations, accusation, allegations, allegation',
	},
	event: {
		verbs: `
			sign, agree, approve, pass, vote, issue, hold held, meet met, receive, visit, arrive, leave left, return
			kill, injure, wound, die, arrest, detain, release, launch, attack, bomb, strike struck, shell, shoot shot
			seize, capture, withdraw withdrew withdrawn, occupy, destroy, explode, crash, sink sank, kidnap, assassinate
			raid, execute, win won, lose lost, beat beaten, defeat, elect, run ran, succeed, fail, grant, give gave given
			hand, send sent, deport, open, close, end, begin began begun, start, resume, suspend, cancel, postpone, stop
			impose, ban, block, allow, cut, expel, discover, find found, detect, produce, export, import, sell sold
			buy bought, invest, fund, spend spent, allocate, pay paid, borrow, break broke broken, cause, suffer, join
			attend, flee fled, displace, protest, strike, enter, become became, build built, develop, overthrow, oust
			exchange, convict, sentence, charge, acquit, evacuate, use, cross, steal stole, hack, collapse, host, take took
			taken, offer, declare, file, settle, recall, recover, test, vaccinate, extend, move, carry, set, make made
			recognise, recognize, nationalise, nationalize, sue, lift, deploy, intercept, violate, breach
		`,
		words:
			'took place, was sworn in, were sworn in, sworn in, came into force, takes effect, took effect, shut down',
	},
	happening: {
		words: `
			killing, death, deaths, casualties, victims, arrest, arrests, bombing, airstrike, airstrikes, attack, attacks
			explosion, earthquake, flood, floods, fire, wildfire, election, elections, resignation, dismissal, appointment
			agreement, deal, truce, ceasefire, withdrawal, assassination, coup, protests, strike, sanctions, phone call
			meeting, talks, summit, victory, defeat, fraud, bribery, embezzlement, trafficking, outbreak, cases, missile
			missiles, drone, drones, loan, grant, aid
		`,
	},
	biography: {
		verbs:
			'born, study, graduate, serve, appoint, resign, retire, marry, lead led, head, found founded, chair',
		words: `
			years old, year-old, aged, of Palestinian descent, of descent, businessman, leader of, took office, career
			degree, university, president-elect, former minister, former president, formerly, member of, director of
			took over as, native of
		`,
	},
	commitment: {
		verbs:
			'pledge, commit committed, promise, vow, decide, plan planned, undertake undertook, intend, schedule',
		words:
			'decision, plan to, is due to, are due to, is set to, are set to, will hold, will visit, will meet, will pay',
	},
	practice: {
		verbs: `
			include, comprise, contain, consist, own, employ, provide, supply, cover, operate, border, control, belong
			produce, export, cost, train, finance, cooperate, run ran, hold held
		`,
		words:
			'is located, are located, home to, is a member, no longer, accounts for, account for, accounted for, based in',
	},
	fact: {
		verbs: 'require, depend, live, face, rely, represent, have has had, remain',
		words: 'there is, there are, there was, there were, was, were, is the, are the',
	},
	law: {
		words: `
			law, laws, legislation, court, supreme court, judge, prosecutor, prosecutors, constitution, constitutional
			decree, bill, penalty, prison, jail, fine, treaty, protocol, warrant, licence, license, parliament, congress
			senate, security council, electoral council, official, officially, regulation, regulations
		`,
	},
	cause: {
		verbs: 'trigger, contribute',
		words: `
			because of, because, due to, as a result, resulted in, resulting in, led to, leading to, following, in response to
			after, owing to, thanks to, blamed on, caused by, driven by
		`,
	},
	source: {
		words: `
			study, report, reports, census, data, figures, survey, poll, polls, index, research, documents, document
			sources, source, officials, spokesman, spokeswoman, spokesperson, agency, ministry, department, newspaper
			united nations, world bank, world health organization, white house, pentagon, army, military, police
			authority, reuters, central bank, statistics office
		`,
	},
	person: {
		words: `
			president, prime minister, minister, foreign minister, secretary of state, secretary, mr, mrs, ms, dr, prince
			king, sheikh, general, ambassador, senator, governor, mayor, candidate, secretary-general, commander, chief
			director, chairman, chairwoman, leader, professor, judge
		`,
	},
	opinion: {
		words: `
			cornerstone, turning point, milestone, game changer, game-changer, new chapter, new page, important step
			significant step, major step, historic step, vital step, step forward, a step towards, a step toward
			testament to, reflects the, reflects a, embodies, symbol of, beacon of, paves the way, opens the door
			opens new horizons, sends a message, sends a clear, strategic partner, vital partner, key partner, pivotal role
			crucial role, vital role, key role, there is no doubt, no doubt, undoubtedly, needless to say, it seems
			it appears, seems to, in my opinion, in my view, analysts believe, experts believe, observers believe, some say
			many believe, unfortunately, sadly, fortunately, more than ever, disgrace, disgraceful, betrayal, shameful
			shame, disaster for, conspiracy, farce, ridiculous, hypocrisy, stupid, of great importance, of utmost importance
			should be proud, the best way, the only way, highlights the importance, underscores the importance
			underlines the importance, sheds light, testifies to, deserves, not just, cannot be ignored, the question remains
			raises questions
		`,
	},
	evaluation: {
		words: `
			important, significant, vital, crucial, key, pivotal, outstanding, excellent, successful, remarkable, great
			wonderful, terrible, exceptional, effective, strong, deep, solid, constructive, fruitful, positive, promising
			serious, bold, wise, beautiful, bad, awful, essential, necessary, sensitive, complex, close
		`,
	},
	aim: {
		verbs: 'aim, seek sought, aspire, hope, want, wish, strive, look',
		words: 'keen to, eager to, committed to strengthening',
	},
	purpose: { words: 'in order to, with the aim of, aimed at, efforts to, in an effort to, for the sake of' },
	forecast: {
		verbs: 'expect, predict, forecast, anticipate',
		words: `
			is expected to, are expected to, is likely to, are likely to, likely, may, might, could, perhaps, possibly
			in the future, would, will be, will continue, will contribute, will help, will provide, potential, unclear
			it remains to be seen
		`,
	},
	diplomacy: {
		words: `
			strengthen cooperation, strengthening cooperation, enhance cooperation, enhancing cooperation, deepen cooperation
			deepen ties, strengthen ties, strengthening ties, bilateral relations, bilateral ties, bilateral cooperation
			historic ties, friendly relations, joint cooperation, ways to, areas of mutual interest, mutual interest
			mutual interests, common interests, common challenges, shared challenges, mutual respect, mutual trust
			strategic partnership, security and stability, regional stability, regional security, exchange of expertise
			exchange views, exchange of views, importance of, need to, necessity of, joint efforts, joint coordination
			international community, latest developments, cordial
		`,
	},
	advice: {
		words: 'must, should, ought to, need to act, have to, it is time to, we need, let us, let’s, had better',
	},
	self: {
		words:
			'i think, i believe, i feel, i hope, i wish, we hope, we believe, i am, i’m, in my, my view, personally, i love, i hate',
	},
	address: {
		words: `
			thank you, thanks to everyone, god bless, congratulations to, good morning, good evening, dear readers, please
			click, retweet, don’t forget, do not forget, happy new year, rest in peace, welcome to, ladies and gentlemen
		`,
	},
	idiom: {
		words: `
			is expected of, north of, on the other hand, first of all, in the first place, one of the best ways, at the same time
			in addition, on the one hand, may day, the may, in may, since may, of may, united states, general assembly
			attorney general, secretary general, took part of, by means of
		`,
	},
}

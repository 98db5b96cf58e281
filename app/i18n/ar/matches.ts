import { isolate, plural } from '#app/i18n/plural.ts'

const points = (count: number) =>
	plural('ar', count, {
		one: 'نقطة مئوية واحدة',
		two: 'نقطتان مئويتان',
		few: '# نقاط مئوية',
		many: '# نقطة مئوية',
		other: '# نقطة مئوية',
	})
const days = (count: number) =>
	plural('ar', count, { one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم' })
const months = (count: number) =>
	plural('ar', count, { one: 'شهر واحد', two: 'شهران', few: '# أشهر', many: '# شهرًا', other: '# شهر' })
const years = (count: number) =>
	plural('ar', count, { one: 'سنة واحدة', two: 'سنتان', few: '# سنوات', many: '# سنة', other: '# سنة' })

/** Words about claims that say the same as another, or something against it. */
export const matches = {
	heading: 'ادعاءات متصلة به',
	lead: 'ما تقترحه المقارنة ليس قرارًا. يبتّ فيه شخص، ويُسجَّل من بتّ ومتى.',
	none: 'لا ادعاء آخر يقول مثله أو يناقضه.',
	suggested: (count: number) =>
		plural('ar', count, {
			one: 'اقتراح واحد ينتظر قرارًا',
			two: 'اقتراحان ينتظران قرارًا',
			few: '# اقتراحات تنتظر قرارًا',
			many: '# اقتراحًا تنتظر قرارًا',
			other: '# اقتراح ينتظر قرارًا',
		}),
	decided: (count: number) =>
		plural('ar', count, {
			one: 'صلة واحدة بُتّ فيها',
			two: 'صلتان بُتّ فيهما',
			few: '# صلات بُتّ فيها',
			many: '# صلة بُتّ فيها',
			other: '# صلة بُتّ فيها',
		}),
	/** How the other claim stands to this one; `narrows` by which of the two says more. */
	kinds: { repeats: 'يكرّره', narrows: 'أحدهما أدق', contradicts: 'يناقضه', similar: 'يشبهه' },
	narrower: { this: 'هذا الادعاء أدق من الآخر', other: 'الآخر أدق من هذا الادعاء' },
	states: { suggested: 'مقترح', confirmed: 'مؤكد', rejected: 'مردود' },
	decidedBy: (name: string, moment: string) => `${isolate(name)}، ${moment}`,
	thisClaim: 'هذا الادعاء',
	otherClaim: 'الادعاء الآخر',
	marked: 'ما يختلف بين الصياغتين تحته خط، والأرقام المختلفة في إطار.',
	onlyHere: 'ليس في الصياغة الأخرى',
	figureHere: 'رقم يختلف',
	otherLanguages: 'الصياغتان بلغتين، فلا تُقارن كلماتهما.',
	reasons: {
		heading: 'لماذا',
		same_fingerprint: 'الصياغة نفسها، ولا فرق إلا في الإملاء أو شكل الأرقام.',
		negation: (word: string) => `في أحدهما نفي ليس في الآخر: ${isolate(`«${word}»`)}`,
		opposites: (one: string, other: string) =>
			`كلمتان متضادتان: ${isolate(`«${one}»`)} و${isolate(`«${other}»`)}`,
		more_detail: {
			this: 'يقول هذا الادعاء كل ما يقوله الآخر، ويزيد.',
			other: 'يقول الآخر كل ما يقوله هذا، ويزيد.',
		},
		other_country: 'يذكر كل منهما دولة أخرى.',
		other_name: (one: string, other: string) =>
			`اسمان مختلفان: ${isolate(`«${one}»`)} و${isolate(`«${other}»`)}`,
		other_period: (one: string, other: string) =>
			`زمنان مختلفان: ${isolate(`«${one}»`)} و${isolate(`«${other}»`)}`,
		other_base: (one: string, other: string) =>
			`رقمان لشيئين مختلفين: ${isolate(`«${one}»`)} و${isolate(`«${other}»`)}`,
		other_words: (one: string, other: string) =>
			`كلمات مختلفة في الموضع نفسه: ${isolate(`«${one}»`)} و${isolate(`«${other}»`)}`,
		none: 'لا سبب من الكلمات: ربطهما شخص.',
	},
	/** What two figures of one quantity make of each other. */
	figures: {
		pair: (one: string, other: string) => `${isolate(one)} و${isolate(other)}`,
		equal: 'الرقم نفسه',
		rounded: (decimals: number) =>
			decimals === 0
				? 'متساويان بعد التقريب إلى عدد صحيح'
				: plural('ar', decimals, {
						one: 'متساويان بعد التقريب إلى منزلة عشرية واحدة',
						two: 'متساويان بعد التقريب إلى منزلتين عشريتين',
						few: 'متساويان بعد التقريب إلى # منازل عشرية',
						other: 'متساويان بعد التقريب إلى # منزلة عشرية',
					}),
		roundedCoarsely: 'متساويان بعد التقريب',
		about: 'الفرق تفسّره كلمة «نحو» أو ما في معناها',
		within_limit: 'الرقم ضمن الحد المذكور',
		unexplained: (gap: string) => `الفرق ${gap}، ولا يفسّره التقريب`,
		opposed: 'حدّان لا يجتمعان',
		apart: (gap: string) => `الفرق ${gap}`,
		gaps: {
			percent: points,
			day: days,
			weekday: days,
			month: months,
			year: years,
		},
		heading: 'الرقمان جنبًا إلى جنب',
		gap: 'الفرق',
	},
	decide: {
		heading: 'قرارك',
		kind: 'الصلة بينهما',
		kinds: {
			repeats: 'يقولان الشيء نفسه',
			narrows: 'أحدهما أدق من الآخر',
			contradicts: 'لا يصحّان معًا',
		},
		comment: 'تعليق (اختياري)',
		confirm: 'أكّد الصلة',
		reject: 'لا صلة بينهما',
		again: 'غيّر القرار',
		editorOnly: 'قرار زميلك يغيّره محرّر.',
		join: 'أكّد وضمّهما في ادعاء واحد',
		joinDone: 'ضمّهما في ادعاء واحد',
		keep: 'أي الادعاءين يبقى؟',
		keepThis: 'هذا الادعاء',
		keepOther: 'الادعاء الآخر',
		joinNote: 'ينتقل إلى الباقي كل موضع قيل فيه الآخر، ويُستبعد الآخر بوصفه مكررًا. تبقى صفحته وسجله وأدلته.',
		linkedOnly: 'لا يُضمّان: كلاهما تجاوز البحث، أو مع زميل غيرك. تبقى الصلة بينهما.',
	},
	done: {
		confirmed: 'سُجّل تأكيدك.',
		rejected: 'سُجّل أنه لا صلة بينهما.',
		joined: (given: number) =>
			given === 0
				? 'صار الادعاءان واحدًا.'
				: `صار الادعاءان واحدًا، وانتقل ${plural('ar', given, { one: 'موضع واحد', two: 'موضعان', few: '# مواضع', many: '# موضعًا', other: '# موضع' })}.`,
	},
	joinedTo: 'ضُمّ هذا الادعاء إلى ادعاء آخر، والعمل عليه هناك:',
	stale: 'تغيّرت الصلة بعد أن فتحت الصفحة: بتّ فيها زميل أو أُعيدت صياغة أحد الادعاءين. هذا ما هي عليه الآن.',
	byHand: {
		link: 'اربطه بادعاء آخر',
		heading: 'ربط ادعاء بآخر',
		lead: 'ابحث بكلمات الادعاء الآخر، أو الصق عنوان صفحته أو رقمه.',
		search: 'كلمات الادعاء أو رقمه',
		find: 'ابحث',
		nothing: 'لا ادعاء بهذه الكلمات.',
		back: 'عودة إلى الادعاء',
		choose: 'اختره',
	},
	similar: {
		heading: 'ادعاءات مشابهة',
		waiting: 'يُبحث عن ادعاءات مشابهة…',
		none: 'لا ادعاء مشابهًا.',
		found: (count: number) =>
			plural('ar', count, {
				one: 'ادعاء واحد مشابه',
				two: 'ادعاءان مشابهان',
				few: '# ادعاءات مشابهة',
				many: '# ادعاءً مشابهًا',
				other: '# ادعاء مشابه',
			}),
		take: 'هو الادعاء نفسه: أضف الاقتباس إليه',
		takeHint: 'يصير الاقتباس موضعًا آخر لهذا الادعاء بدل أن يُنشأ ادعاء جديد.',
		needsQuotation: 'حدّد الاقتباس أولًا.',
		failed: 'تعذّر البحث الآن. يمكنك أن تتابع.',
		newTab: 'يُفتح في نافذة أخرى',
		places: (count: number) =>
			plural('ar', count, {
				zero: 'بلا موضع',
				one: 'في موضع واحد',
				two: 'في موضعين',
				few: 'في # مواضع',
				many: 'في # موضعًا',
				other: 'في # موضع',
			}),
	},
	ledger: {
		title: 'دفتر الأرقام',
		lead: 'كل ما قيل عن كمية واحدة في سطر واحد: من قاله وأين ومتى، وهل تتفق الأرقام.',
		none: 'لا أرقام بعد. تظهر هنا أرقام الادعاءات حين تُدخل.',
		nothing: 'لا كمية بهذا الترشيح.',
		clear: 'أزل الترشيح',
		filter: 'ترشيح',
		words: 'كلمات',
		country: 'الدولة',
		anyCountry: 'كل الدول',
		unit: 'الوحدة',
		anyUnit: 'كل الوحدات',
		apply: 'رشّح',
		next: 'التالي',
		first: 'من البداية',
		back: 'كل الكميات',
		value: 'القيمة كما كُتبت',
		claimant: 'صاحب الادعاء',
		said: 'تاريخ القول',
		claim: 'الادعاء',
		rating: 'التصنيف',
		agrees: 'مقارنة بغيرها',
		agree: {
			single: 'قيمة واحدة',
			same: 'متفقة',
			rounded: 'متفقة بعد التقريب',
			apart: (count: number) =>
				plural('ar', count, {
					one: 'قيمة واحدة لا تتفق',
					two: 'قيمتان لا تتفقان',
					few: '# قيم لا تتفق',
					many: '# قيمة لا تتفق',
					other: '# قيمة لا تتفق',
				}),
		},
		plot: (count: number, least: string, most: string) =>
			`${plural('ar', count, { few: '# قيم', many: '# قيمة', other: '# قيمة' })} من ${isolate(least)} إلى ${isolate(most)}`,
		plotKey: { agree: 'الدائرة: تتفق مع غيرها', apart: 'المعيّن: لا تتفق' },
	},
}

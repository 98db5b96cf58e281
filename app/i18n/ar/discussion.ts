import { isolate, plural } from '#app/i18n/plural.ts'
import type { ContactChannel, ContactKind } from '#app/domain/contact.ts'
import type { VerdictPart } from '#app/domain/discussion.ts'

const days = (count: number) =>
	plural('ar', count, {
		zero: 'اليوم',
		one: 'يوم واحد',
		two: 'يومين',
		few: '# أيام',
		many: '# يومًا',
		other: '# يوم',
	})

/** Words of the talk about a claim, of its times, and of what passed with the claimant. */
export const discussion = {
	heading: 'النقاش',
	nothing: 'لا نقاش بعد. اسأل زميلًا عن دليل أو عن جزء من الحكم، واذكره باسمه بعد ‎@‎ ليصله إشعار.',
	open: (count: number) =>
		plural('ar', count, {
			zero: 'لا نقاش مفتوح',
			one: 'نقاش مفتوح واحد',
			two: 'نقاشان مفتوحان',
			few: '# نقاشات مفتوحة',
			many: '# نقاشًا مفتوحًا',
			other: '# نقاش مفتوح',
		}),
	settled: (count: number) =>
		plural('ar', count, {
			one: 'نقاش واحد حُسم',
			two: 'نقاشان حُسما',
			few: '# نقاشات حُسمت',
			many: '# نقاشًا حُسم',
			other: '# نقاش حُسم',
		}),
	subject: {
		label: 'عمّ النقاش',
		claim: 'الادعاء كله',
		evidence: (number: number) => `الدليل ${number}`,
		parts: { rating: 'التصنيف', summary: 'الخلاصة', rationale: 'التعليل' } satisfies Record<
			VerdictPart,
			string
		> as Record<VerdictPart, string>,
	},
	begin: 'ابدأ نقاشًا',
	text: 'ما تريد قوله',
	textHint: 'Markdown. اكتب @ ثم اسم زميل ليصله إشعار، و[1] للإشارة إلى الدليل 1.',
	pick: 'زملاء بهذا الاسم',
	call: 'أشعِر أيضًا',
	send: 'أرسل',
	reply: 'ردّ',
	replyLabel: (subject: string) => `ردّ في النقاش: ${subject}`,
	reword: 'عدّل',
	rewordSave: 'احفظ التعديل',
	takeBack: 'أزل ما كتبته',
	resolve: 'حُسم',
	resolveLabel: (subject: string) => `احسم النقاش: ${subject}`,
	reopen: 'افتحه من جديد',
	resolved: (name: string, age: string) => `حسمه ${isolate(name)} ${age}`,
	edited: 'عُدّل',
	takenBack: 'أزاله كاتبه.',
	called: 'ذُكر فيه:',
	reopensNote: 'الرد على نقاش حُسم يفتحه من جديد.',
	changesAsked: (name: string, age: string) => `طلب ${isolate(name)} تعديلات ${age}`,
	done: {
		open_thread: 'بدأ النقاش.',
		reply: 'أُرسل ردّك.',
		reword_comment: 'حُفظ التعديل. ما كان مكتوبًا يبقى في السجل.',
		resolve_thread: 'تغيّر حال النقاش.',
		set_due: 'حُفظ الموعد.',
		log_contact: 'أُضيف إلى سجل التواصل.',
	},
	events: {
		open_thread: (subject: string) => `بدء نقاش: ${subject}`,
		resolve_thread: (subject: string) => `حسم نقاش: ${subject}`,
		reopen_thread: (subject: string) => `إعادة فتح نقاش: ${subject}`,
		set_due: (day: string) => `تحديد موعد: ${day}`,
		unset_due: 'إلغاء الموعد',
	},
	due: {
		heading: 'الموعد',
		set: 'حدّد موعدًا',
		change: 'غيّر الموعد',
		on: 'يُنشر قبل نهاية',
		onHint: 'اتركه فارغًا إن لم يكن له موعد.',
		save: 'احفظ الموعد',
		none: 'لا موعد',
		what: { claim: 'الموعد', review: 'موعد المراجعة' },
		overdue: (count: number) => `متأخر ${days(count)}`,
		soon: (count: number) => (count === 0 ? 'اليوم' : `بعد ${days(count)}`),
		days: {
			heading: 'المواعيد',
			review: 'أيام مراجعة الحكم المقترح',
			complaint: 'أيام الرد على بلاغ قارئ',
			save: 'احفظ المواعيد',
		},
		badDays: 'اكتب عددًا من 1 إلى 90.',
		onlyOverdue: 'المتأخر فقط',
	},
	contacts: {
		heading: 'التواصل مع صاحب الادعاء',
		note: 'حق الرد: من سُئل ومتى وبماذا أجاب. يُنشر السجل مع الحكم، من دون عناوين ولا أسماء العاملين هنا ولا اسم من وصلنا إليه. ما يُسجّل لا يُمحى؛ صحّحه بسطر جديد.',
		nothing: 'لم يُسجّل تواصل بعد. سجّل كل محاولة، أو قل لماذا لا يمكن السؤال.',
		add: 'أضف إلى السجل',
		kind: 'ما الذي حدث',
		kinds: {
			attempted: 'سألناه',
			answered: 'أجاب',
			declined: 'امتنع عن الجواب',
			not_possible: 'لا يمكن سؤاله',
			noted: 'ملاحظة',
		} satisfies Record<ContactKind, string> as Record<ContactKind, string>,
		kindHints: {
			attempted: 'اكتب ما سألته عنه، وإلى متى ينتظر جوابه.',
			answered: 'انقل الجواب حرفيًا وبلغته.',
			declined: 'قال إنه لن يجيب.',
			not_possible: 'قل للقرّاء لماذا.',
		},
		channel: 'بأي طريق',
		channels: {
			email: 'البريد الإلكتروني',
			phone: 'الهاتف',
			letter: 'رسالة بريدية',
			form: 'نموذج في موقعه',
			in_person: 'لقاء',
			social: 'منصة تواصل',
			other: 'طريق آخر',
		} satisfies Record<ContactChannel, string> as Record<ContactChannel, string>,
		on: 'التاريخ',
		toWhom: 'من هو',
		toWhomHint: 'صفته أو مكتبه. يبقى في غرفة التحقق.',
		asked: 'ما الذي سُئل عنه',
		answer: 'الجواب حرفيًا',
		noteIn: { ar: 'ملاحظة للقرّاء بالعربية', en: 'ملاحظة للقرّاء بالإنجليزية' },
		deadline: 'يُنتظر الجواب حتى',
		submit: 'سجّل',
		recorded: (name: string) => `سجّله ${isolate(name)}`,
		/** On the page of readers. */
		public: {
			heading: 'ما سألنا عنه صاحب الادعاء',
			asked: 'السؤال',
			answer: 'الجواب كما ورد',
			until: (day: string) => `انتظرنا جوابه حتى ${day}`,
			note: 'لا تُنشر هنا عناوين ولا أسماء من راسلونا باسمه.',
		},
	},
	gate: {
		toLog: 'إلى سجل التواصل',
		/** What is missing, concretely. */
		evidence: (missing: number) =>
			plural('ar', missing, {
				one: 'ينقص دليل واحد.',
				two: 'ينقص دليلان.',
				few: 'تنقص # أدلة.',
				many: 'ينقص # دليلًا.',
				other: 'ينقص # دليل.',
			}),
		noEvidence: 'لا أدلة بعد.',
		secondary: (count: number) =>
			plural('ar', count, {
				one: 'الدليل الوحيد ثانوي.',
				two: 'الدليلان كلاهما ثانوي.',
				few: 'الأدلة الـ# كلها ثانوية.',
				many: 'الأدلة الـ# كلها ثانوية.',
				other: 'الأدلة الـ# كلها ثانوية.',
			}),
		noBase: (figures: string[]) => `بلا أساس: ${figures.map((figure) => isolate(figure)).join('، ')}`,
		noContact: 'لا محاولة مسجّلة ولا سبب لتعذّرها.',
		noText: {
			summary: { ar: 'لا خلاصة بالعربية.', en: 'لا خلاصة بالإنجليزية.' },
			rationale: { ar: 'لا تعليل بالعربية.', en: 'لا تعليل بالإنجليزية.' },
		},
		granted: {
			editor: (day: string) => `منحه أحد المحرّرين في ${day}`,
			reviewer: (day: string) => `منحه مراجع غير كاتب الحكم في ${day}`,
		},
		withApproval: 'سجّله من يقترح الحكم، فلا يسري إلا إذا منحه من يوافق على النشر.',
	},
}

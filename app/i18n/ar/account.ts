import type { Browser, System } from '#app/domain/device.ts'
import { isolate } from '#app/i18n/plural.ts'

const browsers: Record<Browser, string> = {
	edge: 'إيدج',
	opera: 'أوبرا',
	samsung: 'متصفح سامسونغ',
	vivaldi: 'فيفالدي',
	firefox: 'فيرفوكس',
	chrome: 'كروم',
	safari: 'سفاري',
}
const systems: Record<System, string> = {
	android: 'أندرويد',
	iphone: 'آيفون',
	ipad: 'آيباد',
	windows: 'ويندوز',
	chromeos: 'كروم أو إس',
	mac: 'ماك',
	linux: 'لينكس',
}

/** The person’s own account: profile, password, sessions, and proving who one is. */
export const account = {
	title: 'حسابك',
	/** Between the pages of the account. */
	pages: 'صفحات الحساب',
	save: 'احفظ',
	/** Said when a step needs a proof that is not older than some minutes. */
	confirmFirst: 'مضى وقت على إثبات هويتك، فلم يتغير شيء بعد. أكّدها ثم أعد الإرسال؛ ما كتبته باقٍ.',
	toConfirm: 'أكّد هويتك',
	profile: {
		title: 'الاسم واللغة',
		language: 'لغة الواجهة والرسائل',
	},
	email: {
		title: 'البريد الإلكتروني',
		present: 'عنوانك الآن',
		lead: 'به تدخل، وإليه تصل الرسائل. لا يتغير حتى تؤكد التغيير من صندوقي البريد، القديم والجديد.',
		address: 'العنوان الجديد',
		submit: 'أرسل رسالتي التأكيد',
		confirmNote: 'تغيير العنوان خطوة حساسة، فتُطلب كلمة المرور قبلها.',
		change: 'غيّر العنوان',
		pending: (email: string) => `طلبت تغيير عنوانك إلى ${isolate(email)}.`,
		oldEnd: 'الصندوق القديم',
		newEnd: 'الصندوق الجديد',
		confirmed: 'أكّد',
		awaited: 'لم يؤكد بعد. افتح الرابط في الرسالة التي أُرسلت إليه.',
		until: (moment: string) => `يصلح الرابطان حتى ${moment}.`,
		cancel: 'ألغِ الطلب',
	},
	password: {
		title: 'كلمة المرور',
		current: 'كلمة المرور الحالية',
		after: 'تنتهي جلساتك في الأجهزة الأخرى، وتصلك رسالة بالتغيير.',
		submit: 'غيّر كلمة المرور',
		changedMeanwhile: 'تغيّرت كلمة مرورك في هذه الأثناء. ادخل من جديد بالكلمة الأحدث.',
	},
	sessions: {
		title: 'الجلسات المفتوحة',
		lead: 'كل جهاز دخلت منه ولم تخرج. إن لم تعرف أحدها فأنهِه وغيّر كلمة مرورك.',
		browsers,
		systems,
		device: (browser: string, system: string) => `${browser} على ${system}`,
		unknown: 'جهاز غير معروف',
		this: 'هذه الجلسة',
		network: 'الشبكة',
		began: 'بدأت',
		lastUsed: 'آخر استعمال',
		end: 'أنهِ',
		endNamed: (device: string, began: string) => `أنهِ جلسة ${device} التي بدأت ${began}`,
		endOthers: 'أنهِ كل الجلسات إلا هذه',
		onlyThis: 'لا جلسة مفتوحة غير هذه.',
		confirmNote: 'لإنهاء جلسة تُطلب كلمة المرور أولًا.',
		gone: 'هذه الجلسة ليست في القائمة: انتهت من قبل.',
		limits: 'تنتهي كل جلسة بعد ساعة بلا استعمال، وبعد 12 ساعة على الأكثر (8 ساعات للإدارة).',
	},
	/** What was done, above the page after it. */
	done: {
		profile: 'حُفظ الاسم واللغة.',
		notifications: 'حُفظت الإشعارات التي تصلك.',
		password: 'تغيّرت كلمة مرورك، وانتهت جلساتك في الأجهزة الأخرى.',
		email: 'أُرسلت رسالة إلى كل من العنوانين. افتح الرابط في كل منهما لتأكيد التغيير.',
		'cancel-email': 'أُلغي الطلب وبقي عنوانك كما هو. الرابطان لم يعودا يعملان.',
		'end-session': 'انتهت الجلسة.',
		'end-sessions': 'انتهت كل جلساتك إلا هذه.',
	},
	confirm: {
		title: 'أكّد هويتك',
		lead: 'الخطوة التالية حساسة. أثبت أنك أنت، ولن تُسأل مرة أخرى خلال ربع ساعة.',
		whose: (email: string) => `دخلت بحساب ${isolate(email)}.`,
		password: 'كلمة المرور',
		submit: 'أكّد بكلمة المرور',
		codeSubmit: 'أكّد بالرمز',
		or: 'أو',
	},
	/** The page that the links in the two letters about a new address lead to. */
	emailChange: {
		title: 'تأكيد تغيير البريد',
		old: (name: string, email: string) =>
			`طُلب أن يصبح عنوان حساب ${isolate(name)} في تدقيق ${isolate(email)} بدل هذا الصندوق.`,
		new: (name: string, email: string) =>
			`طُلب أن يصبح ${isolate(email)} عنوان حساب ${isolate(name)} في تدقيق.`,
		after: 'حين يؤكد الصندوقان يتغير العنوان وتنتهي كل الجلسات، فتدخل من جديد بالعنوان الجديد.',
		notYou: 'إن لم تطلب ذلك فلا تؤكد، وغيّر كلمة مرورك.',
		notYours: 'إن لم تطلب ذلك فأغلق هذه الصفحة، ولن يتغير شيء.',
		submit: 'أؤكد التغيير',
		'awaits-old': 'أُكّد العنوان الجديد. بقي أن تفتح الرابط المرسل إلى الصندوق القديم.',
		'awaits-new': 'أُكّد من الصندوق القديم. بقي أن تفتح الرابط المرسل إلى العنوان الجديد.',
		changed: 'تغيّر عنوانك وانتهت كل جلساتك. ادخل من جديد بالعنوان الجديد.',
		taken:
			'لم يتغير العنوان: صار للعنوان الجديد حساب آخر بعد أن طلبت التغيير. اطلب عنوانًا غيره من صفحة حسابك.',
		spentTitle: 'هذا الرابط لم يعد يعمل',
		spent: 'استُعمل من قبل، أو انتهت مدته، أو أُلغي الطلب. إن كنت ما زلت تريد التغيير فاطلبه من صفحة حسابك.',
		toSignIn: 'إلى صفحة الدخول',
		toAccount: 'إلى صفحة حسابك',
	},
}

import type { ActivityGroup, ActivityKind } from '#app/domain/activity.ts'

/** What a line says: whole, or one way of somebody's own account and another way of somebody else's. */
export type ActivitySentence = string | { own: string; other: string }

/*
 * A line names who did it and then the deed as a noun, which is right whoever did it. `{who}`, `{claim}` and the like
 * stand for names and texts, which the page sets apart and links.
 */
const sentences: Record<ActivityKind, ActivitySentence> = {
	create: '{who}: استخراج الادعاء «{claim}» من مقال',
	edit_claim: '{who}: تعديل الادعاء «{claim}»',
	add_evidence: '{who}: إضافة الدليل {number} إلى الادعاء «{claim}»',
	remove_evidence: '{who}: إزالة الدليل {number} من الادعاء «{claim}»',
	record_contact: '{who}: سؤال صاحب الادعاء عن «{claim}»',
	open_thread: '{who}: بدء نقاش في الادعاء «{claim}»',
	resolve_thread: '{who}: حسم نقاش في الادعاء «{claim}»',
	reopen_thread: '{who}: إعادة فتح نقاش في الادعاء «{claim}»',
	set_due: '{who}: تغيير موعد الادعاء «{claim}»',
	move_quotation: '{who}: تعديل حدود الاقتباس في الادعاء «{claim}»',
	place_quotation: '{who}: البتّ في اقتباس لم يُعثر عليه في نسخة جديدة، في الادعاء «{claim}»',
	add_appearance: '{who}: إضافة موضع آخر للادعاء «{claim}»',
	decide_match: '{who}: البتّ في صلة الادعاء «{claim}» بادعاء آخر',
	join: '{who}: ضمّ ادعاء آخر إلى «{claim}»',
	import_bundle: '{who}: أخذ الادعاء «{claim}» من حزمة',
	ask_blind: '{who}: طلب تصنيف أعمى للادعاء «{claim}»',
	rate_blind: '{who}: تصنيف أعمى للادعاء «{claim}»',
	settle_blind: '{who}: فصل بين تصنيفين للادعاء «{claim}»: {rating}',
	call_off_blind: '{who}: إلغاء التصنيف الأعمى للادعاء «{claim}»',
	grant_exception: '{who}: تسجيل استثناء من شرط «{rule}» للادعاء «{claim}»',
	take: '{who}: تولّي البحث في الادعاء «{claim}»',
	assign: '{who}: إسناد البحث في الادعاء «{claim}» إلى {person}',
	propose: '{who}: اقتراح الحكم «{rating}» على الادعاء «{claim}»',
	propose_correction: '{who}: اقتراح تصحيح الحكم على الادعاء «{claim}»: «{rating}»',
	request_changes: '{who}: إعادة الحكم على الادعاء «{claim}» للتعديل ({reason})',
	decline_correction: '{who}: ردّ تصحيح الحكم على الادعاء «{claim}» ({reason})',
	approve: '{who}: الموافقة على الحكم «{rating}» على الادعاء «{claim}» ونشر النسخة {number}',
	correct: '{who}: الموافقة على تصحيح الحكم على الادعاء «{claim}» ونشر النسخة {number}',
	reopen: '{who}: إعادة فتح البحث في الادعاء «{claim}»',
	drop: '{who}: استبعاد الادعاء «{claim}» ({reason})',
	capture: '{who}: إضافة المقال «{article}»',
	'first-admin': '{who}: إنشاء أول حساب إدارة',
	invited: '{who}: دعوة {email} إلى الفريق، والدور: {role}',
	'invitation-resent': '{who}: إعادة إرسال الدعوة إلى {email}',
	'invitation-revoked': '{who}: سحب الدعوة المرسلة إلى {email}',
	joined: '{who}: الانضمام إلى الفريق بدعوة، والدور: {role}',
	'signed-in': '{who}: الدخول إلى غرفة التحقق',
	'signed-out': '{who}: الخروج من غرفة التحقق',
	'session-ended': { own: '{who}: إنهاء جلسة على جهاز آخر', other: '{who}: إنهاء جلسة من جلسات {person}' },
	'sessions-ended': {
		own: '{who}: إنهاء الجلسات على الأجهزة الأخرى',
		other: '{who}: إنهاء جلسات {person} كلها',
	},
	'password-changed': '{who}: تغيير كلمة المرور',
	'password-reset-asked': {
		own: '{who}: طلب كلمة مرور جديدة',
		other: '{who}: طلب كلمة مرور جديدة لحساب {person}',
	},
	'password-reset': {
		own: '{who}: تعيين كلمة مرور جديدة',
		other: '{who}: تعيين كلمة مرور جديدة لحساب {person}',
	},
	'second-factor-added': '{who}: تفعيل المصادقة الثنائية',
	'second-factor-removed': {
		own: '{who}: إلغاء المصادقة الثنائية',
		other: '{who}: إلغاء المصادقة الثنائية لحساب {person}',
	},
	'recovery-codes-made': '{who}: إنشاء رموز استرداد جديدة',
	'recovery-code-used': '{who}: استعمال رمز استرداد',
	'passkey-added': '{who}: إضافة مفتاح مرور',
	'passkey-removed': { own: '{who}: حذف مفتاح مرور', other: '{who}: حذف مفتاح مرور لحساب {person}' },
	'name-changed': { own: '{who}: تغيير الاسم', other: '{who}: تغيير اسم {person}' },
	'email-change-asked': '{who}: طلب تغيير البريد',
	'email-changed': { own: '{who}: تغيير البريد', other: '{who}: تغيير بريد {person}' },
	'role-changed': '{who}: تغيير دور {person} من «{from}» إلى «{to}»',
	disabled: '{who}: إيقاف حساب {person}',
	enabled: '{who}: إعادة تشغيل حساب {person}',
	'work-reassigned': '{who}: نقل العمل المفتوح من {person} ({claims})',
	'setting-changed': '{who}: تغيير الإعداد «{setting}» من «{from}» إلى «{to}»',
	'activity-exported': '{who}: تصدير السجل',
}

const groups: Record<ActivityGroup, string> = {
	claims: 'الادعاءات',
	verdicts: 'الأحكام',
	articles: 'المقالات',
	accounts: 'الحسابات',
	settings: 'الإعدادات',
}

/** Who did what when. */
export const activity = {
	title: 'السجل',
	lead: 'من فعل ماذا ومتى، الأحدث أولًا. الأوقات بتوقيت غرينتش.',
	/** Whoever did it was not signed in. */
	nobody: 'دون تسجيل دخول',
	/** Work that was taken from somebody and given to nobody. */
	unassigned: '{who}: إلغاء إسناد البحث في الادعاء «{claim}»',
	/** A line that a newer version wrote. */
	unknown: '{who}: إجراء لا تعرفه هذه النسخة ({kind})',
	sentences,
	groups,
	/** Names of settings, and of values that are no roles. */
	settings: {
		'second-factor-from': 'من تلزمه المصادقة الثنائية',
		'review-days': 'أيام المراجعة',
		'complaint-days': 'أيام الرد على بلاغ',
	} as Record<string, string>,
	values: { nobody: 'لا أحد' } as Record<string, string>,
	filter: {
		label: 'تصفية السجل',
		person: 'الشخص',
		group: 'ما يخصّ',
		from: 'من يوم',
		to: 'إلى يوم',
		claim: 'الادعاء',
		claimHint: 'الصق رابط الادعاء أو معرّفه.',
		any: 'الكل',
		apply: 'طبّق',
		clear: 'أزل التصفية',
	},
	ofClaim: 'سجل الادعاء:',
	unknownClaim: 'لا ادعاء بهذا الرابط أو المعرّف. انسخ الرابط من صفحة الادعاء.',
	nothing: 'لا شيء في السجل بعد. يظهر هنا كل ما يفعله الفريق، من أول مقال أو دعوة.',
	nothingHere: 'لا شيء في السجل يوافق هذه التصفية.',
	export: 'صدّر هذا السجل جدولًا (CSV)',
	exportHint: 'كل ما يوافق التصفية، لا هذه الصفحة وحدها. يُسجَّل التصدير هنا.',
	fileName: 'سجل-تدقيق',
	columns: {
		at: 'الوقت (UTC)',
		who: 'الشخص',
		group: 'ما يخصّ',
		what: 'ما جرى',
		subject: 'من يعنيه',
		claim: 'الادعاء',
		article: 'المقال',
		link: 'الرابط',
	},
}

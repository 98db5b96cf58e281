import { isolate, plural } from '#app/i18n/plural.ts'
import { desk } from './desk.ts'
import type { AccountChange } from '#app/mail/letters.ts'
import type { Role } from '#app/domain/people.ts'

const { roles } = desk

/** One of the two. */
type Time = { hours?: number; minutes?: number }

/** How long a link is good for, after "صالح لمدة". */
function lasting({ hours, minutes }: Time): string {
	return hours === undefined
		? plural('ar', minutes ?? 0, {
				one: 'دقيقة واحدة',
				two: 'دقيقتين',
				few: '# دقائق',
				many: '# دقيقة',
				other: '# دقيقة',
			})
		: plural('ar', hours, {
				one: 'ساعة واحدة',
				two: 'ساعتين',
				few: '# ساعات',
				many: '# ساعة',
				other: '# ساعة',
			})
}

/**
 * What we write by mail. No subject holds words that people typed; names and addresses are set apart from the
 * direction of the sentence. The Arabic file sets the shape; the English one follows it.
 */
export const letters = {
	sender: 'تدقيق',
	greeting: (name: string) => `مرحبًا ${isolate(name)}،`,
	closing: 'غرفة التحقق في تدقيق',
	automatic: 'هذه رسالة آلية، ولا يصل الرد عليها إلى أحد.',
	link: 'إن لم يُفتح الرابط فانسخ هذا العنوان إلى المتصفح:',
	once: (time: Time) => `الرابط صالح لمدة ${lasting(time)}، ويُستعمل مرة واحدة.`,
	invitation: {
		subject: 'دعوة إلى غرفة التحقق في تدقيق',
		says: (inviter: string, role: Role) =>
			`وصلتك من ${isolate(inviter)} دعوة إلى الانضمام إلى غرفة التحقق، وفيها تُفحص الادعاءات قبل أن يُنشر الحكم عليها. دورك فيها: ${roles[role]}.`,
		action: 'قبول الدعوة',
		unexpected: 'إن كنت لا تتوقع هذه الدعوة فتجاهلها، ولن يُفتح حساب بهذا البريد.',
	},
	passwordReset: {
		subject: 'كلمة مرور جديدة لحسابك في تدقيق',
		says: 'طُلب رابط لاختيار كلمة مرور جديدة لحسابك في غرفة التحقق.',
		action: 'اختيار كلمة مرور جديدة',
		unexpected: 'إن لم تطلب ذلك فتجاهل هذه الرسالة: كلمة مرورك باقية كما هي.',
	},
	emailChangeOld: {
		subject: 'طلب تغيير بريد حسابك في تدقيق',
		says: (newEmail: string) =>
			`طُلب أن يصير بريد حسابك ${isolate(newEmail)} بدلًا من هذا البريد. لا يتغير شيء قبل الموافقة من البريدين كليهما.`,
		action: 'مراجعة الطلب',
		unexpected: 'إن لم تطلب ذلك فلا توافق، وغيّر كلمة مرورك، وأخبر إدارة غرفة التحقق.',
	},
	emailChangeNew: {
		subject: 'تأكيد بريدك الجديد في تدقيق',
		says: 'طُلب أن يصير هذا البريد بريد حساب في غرفة التحقق. لا يتغير شيء قبل تأكيده من هنا.',
		action: 'تأكيد البريد',
		unexpected: 'إن لم تطلب ذلك فتجاهل هذه الرسالة، ولن يرتبط هذا البريد بأي حساب.',
	},
	accountChanged: {
		subject: 'تغيير في حسابك في تدقيق',
		what: {
			password: () => 'تغيّرت كلمة مرور حسابك في غرفة التحقق.',
			email: () => 'صار هذا البريد بريد حسابك في غرفة التحقق.',
			'second-factor-added': () => 'صار الدخول إلى حسابك يتطلب رمزًا من تطبيق المصادقة.',
			'second-factor-removed': () => 'لم يعد الدخول إلى حسابك يتطلب رمزًا من تطبيق المصادقة.',
			'passkey-added': () => 'أُضيف إلى حسابك مفتاح مرور.',
			'passkey-removed': () => 'حُذف من حسابك مفتاح مرور.',
			'recovery-code-used': () => 'استُعمل للدخول إلى حسابك رمز من رموز الاسترداد، ولن يعمل مرة أخرى.',
			role: (role: Role) => `تغيّر دورك في غرفة التحقق، وهو الآن: ${roles[role]}.`,
			disabled: () => 'أُوقف حسابك في غرفة التحقق، ولم يعد الدخول إليه ممكنًا.',
			'new-device': () => 'سُجّل الدخول إلى حسابك من جهاز لم يُستعمل من قبل.',
		} satisfies Record<AccountChange, (role: Role) => string>,
		when: (moment: string) => `كان ذلك في ${isolate(moment)}.`,
		notYou: 'إن لم تكن أنت من فعل ذلك فاختر كلمة مرور جديدة الآن، وأخبر إدارة غرفة التحقق.',
		action: 'اختيار كلمة مرور جديدة',
		byOthers: 'إن رأيت في ذلك خطأ فراجع إدارة غرفة التحقق.',
	},
}

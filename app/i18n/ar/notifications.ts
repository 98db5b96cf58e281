import { isolate, plural } from '#app/i18n/plural.ts'
import type { NotificationKind, NotificationWay } from '#app/domain/notification.ts'

/** Words of what people are told: on the desk, in letters and where they choose how. `who` and `day` are as they are shown. */
export const notifications = {
	title: 'الإشعارات',
	lead: 'ما يخصّك، الأحدث أولًا.',
	/** On the way there from every page, after the name of the section. */
	unread: (count: number) =>
		plural('ar', count, {
			one: 'إشعار واحد لم يُقرأ',
			two: 'إشعاران لم يُقرآ',
			few: '# إشعارات لم تُقرأ',
			many: '# إشعارًا لم يُقرأ',
			other: '# إشعار لم يُقرأ',
		}),
	nothing: 'لا إشعارات. حين يذكرك زميل، أو يُسند إليك ادعاء، أو يحل موعد، تجده هنا.',
	isNew: 'جديد',
	open: 'افتحه',
	openLabel: (sentence: string) => `افتحه: ${sentence}`,
	markRead: 'مقروء',
	markReadLabel: (sentence: string) => `اجعله مقروءًا: ${sentence}`,
	markAll: 'اجعلها كلها مقروءة',
	choose: 'كيف تصلك الإشعارات',
	sentences: {
		mentioned: (who) => `ذكرك ${who} في نقاش.`,
		replied: (who) => `ردّ ${who} في نقاش شاركت فيه.`,
		assigned: (who) => `أسند إليك ${who} ادعاءً.`,
		review_waits: (who) => `اقترح ${who} حكمًا ينتظر شخصًا ثانيًا.`,
		changes_requested: (who) => `أعاد ${who} حكمك للتعديل.`,
		published: (who) => `وافق ${who} على الحكم، وهو الآن منشور.`,
		due_soon: (_, day) => `يحل موعد الادعاء في ${day}.`,
		overdue: (_, day) => `تأخّر ما كان موعده ${day}.`,
		task_opened: (_, day) => `فُتحت مهمة${day ? `، موعدها ${day}` : ''}.`,
	} satisfies Record<NotificationKind, (who: string, day: string) => string> as Record<
		NotificationKind,
		(who: string, day: string) => string
	>,
	kinds: {
		mentioned: 'حين يذكرك زميل',
		replied: 'ردّ في نقاش شاركت فيه',
		assigned: 'ادعاء أُسند إليك',
		review_waits: 'حكم ينتظر شخصًا ثانيًا',
		changes_requested: 'حكمك أُعيد للتعديل',
		published: 'حكم لك نُشر',
		due_soon: 'موعد يقترب',
		overdue: 'موعد فات',
		task_opened: 'مهمة فُتحت',
	} satisfies Record<NotificationKind, string> as Record<NotificationKind, string>,
	ways: {
		desk: 'هنا فقط',
		mail: 'هنا وبالبريد فورًا',
		digest: 'هنا وفي بريد يومي واحد',
		nothing: 'لا شيء',
	} satisfies Record<NotificationWay, string> as Record<NotificationWay, string>,
	settings: {
		heading: 'الإشعارات',
		note: 'لا يصلك إشعار بما فعلته أنت. البريد اليومي يخرج صباحًا، ولا يخرج إن كنت قد قرأت كل شيء.',
		save: 'احفظ',
		saved: 'حُفظ اختيارك.',
	},
	letter: {
		subject: 'إشعار من غرفة التحقق في تدقيق',
		digestSubject: 'ما ينتظرك في غرفة التحقق',
		digestSays: (count: number) =>
			plural('ar', count, {
				one: 'لم تقرأ بعد إشعارًا واحدًا:',
				two: 'لم تقرأ بعد إشعارين:',
				few: 'لم تقرأ بعد # إشعارات:',
				many: 'لم تقرأ بعد # إشعارًا:',
				other: 'لم تقرأ بعد # إشعار:',
			}),
		claim: (statement: string) => `الادعاء: ${isolate(statement)}`,
		action: 'افتحه في غرفة التحقق',
		all: 'كل الإشعارات',
		stop: 'لتغيير ما يصلك بالبريد افتح صفحة حسابك في غرفة التحقق.',
	},
}

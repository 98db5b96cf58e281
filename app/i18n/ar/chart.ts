import { isolate, plural } from '#app/i18n/plural.ts'

/** Words of the chart of verification status, on the public pages and on the desk. */
export const chart = {
	/** Says one segment aloud; the names in braces are filled in where it is drawn. */
	sentence: '{bar}، {segment}: {count} من أصل {total}',
	drawing: (caption: string) => `رسم بأعمدة أفقية: ${caption}`,
	keys: 'تنقّل في الرسم بالأسهم: أعلى وأسفل بين الدول، ويمينًا ويسارًا بين أجزاء العمود. والأرقام نفسها في الجدول تحته.',
	legend: 'مفتاح الرسم',
	lookedAt: (count: number) =>
		plural('ar', count, {
			zero: 'لم ننظر في ادعاء بعد.',
			one: 'نظرنا في ادعاء واحد.',
			two: 'نظرنا في ادعاءين.',
			few: 'نظرنا في # ادعاءات.',
			many: 'نظرنا في # ادعاءً.',
			other: 'نظرنا في # ادعاء.',
		}),
	howCounted: 'الادعاء الذي يخص دولتين يُحسب في كل منهما. والأعداد تقول ما اختير للفحص، ولا تقيس صدق أحد.',
	drawnOf: (drawn: number, all: number) =>
		`في الرسم ${drawn} دولة هي الأكثر ادعاءات، وفي الجدول الدول كلها وعددها ${all}.`,
	table: 'الأرقام',
	country: 'الدولة',
	total: 'المجموع',
	allCountries: 'كل الدول',
	nothing: 'لا ادعاء في هذه المدة أو في هذا المقال. وسّع الاختيار.',
	filter: {
		label: 'تصفية الرسم',
		from: 'أُضيف من يوم',
		to: 'إلى يوم',
		article: 'المقال',
		allArticles: 'كل المقالات',
		apply: 'اعرض',
		clear: 'كل المدد والمقالات',
		problems: {
			'bad-date': `تعذّرت قراءة أحد التاريخين، فعُرضت الأرقام من دونه. اكتب التاريخ هكذا: ${isolate('2025-12-24')}.`,
			order: 'يوم البداية بعد يوم النهاية، فعُرضت الأرقام من دون تحديد مدة.',
		},
	},
}

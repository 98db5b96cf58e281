/** Why the edge answers a request itself. Each has a status and a sentence in both languages. */
export type RefusalReason =
	| 'malformed'
	| 'wrong-route'
	| 'foreign'
	| 'no-file'
	| 'method'
	| 'too-large'
	| 'too-long'
	| 'media-type'
	| 'wrong-host'
	| 'too-many'
	| 'broken'
	| 'not-ready'

type Words = { title: string; text: string }

export const refusals: Record<RefusalReason, { status: number; ar: Words; en: Words }> = {
	malformed: {
		status: 400,
		ar: {
			title: 'العنوان غير سليم',
			text: 'لا يمكن قراءة العنوان المطلوب. تأكد من أنه نُسخ كاملًا، أو ابدأ من الصفحة الأولى.',
		},
		en: {
			title: 'The address is malformed',
			text: 'The address asked for cannot be read. Check that it was copied whole, or begin at the front page.',
		},
	},
	'wrong-route': {
		status: 400,
		ar: { title: 'طلب غير متسق', text: 'البيانات المطلوبة لا تخص هذا العنوان. أعد تحميل الصفحة.' },
		en: {
			title: 'The request contradicts itself',
			text: 'The data asked for is not of this address. Reload the page.',
		},
	},
	foreign: {
		status: 403,
		ar: {
			title: 'لم يُرسل هذا النموذج من هنا',
			text: 'جاء الطلب من موقع آخر أو لم يذكر مصدره، فلم يُنفَّذ منه شيء. افتح الصفحة في هذا الموقع وأرسل النموذج منها.',
		},
		en: {
			title: 'This form was not sent from here',
			text: 'The request came from another site, or did not say from where, so nothing in it was done. Open the page on this site and send the form from there.',
		},
	},
	'no-file': {
		status: 404,
		ar: { title: 'لا يوجد هذا الملف', text: 'ربما استُبدلت نسخة الموقع منذ فُتحت الصفحة. أعد تحميلها.' },
		en: {
			title: 'There is no such file',
			text: 'The site may have been updated since the page was opened. Reload it.',
		},
	},
	method: {
		status: 405,
		ar: {
			title: 'طريقة الطلب غير مقبولة',
			text: 'تُقرأ الصفحات هنا بالطريقة GET وتُرسل النماذج بالطريقة POST.',
		},
		en: {
			title: 'The method is not accepted',
			text: 'Pages here are read with GET, and forms are sent with POST.',
		},
	},
	'too-large': {
		status: 413,
		ar: {
			title: 'المُرسَل أكبر مما يُقبل',
			text: 'لم يُحفظ منه شيء. عد إلى الصفحة السابقة، وستجد ما كتبته فيها، ثم أرسل نصًا أقصر أو ملفًا أصغر.',
		},
		en: {
			title: 'That is larger than can be taken',
			text: 'Nothing of it was stored. Go back to the page before, where what you typed still is, and send a shorter text or a smaller file.',
		},
	},
	'too-long': {
		status: 414,
		ar: { title: 'العنوان أطول مما يُقبل', text: 'اختصر البحث أو عدد المرشحات ثم أعد المحاولة.' },
		en: { title: 'The address is too long', text: 'Shorten the search or use fewer filters, and try again.' },
	},
	'media-type': {
		status: 415,
		ar: {
			title: 'صيغة المُرسَل غير مقبولة',
			text: 'تُقبل هنا نماذج صفحات هذا الموقع وحدها، غير مضغوطة. افتح الصفحة وأرسل النموذج منها.',
		},
		en: {
			title: 'What was sent is of a kind that is not accepted',
			text: 'Only the forms of this site’s own pages are taken here, and not compressed. Open the page and send the form from there.',
		},
	},
	'wrong-host': {
		status: 421,
		ar: {
			title: 'هذا الموقع له عنوان آخر',
			text: 'لا يجيب هذا الخادم باسم المضيف المطلوب. افتح الموقع بعنوانه المعلن. وإن كنت تديره فاضبط PUBLIC_ORIGIN عليه.',
		},
		en: {
			title: 'This site has another address',
			text: 'This server does not answer to the host name asked for. Open the site at its published address. If you run it, set PUBLIC_ORIGIN to that.',
		},
	},
	'too-many': {
		status: 429,
		ar: {
			title: 'طلبات كثيرة في وقت قصير',
			text: 'جاءت من شبكتك طلبات أكثر مما يُقبل في ثوانٍ قليلة. انتظر بضع ثوانٍ ثم أعد المحاولة.',
		},
		en: {
			title: 'Too many requests in a short time',
			text: 'More requests came from your network than are taken in a few seconds. Wait a few seconds and try again.',
		},
	},
	broken: {
		status: 500,
		ar: { title: 'حدث خطأ لدينا', text: 'سُجّل الخطأ وسننظر فيه. ربما ينجح الطلب بعد قليل.' },
		en: {
			title: 'Something went wrong here',
			text: 'It was written down and will be looked at. Trying again in a moment may work.',
		},
	},
	'not-ready': {
		status: 503,
		ar: { title: 'الموقع متوقف للحظات', text: 'أعد المحاولة بعد ثوانٍ.' },
		en: { title: 'The site is away for a moment', text: 'Try again in a few seconds.' },
	},
}

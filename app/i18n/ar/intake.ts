import { formatNumber, isolate, plural, type PluralForms } from '#app/i18n/plural.ts'

/** Taking in articles: by address, from files, pasted; what is proposed of them, and what came of a batch. */
export const intake = {
	lead: 'أدخل رابط المقال، أو اختر ملفاته، أو الصق نصه. يُحفظ النص بلا أي تعديل، ويُحفظ معه الأصل الذي قُرئ منه.',
	address: 'من رابط',
	addressHint: `يُجلب المقال من صفحته كما نُشرت. عنوان كامل يبدأ بـ ${isolate('https://')}`,
	files: 'أو من ملف أو أكثر',
	filesHint: `صفحة ويب (${isolate('html')}) أو مستند (${isolate('pdf')} و${isolate('docx')}) أو نص (${isolate('txt')} و${isolate('md')}) أو ${isolate('json')}. ما يقوله الملف عن نفسه يُقترح عليك لتؤكده.`,
	text: 'أو نص ملصوق',
	textHint: (limit: string) =>
		`كل النص، مع عنوانه إن كان فيه. ${limit} محرف على الأكثر. إذا لُصق من صفحة بقيت فقراته وزال تنسيقها.`,
	both: 'اختر مصدرًا واحدًا: رابطًا، أو ملفات، أو نصًا ملصوقًا. وأفرغ ما عداه.',
	nothing: 'لا شيء هنا بعد. أدخل رابطًا، أو اختر ملفًا، أو الصق نص المقال.',
	notFetched:
		'تعذّر جلب مقال من هذا الرابط. تأكد من أنه يفتح في المتصفح، أو احفظ الصفحة ملفًا واخترها هنا، أو الصق نصها.',
	kinds: {
		text: 'نص عادي',
		markdown: 'ماركداون',
		json: 'JSON',
		html: 'صفحة ويب',
		pdf: 'مستند PDF',
		docx: 'مستند وورد',
		zip: 'أرشيف ZIP',
	},
	problems: {
		kind: 'هذا النوع من الملفات لا يُقرأ هنا. احفظ المقال صفحةَ ويب أو PDF أو مستند وورد أو نصًا عاديًا.',
		json: `يُقبل JSON على هيئة ${isolate('{"title", "text", …}')} أو مصفوفة منها، ولا بد فيه من ${isolate('text')}.`,
		mismatch: (named: string, found: string) =>
			`اسم الملف يقول إنه ${isolate(named)}، ومحتواه ${isolate(found)}. أعطه الاسم الصحيح ثم أعد المحاولة.`,
		'no-text': {
			pdf: 'في هذا الملف صور صفحات بلا نص، كما في المسح الضوئي. تعرّف على نصه ببرنامج أولًا، أو اكتبه والصقه.',
			html: 'لا مقال في هذه الصفحة يُقرأ، وقد يكون نصها مما يضيفه المتصفح لاحقًا. انسخه من المتصفح والصقه هنا.',
			other: 'لا نص في هذا الملف.',
		},
		encrypted: 'هذا الملف لا يُفتح إلا بكلمة سر. احفظ نسخة منه بلا كلمة سر ثم أعد المحاولة.',
		damaged: (kind: string) => `تعذّر فتح الملف: هو تالف، أو ليس ${isolate(kind)}.`,
		'unknown-letters':
			'يعرض هذا الملف حروفًا ولا يقول ما هي، فلا يُؤمَن على نصه. افتحه وانسخ النص منه، فإن بدا سليمًا فالصقه هنا.',
		'too-complex': 'قراءة هذا الملف تتطلب وقتًا أو ذاكرة لا يحتاج إليهما مقال، فتُرك. انسخ النص منه والصقه.',
		'too-many-pages': (limit: number) =>
			`صفحاته أكثر من ${formatNumber(limit)}. قسّمه، أو استخرج منه صفحات المقال.`,
		'too-large': (megabytes: number) => `الملف أكبر من ${formatNumber(megabytes)} ميغابايت.`,
	},
	report: {
		title: 'ما جرى للملفات',
		counts: {
			added: (count: number) => plural('ar', count, articleForms('أُضيف', 'أُضيفت')),
			version: (count: number) =>
				plural('ar', count, {
					zero: 'لا نسخ جديدة',
					one: 'نسخة جديدة واحدة',
					two: 'نسختان جديدتان',
					few: '# نسخ جديدة',
					many: '# نسخة جديدة',
					other: '# نسخة جديدة',
				}),
			already: (count: number) =>
				plural('ar', count, {
					zero: 'لا مقالات كانت هنا',
					one: 'مقال واحد كان هنا',
					two: 'مقالان كانا هنا',
					few: '# مقالات كانت هنا',
					many: '# مقالًا كانت هنا',
					other: '# مقال كانت هنا',
				}),
			refused: (count: number) =>
				plural('ar', count, {
					zero: 'لم يُرفض شيء',
					one: 'رُفض واحد',
					two: 'رُفض اثنان',
					few: 'رُفضت #',
					many: 'رُفض #',
					other: 'رُفض #',
				}),
		},
		outcomes: { added: 'أُضيف', version: 'نسخة جديدة', already: 'كان هنا', refused: 'رُفض' },
		waiting: 'ينتظر',
		reading: 'يُقرأ الآن',
		progress: (done: number, total: number) => `${formatNumber(done)} من ${formatNumber(total)}`,
		failed: 'انقطع الإرسال قبل أن يصل الجواب. أعد إرسال هذا الملف وحده.',
	},
	proposed: {
		title: 'بيانات مقترحة لم يؤكدها أحد بعد',
		hint: 'وُجدت في الأصل أو في النص. راجعها وصحّح ما يلزم، ثم أكّدها. وإلى أن تؤكدها لا تُعدّ معلومة.',
		mark: 'مقترح',
		from: (origin: string) => `مقترح من ${origin}. راجعه.`,
		origins: {
			'json-ld': 'البيانات المنظّمة في الصفحة',
			meta: 'وسوم الصفحة',
			page: 'الصفحة نفسها',
			document: 'خصائص المستند',
			text: 'النص نفسه',
			address: 'الرابط',
		},
		confirm: 'أؤكد هذه البيانات',
		confirmed: 'أُكّدت البيانات',
	},
	source: {
		intake: 'طريقة الإدخال',
		intakes: {
			paste: 'نص ملصوق',
			file: 'ملف',
			url: 'من رابط',
			import: 'استيراد من سطر الأوامر',
			seed: 'بيانات العرض',
		},
		fetchedFrom: 'جُلب من',
		original: 'الأصل',
		download: 'نزّل الأصل كما ورد',
		downloadNote: 'ملف من خارج المؤسسة: لا تفتحه إلا إن وثقت بمصدره.',
	},
}

function articleForms(one: string, many: string): PluralForms {
	return {
		zero: 'لم يُضف شيء',
		one: `${one} مقال واحد`,
		two: `${one} مقالان`,
		few: `${many} # مقالات`,
		many: `${one} # مقالًا`,
		other: `${one} # مقال`,
	}
}

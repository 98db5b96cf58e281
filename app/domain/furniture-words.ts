/*
 * How the furniture of news pages is worded, as data that an editor can extend. Written as people write; compared with
 * diacritics, hamza, digits and punctuation folded. A comma or a new line parts phrases. A phrase is the whole line or sentence, unless «…» stands at an end of
 * it: then anything may go on there. `#` is a number. A colon counts only where it is written here.
 */

/** What a piece of a page is, when it is not the article. */
export const furnitureKinds = [
	'front-matter',
	'heading',
	'repeated-phrase',
	'comments',
	'sharing',
	'related',
	'newsletter',
	'copyright',
	'byline',
	'dateline',
	'caption',
	'advertisement',
	'navigation',
	'tags',
	/** What a person set aside. */
	'other',
] as const
export type FurnitureKind = (typeof furnitureKinds)[number]

/** `most`: no line of more words is of this kind, whatever it begins with. `stopped`: a full stop may end it. */
export type FurniturePhrases = {
	kind: FurnitureKind
	most: number
	stopped: boolean
	phrases: string
}

export const furniturePhrases: readonly FurniturePhrases[] = [
	{
		kind: 'comments',
		most: 14,
		stopped: true,
		phrases: `
			ليست هناك تعليقات، لا توجد تعليقات، لا يوجد تعليقات، لا تعليقات، لا تعليق، إرسال تعليق
			أرسل تعليقا، أضف تعليقا، أضف تعليق، أضف تعليقك…، إضافة تعليق…، اترك تعليقا…، اترك تعليق…
			اترك تعليقك…، اترك ردا…، اترك رد…، اكتب تعليقك…، شاركنا رأيك…، شاركونا آراءكم…، ما رأيك في…
			تعليقات، التعليقات، التعليقات #، عدد التعليقات…، # تعليقات، # تعليق، # تعليقا، التعليقات مغلقة…
			لن يتم نشر عنوان بريدك الإلكتروني…، التعليقات المنشورة لا تعبر عن…، no comments، no comments yet
			comments، comments #، # comments، # comment، comments are closed، leave a comment…
			leave a reply…، post a comment…، add a comment…، write a comment…، join the conversation
			show comments، view comments، your email address will not be published…
		`,
	},
	{
		kind: 'sharing',
		most: 16,
		stopped: true,
		phrases: `
			شارك، شاركها، شاركه، شاركوها، شارك هذا، شارك المقال…، شارك الخبر…، شارك الموضوع…
			شارك هذا المقال…، شارك هذا الخبر…، شارك هذا الموضوع…، شارك هذه المقالة…، شارك هذه القصة…
			شارك على فيسبوك…، شارك على فيس بوك…، شارك على تويتر…، شارك على واتساب…، شارك عبر…، مشاركة
			مشاركة المقال…، مشاركة الخبر…، مشاركة على…، مشاركة عبر البريد، انشر المقال، انشرها
			اضغط للمشاركة…، انقر للمشاركة…، تابعنا، تابعونا، تابعنا على…، تابعونا على…، تابعنا عبر…
			تابعونا عبر…، تابعوا آخر الأخبار…، تابع آخر الأخبار…، لمتابعة آخر الأخبار…، نسخ الرابط
			تم نسخ الرابط، رابط مختصر…، الرابط المختصر…، إعجاب تحميل، طباعة، أعجبني، فيسبوك تويتر…، فيسبوك
			تويتر، واتساب، تلغرام، تيليجرام، share، share this، share this…، share on…، share via…
			click to share…، follow us، follow us on…، copy link، print، tweet، email، facebook، twitter
			whatsapp، telegram، like loading
		`,
	},
	{
		kind: 'related',
		most: 40,
		stopped: true,
		phrases: `
			بث مباشر…، اقرأ أيضا…، إقرأ أيضا…، اقرا ايضا…، اقرأي أيضا…، اقرؤوا أيضا…، اقرأ المزيد…، إقرأ المزيد…
			اقرأ كذلك…، اقرأ/ي أيضا…، طالع أيضا…، طالع المزيد…، شاهد أيضا…، شاهد المزيد…، قد يهمك…
			قد يعجبك…، ربما يعجبك…، قد تعجبك…، مقالات ذات صلة…، مقالات مشابهة، مقالات أخرى…، أخبار ذات صلة…
			أخبار متعلقة، مواضيع ذات صلة…، موضوعات ذات صلة…، مواد ذات صلة…، ذات صلة، مواضيع متعلقة
			الأكثر قراءة، الأكثر مشاهدة، آخر الأخبار، أحدث الأخبار، المزيد من الأخبار، المزيد، المزيد حول…
			للمزيد، للمزيد:…، لقراءة المزيد…، لمزيد من التفاصيل…، لمعرفة المزيد…، المقال السابق…
			المقال التالي…، الخبر السابق…، الخبر التالي…، المقالة السابقة…، المقالة التالية…، read more…
			read also…، also read…، read next…، related، related articles…، related stories…، related news…
			related topics…، see also…، you may also like…، you might also like…، recommended
			recommended for you، most read، most popular، trending، more on this story…، more from…
			previous article…، next article…
		`,
	},
	{
		kind: 'newsletter',
		most: 40,
		stopped: true,
		phrases: `
			اشترك الآن…، اشترك في نشرتنا…، اشترك في النشرة…، اشترك في قناتنا…، اشترك في قناة…
			اشترك في خدمة…، اشتركوا في…، سجل في نشرتنا…، سجل بريدك…، سجل في النشرة…، أدخل بريدك…
			احصل على آخر الأخبار…، النشرة البريدية…، نشرتنا البريدية…، النشرة الإخبارية…، انضم إلينا…
			انضم إلى قناتنا…، انضم إلى قناة…، انضموا إلى…، حمل التطبيق…، حمل تطبيق…، حملوا تطبيق…
			تحميل التطبيق…، فعل الإشعارات…، للاشتراك في…، لتصلك آخر الأخبار…، ليصلك كل جديد…، يمكنكم متابعة…
			subscribe، subscribe to…، subscribe now…، sign up for…، sign up to…، sign up، join our…
			get our…، get the latest…، newsletter، download our app…، download the app…
			support our journalism…
		`,
	},
	{
		kind: 'copyright',
		most: 45,
		stopped: true,
		phrases: `
			…جميع الحقوق محفوظة…، …كافة الحقوق محفوظة…، حقوق النشر…، حقوق الطبع…، لا يجوز إعادة نشر…
			لا يجوز نسخ…، يمنع إعادة نشر…، يمنع نسخ…، …all rights reserved…، copyright…
			this material may not be…، the views expressed in this article…، المقالات المنشورة لا تعبر…
			الآراء الواردة في…، الآراء المنشورة…، ما ورد في المقال يعبر عن رأي…
		`,
	},
	{
		kind: 'byline',
		most: 12,
		stopped: false,
		phrases: `
			كتب:…، كتبت:…، بقلم…، بقلم:…، إعداد:…، تحرير:…، ترجمة:…، مراسلنا:…
			الكاتب:…، الكاتبة:…، المحرر:…، المصدر، المصدر:…، المصادر:…، المصدر وكالات، وكالات، وكالة
			متابعات، تاريخ النشر…، نشر في:…، نشر بتاريخ…، نشرت في:…، تم النشر…، آخر تحديث…، تم التحديث…
			حدث في:…، التاريخ:…، مدة القراءة…، وقت القراءة…، # دقائق قراءة، # دقيقة قراءة، # مشاهدة
			منذ # ساعات، منذ # ساعة، منذ # دقيقة، رويترز، أ ف ب، أ ب، د ب أ، فرانس برس، reporting by…
			additional reporting by…، editing by…، written by…، edited by…، source:…، sources:…، published:…
			published on…، published at…، last updated…، updated:…، updated on…، posted on…، # min read
			# minute read، # minutes read، # hours ago، reuters، afp، ap
		`,
	},
	{
		kind: 'caption',
		most: 40,
		stopped: true,
		phrases: `
			صورة:…، الصورة:…، صورة أرشيفية…، صورة من الأرشيف…، صورة تعبيرية…، صورة توضيحية…، تصوير:…
			المصور:…، أرشيفية، أرشيف، مصدر الصورة…، التعليق على الصورة…، شاهد الفيديو…، file photo…
			photo:…، photo by…، photograph:…، image:…، image source…، image caption…، image credit…
			picture:…، getty images، getty، watch the video…
		`,
	},
	{
		kind: 'advertisement',
		most: 8,
		stopped: true,
		phrases: `
			إعلان، إعلانات، إعلان ممول، محتوى ممول، محتوى إعلاني، يستمر المحتوى بعد الإعلان
			تابع القراءة بعد الإعلان، advertisement، advertisements، sponsored، sponsored content
			story continues below، article continues below، article continues after advertisement
			story continues below advertisement
		`,
	},
	{
		kind: 'navigation',
		most: 8,
		stopped: false,
		phrases: `
			الرئيسية، الصفحة الرئيسية…، القائمة، بحث، تسجيل الدخول، اتصل بنا، من نحن، العودة إلى الأعلى
			إلى الأعلى، عاجل، home، menu، search، log in، sign in، contact us، about us، back to top
			skip to content، breaking
		`,
	},
	{
		kind: 'tags',
		most: 40,
		stopped: true,
		phrases: `
			الوسوم، الوسوم:…، وسوم:…، الكلمات المفتاحية…، الكلمات الدلالية…، كلمات مفتاحية…، كلمات دلالية…
			الأقسام:…، التصنيفات:…، تاغات:…، tags، tags:…، keywords:…، topics:…، filed under…، categories:…
		`,
	},
]

/** Agencies and archives that are named in brackets at the end of a caption or in a dateline. */
export const agencies: readonly string[] = [
	'رويترز',
	'أ ف ب',
	'أ.ف.ب',
	'ا ف ب',
	'فرانس برس',
	'أ ب',
	'أ.ب',
	'أسوشيتد برس',
	'د ب أ',
	'د.ب.أ',
	'وكالات',
	'الأناضول',
	'شينخوا',
	'سبوتنيك',
	'واس',
	'وام',
	'قنا',
	'كونا',
	'بترا',
	'سانا',
	'وفا',
	'غيتي',
	'غيتي إيميجز',
	'أرشيفية',
	'أرشيف',
	'الأرشيف',
	'مواقع التواصل',
	'Reuters',
	'AFP',
	'AP',
	'AP Photo',
	'Getty Images',
	'Getty',
	'EPA',
	'Anadolu',
	'Xinhua',
	'File',
	'Archive',
	'file photo',
	'dpa',
]

/** Openings that many paragraphs of honest prose share: no search phrase, however often they come. */
export const commonOpenings: readonly string[] = [
	'من جهة أخرى',
	'من ناحية أخرى',
	'من جانب آخر',
	'على صعيد آخر',
	'على الصعيد',
	'في السياق',
	'في سياق',
	'في هذا',
	'في الوقت',
	'في المقابل',
	'علاوة على ذلك',
	'بالإضافة إلى',
	'إضافة إلى',
	'وفقا ل',
	'بحسب',
	'on the other hand',
	'in addition',
	'at the same time',
	'according to',
]

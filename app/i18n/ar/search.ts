/** Words of searching, for the desk and for readers. The Arabic file sets the shape; the English one follows it. */
export const search = {
	title: 'البحث',
	/** Of the box that stands on every page of the desk. */
	label: 'ابحث في المقالات والادعاءات والأحكام',
	short: 'ابحث',
	submit: 'ابحث',
	kinds: { all: 'الكل', article: 'المقالات', claim: 'الادعاءات', verdict: 'الأحكام المنشورة' },
	kind: { article: 'مقال', claim: 'ادعاء', verdict: 'حكم منشور' },
	kindsLabel: 'ما تبحث فيه',
	filter: 'تضييق البحث',
	status: 'الحالة',
	rating: 'التصنيف',
	country: 'الدولة',
	claimant: 'صاحب الادعاء',
	from: 'من تاريخ',
	to: 'إلى تاريخ',
	any: 'الكل',
	apply: 'اعرض',
	clear: 'ألغِ التضييق',
	narrowedBy: (count: number) => (count === 0 ? 'ضيّق البحث' : `ضيّق البحث (${count})`),
	results: 'ما وُجد، الأحدث أولًا',
	noOutlet: 'لا يُعرف ناشره',
	openPlace: 'موضعه في المقال',
	openPublic: 'كما يراه القرّاء',
	on: { article: 'أُضيف', claim: 'استُخرج', verdict: 'نُشر' },
	nothing: 'لا شيء بهذه الكلمات كلها.',
	nothingNarrowed: 'لا شيء بهذه الكلمات مع هذا التضييق.',
	mend: 'جرّب كلمات أقل، أو احذف علامتي التنصيص، أو ابحث بأول الكلمة متبوعًا بنجمة.',
	/** What a search that cannot be answered is told. */
	problems: {
		'too-long': 'الكلمات كثيرة. اكتب مئتي حرف على الأكثر.',
		'no-words': 'اكتب كلمة أو رقمًا: ما كُتب رموز لا يُبحث عنها.',
		'only-excluded': 'أضف كلمة نبحث عنها إلى جانب ما تستثنيه بعلامة الطرح.',
	},
	help: {
		title: 'كيف تبحث',
		lead: 'اكتب كلمة أو أكثر بالعربية أو بالإنجليزية. نعرض ما فيه الكلمات كلها، الأحدث أولًا.',
		/** What to type, and what it finds. */
		examples: [
			{ typed: 'الحكومة', finds: 'يجد «حكومة» و«للحكومة» و«وحكومته» أيضًا، بالتشكيل ومن دونه.' },
			{ typed: 'ترمب', finds: 'يجد «ترامب»: الأسماء التي تُكتب بأكثر من صورة اسم واحد.' },
			{ typed: '٤٠٫٢٧٪', finds: 'يجد 40.27% وكل صورة أخرى للرقم نفسه.' },
			{ typed: '"سوق العمل"', finds: 'يجد الكلمتين متجاورتين بهذا الترتيب.' },
			{ typed: 'انتخابات -بلدية', finds: 'يجد ما فيه الأولى ويستبعد ما فيه الثانية.' },
			{ typed: 'جمهور*', finds: 'يجد كل كلمة تبدأ بهذه الحروف.' },
		],
		key: 'للوصول إلى مربع البحث من أي صفحة اضغط',
	},
	/** On the public list of verdicts. */
	public: {
		label: 'ابحث في الأحكام',
		more: 'بحسب الدولة والتصنيف وصاحب الادعاء والتاريخ',
		found: (typed: string) => `أحكام عن «\u2068${typed}\u2069»`,
		nothing: 'لا حكم منشورًا بهذا الاختيار. جرّب كلمات أقل، أو وسّع المدة، أو اعرض الأحكام كلها.',
	},
}

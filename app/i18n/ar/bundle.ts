import { isolate } from '#app/i18n/plural.ts'
import type { BundleProblem } from '#app/domain/bundle.ts'

/** A verdict as one file: to take away, and to take in. */
export const bundle = {
	title: 'حزمة تحقّق',
	download: 'نزّل الحزمة',
	downloadNote: 'ملف واحد فيه الادعاء والنصوص والأدلة ونسخها والأحكام كلها وبراهين السجل.',
	imported: 'أُخذ هذا الادعاء من حزمة',
	downloadImported: 'نزّلها كما جاءت',
	take: 'خذ حزمة من غرفة أخرى',
	takeNote:
		'يُفحص كل ملف فيها ببصمته أولًا. ثم يصير الادعاء ادعاءً عندك قيد البحث، بأدلته ونسخها ونص الحكم مسودة؛ أما الحكم فتقررونه أنتم.',
	file: 'ملف الحزمة',
	submit: 'خذها',
	problems: {
		'not-a-bundle': 'ليس هذا الملف حزمة تحقّق.',
		'too-large': 'الحزمة أكبر مما يُقبل.',
		'no-manifest': 'لا قائمة ملفات في الحزمة.',
		'missing-file': 'ينقص الحزمة ملف تذكره قائمتها:',
		'foreign-file': 'في الحزمة ملف لا تذكره قائمتها:',
		'changed-file': 'تغيّر ملف في الحزمة منذ صُنعت:',
		unreadable: 'لا يُقرأ ملف في الحزمة:',
	} satisfies Record<BundleProblem, string>,
	readme: ({ slug, origin }: { slug: string; origin: string }) => `# حزمة تحقّق

هذه الحزمة هي كل ما وراء حكم واحد: ${isolate(`${origin}/ar/verdicts/${slug}`)}

- claim.json: الادعاء بصياغته، ومن قاله، وأرقامه، والاقتباسات بمواضعها.
- articles.json وarticles/: النصوص التي اقتُبس منها، كما التُقطت.
- evidence.json وevidence.csv: الأدلة بموقفها ومقاطعها. وفي copies/ نسخ المصادر، واسم كل منها بصمته.
- verdict.json وversions/: الحكم الساري وكل نسخة نُشرت. وفي corrections.json ما صُحّح ولماذا.
- history.json: ما جرى ومتى، بلا أسماء.
- claim-review.ar.json وclaim-review.en.json: وصف ClaimReview. وفي annotations.json الاقتباسات بصيغة Web Annotation.
- ledger.json: قيود السجل وبرهان كل قيد.
- manifest.json: بصمة SHA-256 لكل ملف.

للتحقق: احسب بصمة كل ملف وقارنها بما في manifest.json. المواضع بوحدات UTF-16، من البداية إلى ما قبل النهاية.
نصوص المقالات ونسخ المصادر لأصحابها، وهي هنا للتحقق لا لإعادة النشر.
`,
}

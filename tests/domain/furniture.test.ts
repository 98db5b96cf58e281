import { describe, expect, test } from 'vitest'
import { findFurniture, findWraps } from '#app/domain/furniture.ts'

const prose = [
	'أعلنت الهيئة نتائج الفرز بعد أسبوعين من الاقتراع الذي جرى في العاصمة والأقاليم.',
	'وقال رئيسها إن نسبة المشاركة بلغت 61% وهي الأعلى منذ عشرين عاما في البلاد.',
	'ورحب حزبان بالنتيجة فيما رفضها حزب ثالث وطالب بإعادة الفرز في ثلاث دوائر.',
]
const found = (text: string) =>
	findFurniture(text).map(({ start, end, kind }) => [kind, text.slice(start, end)] as const)

describe('what is known by its words', () => {
	test.each([
		['comments', 'ليست هناك تعليقات:'],
		['comments', 'إرسال تعليق'],
		['comments', 'التعليقات (12)'],
		['comments', '3 comments'],
		['sharing', 'شاركها.'],
		['sharing', 'شارك هذا الموضوع:'],
		['sharing', 'تابعونا على فيسبوك وتويتر'],
		['sharing', 'Share this article'],
		['related', 'اقرأ أيضًا: خمسة أسئلة عن الاقتراع'],
		['related', 'Read more: five questions about the vote'],
		['newsletter', 'اشترك في نشرتنا البريدية ليصلك كل جديد.'],
		['newsletter', 'Subscribe to our newsletter'],
		['copyright', 'جميع الحقوق محفوظة لصحيفة النهر 2025'],
		['copyright', '© 2025 Northern Daily. All rights reserved.'],
		['byline', 'كتب: سامر الكيلاني'],
		['byline', 'كتبت- ليلى المنصوري:'],
		['byline', 'آخر تحديث: 12 مارس 2025'],
		['byline', 'By Dana Whitlock'],
		['caption', 'صورة: ناخبون أمام مركز اقتراع'],
		['caption', 'ناخبون أمام مركز اقتراع في العاصمة (رويترز)'],
		['caption', 'ناخبون أمام مركز اقتراع في العاصمة. أرشيفية'],
		['tags', '#انتخابات #برلمان'],
		['advertisement', 'إعلان'],
		['navigation', 'الرئيسية > أخبار > سياسة'],
	])('%s: %s', (kind, line) => {
		expect(found([...prose, line].join('\n'))).toEqual([[kind, line]])
	})

	test('also where it is run into the last paragraph', () => {
		expect(found(`${prose.join('\n')} شاركها.`)).toEqual([['sharing', 'شاركها.']])
	})

	test('and with other digits, hamza and diacritics', () => {
		expect(found([...prose, 'ارسال تعليق', 'التعليقات (١٢)'].join('\n')).map(([kind]) => kind)).toEqual([
			'comments',
			'comments',
		])
	})
})

describe('prose that only begins like furniture stays', () => {
	test.each([
		'شارك وزير الخارجية في القمة التي عقدت أمس في العاصمة.',
		'اشترك في الهجوم عشرون مسلحا بحسب شهود.',
		'كتب الرئيس على حسابه أن المفاوضات ستستأنف غدا.',
		'وبحسب رويترز بلغت الخسائر 3 ملايين دولار.',
		'The president said the printer would print the ballots by Monday.',
		'By Monday the army had taken three more villages in the north.',
	])('%s', (line) => {
		expect(found([...prose, line].join('\n'))).toEqual([])
	})

	test('and so does a single line of any look', () => {
		expect(found('زلزال بقوة 5.8 درجات يضرب الساحل | رصد')).toEqual([])
	})
})

describe('headings', () => {
	test('are short paragraphs without a full stop between paragraphs with one', () => {
		const text = [prose[0], '', 'ردود الفعل', '', prose[1], '', prose[2]].join('\n')
		expect(found(text)).toEqual([['heading', 'ردود الفعل']])
	})

	test('are not the title, which may make a claim', () => {
		expect(found(['فوز حزب النهر بأغلبية المقاعد', ...prose].join('\n'))).toEqual([])
	})

	test('cannot be told where no line has a full stop', () => {
		const lines = [
			'فوز حزب النهر',
			'خلاف على موعد الجلسة المقبلة بين الكتل',
			'تأجيل التصويت',
			'دعوات إلى تهدئة',
		]
		expect(found(lines.join('\n'))).toEqual([])
	})

	test('are not the points of a list', () => {
		expect(found([prose[0], '- رفع الأجور', '- خفض الضرائب', prose[1], prose[2]].join('\n'))).toEqual([])
	})
})

describe('search phrases at the heads of paragraphs', () => {
	const phrase = 'نتائج الانتخابات البرلمانية الجديدة اليوم،'

	test('are set aside, and what follows them stays', () => {
		const text = prose.map((line) => `${phrase} ${line}`).join('\n')
		expect(found(text)).toEqual(prose.map(() => ['repeated-phrase', phrase]))
	})

	test('are none where a speaker or a connective opens the paragraphs', () => {
		const opened = (opening: string) => found(prose.map((line) => `${opening} ${line}`).join('\n'))
		expect(opened('وقال وزير الداخلية سامر الكيلاني،')).toEqual([])
		expect(opened('من جهة أخرى وفي السياق نفسه،')).toEqual([])
	})
})

test('a dateline goes, its sentence stays', () => {
	const lines = ['بيروت (رويترز) - قالت الوزارة إن التيار انقطع عن مليون مشترك في الشمال.', ...prose]
	expect(found(lines.join('\n'))).toEqual([['dateline', 'بيروت (رويترز) -']])
})

test('front matter is no text, and offsets go on counting from the beginning of the file', () => {
	const text = `---\ntitle: "تجربة"\n---\n\n${prose.join('\n')}\nإرسال تعليق\n`
	const pieces = findFurniture(text)
	expect(pieces.map(({ kind }) => kind)).toEqual(['front-matter', 'comments'])
	expect(text.slice(pieces[1]?.start, pieces[1]?.end)).toBe('إرسال تعليق')
})

test('pieces come in order and never overlap', () => {
	const text = [
		'الرئيسية',
		...prose,
		'عنوان فرعي',
		...prose,
		'اقرأ أيضا',
		'خبر أول',
		'خبر ثان',
		'إرسال تعليق',
	].join('\r\n')
	const pieces = findFurniture(text)
	expect(pieces.map(({ kind }) => kind)).toEqual([
		'navigation',
		'heading',
		'related',
		'related',
		'related',
		'comments',
	])
	for (const [index, piece] of pieces.entries())
		expect(piece.start).toBeGreaterThanOrEqual(pieces[index - 1]?.end ?? 0)
})

test('hard wraps are the line ends inside paragraphs', () => {
	const text = [
		'عقد الوزيران لقاء في العاصمة',
		'تناولا فيه ملفات الحدود والتجارة والهجرة، واتفقا على',
		'لجنة مشتركة تجتمع كل شهرين.',
		'وفي ختام اللقاء قال المتحدث',
		'إن الجانبين سيعلنان التفاصيل بعد عرضها على الحكومتين في',
		'وقت لاحق.',
	].join('\n')
	expect(findWraps(text).map(({ start, end }) => text.slice(start - 4, end + 4))).toEqual([
		'اصمة\nتناو',
		' على\nلجنة',
		'تحدث\nإن ا',
		'ن في\nوقت ',
	])
})

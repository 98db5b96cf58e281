import { describe, expect, test } from 'vitest'
import { paragraphs, sentences } from '#app/domain/paragraphs.ts'

const cut = (text: string) => paragraphs(text).map(({ start, end }) => text.slice(start, end))

describe('the paragraphs of a text', () => {
	test('are its lines where each line ends a sentence, with headings on their own', () => {
		const lines = [
			'أعلنت الهيئة نتائج الاقتراع بعد فرز طويل امتد أسبوعين كاملين في العاصمة والأقاليم.',
			'وقالت إن المشاركة تجاوزت نصف الناخبين المسجلين.',
			'ردود الفعل',
			'ورحب حزبان بالنتيجة ورفضها حزب ثالث.',
		]
		expect(cut(lines.join('\n'))).toEqual(lines)
	})

	test('go on over hard wraps until a sentence ends before the margin', () => {
		const text = [
			'عقد الوزيران لقاء في العاصمة',
			'تناولا فيه ملفات الحدود والتجارة والهجرة، واتفقا على',
			'لجنة مشتركة تجتمع كل شهرين.',
			'وفي ختام اللقاء قال المتحدث',
			'إن الجانبين سيعلنان التفاصيل بعد عرضها على الحكومتين في',
			'وقت لاحق.',
		].join('\n')
		expect(cut(text)).toEqual([text.slice(0, text.indexOf('\nوفي')), text.slice(text.indexOf('وفي ختام'))])
	})

	test('are lines in a list, whose lines end anywhere', () => {
		const lines = [
			'اجتماع وزاري في العاصمة يبحث التجارة والحدود',
			'اتفاق جديد',
			'خلاف على موعد الجلسة المقبلة بين الكتل',
			'تأجيل التصويت',
			'دعوات إلى تهدئة',
		]
		expect(cut(lines.join('\n'))).toEqual(lines)
	})

	test('end at the margin where the next line breaks off early', () => {
		const text = [
			'في لقاء جمع الوزيرين أمس',
			'بحث الجانبان ملفات الحدود والتجارة والهجرة، واتفقا على',
			'عقد جلسة أخرى في الشهر المقبل لعرض النتائج على الجميع.',
			'وفي ختام اللقاء قال',
			'المتحدث إن الجانبين سيعلنان التفاصيل بعد عرضها على',
			'الحكومتين.',
		].join('\n')
		expect(cut(text)).toEqual([text.slice(0, text.indexOf('\nوفي')), text.slice(text.indexOf('وفي ختام'))])
	})

	test('end with a direction mark behind the stop', () => {
		expect(cut('الجملة الأولى هنا.\u200f\nالجملة الثانية هنا.\u200f')).toEqual([
			'الجملة الأولى هنا.\u200f',
			'الجملة الثانية هنا.\u200f',
		])
	})

	test('are found in the longest article, however it is made', () => {
		expect(paragraphs('ا\n'.repeat(200_000))).toHaveLength(200_000)
		expect(paragraphs('\n'.repeat(400_000))).toEqual([])
	}, 20_000)

	test('are parted by blank lines', () => {
		expect(cut('الفقرة الأولى قصيرة.\n\n  الفقرة الثانية.  \n\n\nالثالثة')).toEqual([
			'الفقرة الأولى قصيرة.',
			'الفقرة الثانية.',
			'الثالثة',
		])
	})

	test('keep a scrap of a sentence that a blank line tore off', () => {
		const text =
			'وفي نهاية المطاف تهدف الخطة الجديدة التي أقرتها الحكومة إلى تقليل الأعباء بشكل\n\nملحوظ.\nثم انفض الاجتماع.'
		expect(cut(text)).toEqual([text.slice(0, text.indexOf('\nثم')), 'ثم انفض الاجتماع.'])
	})

	test('take line ends of every kind and lose no letter', () => {
		const text = 'سطر أول.\r\nسطر ثان.\rسطر ثالث.\n'
		expect(cut(text)).toEqual(['سطر أول.', 'سطر ثان.', 'سطر ثالث.'])
		expect(cut('')).toEqual([])
		expect(cut(' \n ')).toEqual([])
	})
})

describe('the sentences of a paragraph', () => {
	test.each([
		['end at a stop', 'قال نعم. وقال لا؟ ثم سكت!', ['قال نعم.', 'وقال لا؟', 'ثم سكت!']],
		['not between digits', 'بلغت 40.27% ثم 3.5 نقطة. انتهى.', ['بلغت 40.27% ثم 3.5 نقطة.', 'انتهى.']],
		['not at an ellipsis', 'نتعاون… ونسعى إلى المزيد. نعم.', ['نتعاون… ونسعى إلى المزيد.', 'نعم.']],
		['nor behind a title of one letter', 'قال د. سامي ذلك. ثم خرج.', ['قال د. سامي ذلك.', 'ثم خرج.']],
		['nor inside U.S.', 'قالت U.S. forces ذلك. نعم', ['قالت U.S. forces ذلك.', 'نعم']],
		[
			'without a blank behind the stop',
			'انتهى الفرز.وقالت اللجنة ذلك.',
			['انتهى الفرز.', 'وقالت اللجنة ذلك.'],
		],
		['but an address stays whole', 'في www.example.com نص. نعم', ['في www.example.com نص.', 'نعم']],
		['with their closing mark', 'قال: «انتهى الأمر.» وخرج.', ['قال: «انتهى الأمر.»', 'وخرج.']],
		['without a stop at the last', 'أولا. ثانيا', ['أولا.', 'ثانيا']],
	])('%s', (_, text, expected) => {
		expect(
			sentences(text, { start: 0, end: text.length }).map((span) => text.slice(span.start, span.end)),
		).toEqual(expected)
	})
})

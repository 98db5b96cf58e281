import { describe, expect, test } from 'vitest'
import { attribute } from '#app/domain/attribution.ts'
import { findSentences } from '#app/domain/sentences.ts'

const claimants = (text: string) => attribute(text, findSentences(text))
const names = (text: string) => claimants(text).map((claimant) => claimant?.name ?? null)

describe('the claimant is the subject of the verb of saying', () => {
	test.each([
		['قال وزير الطاقة سامر الكيلاني إن الإنتاج ارتفع.', 'وزير الطاقة سامر الكيلاني'],
		['وأكّد «الكيلاني»، أن الإنتاج ارتفع.', 'الكيلاني'],
		['وأوضحت الهيئة الوطنية للانتخابات أن الفرز انتهى.', 'الهيئة الوطنية'],
		['وقال الكيلاني، في بيان له، إن الإنتاج ارتفع.', 'الكيلاني'],
		['قالت وزارة الصحة الأردنية الخميس، في بيان، إن الحالات تراجعت.', 'وزارة الصحة الأردنية'],
		['كشف وزير المالية، «نادر شاهين»، عن خطة جديدة.', 'وزير المالية، نادر شاهين'],
		['بحسب البنك الدولي، انكمش الاقتصاد 38 بالمئة.', 'البنك الدولي'],
		['انكمش الاقتصاد 38 بالمئة وفقا للبنك المركزي.', 'البنك المركزي'],
		['ونقلت «رويترز» عن مسؤولين ليبيين إن المعبر أغلق.', 'مسؤولين ليبيين'],
		['بيّنت الأرقام تراجعا، حسبما أفادت «رويترز».', 'رويترز'],
		['تتهم واشنطن حكومة الجزيرة بتمويل التهريب.', 'واشنطن'],
		['Health Minister Dana Whitlock said that hospitals were full.', 'Health Minister Dana Whitlock'],
		['"We lost two turbines," said Karim Haddad, the director.', 'Karim Haddad'],
		['According to the World Bank, output shrank.', 'the World Bank'],
	])('%s', (text, name) => {
		expect(names(text)).toEqual([name])
	})
})

describe('nobody is made a claimant', () => {
	test.each([
		'انكمش الاقتصاد 38 بالمئة في خمس سنوات.',
		'ولم يذكر البيان عدد الضحايا.',
		'قضى الفريق أسبوعين بين الجبال.',
		'Output shrank by a third in five years.',
	])('%s', (text) => {
		expect(names(text)).toEqual([null])
	})
})

describe('a verb without a subject goes on with the last speaker', () => {
	test('of its gender', () => {
		const text =
			'قالت الوزيرة ليلى المنصوري إن المدارس ستفتح. ورد النائب سامر الكيلاني بالقول إن القرار متسرع. وأضافت أن الدوام يبدأ غدا.'
		const [, , third] = claimants(text)
		expect(third).toMatchObject({ name: 'الوزيرة ليلى المنصوري', carried: true })
	})

	test('and an office alone is whoever was named with it', () => {
		const text = 'قال وزير المالية نادر شاهين إن العجز تراجع. وأضاف الوزير أن الدين ثابت.'
		expect(claimants(text)[1]).toMatchObject({ name: 'وزير المالية نادر شاهين', carried: true })
	})

	test('and so does a quotation that is still open, to the end of its paragraph', () => {
		const text = 'وقال شاهين: “العجز تراجع. والدين ثابت”.\n\nوفي المدينة أغلقت ثلاثة مصانع.'
		expect(names(text)).toEqual(['شاهين', 'شاهين', null])
	})

	test('where there is one', () => {
		expect(names('وأضافت أن الدوام يبدأ غدا.')).toEqual([null])
	})

	test('in English too', () => {
		expect(names('Karim Haddad said the plant was old. He added that bills were unpaid.')).toEqual([
			'Karim Haddad',
			'Karim Haddad',
		])
	})
})

test('bodies, people and those without a name are told apart', () => {
	const kinds = ['قالت وزارة الصحة إن', 'قال نادر شاهين إن', 'وقالت مصادر أمنية إن']
	expect(kinds.map((text) => claimants(`${text} المعبر أغلق.`)[0]?.kind)).toEqual([
		'organisation',
		'person',
		'unnamed',
	])
})

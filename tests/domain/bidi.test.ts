import { describe, expect, test } from 'vitest'
import { findDeceptiveBidi, findOverride, neutraliseBidi } from '#app/domain/bidi.ts'

const [LRE, RLE, PDF, LRO, RLO] = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e']
const [LRI, RLI, FSI, PDI] = ['\u2066', '\u2067', '\u2068', '\u2069']
const [LRM, RLM, ALM, ZWNJ, ZWJ] = ['\u200e', '\u200f', '\u061c', '\u200c', '\u200d']

/** What deceives, and what is left of it. */
const deceptive: [string, string, string][] = [
	['an override to the left', `الخبر ${RLO}كاذب${PDF} قطعًا`, 'الخبر كاذب قطعًا'],
	['an override to the right', `صرف ${LRO}١٢٣${PDF} ألفًا`, 'صرف ١٢٣ ألفًا'],
	['an override that is left open', `تقرير${RLO}fdp.exe`, 'تقريرfdp.exe'],
	['an override at the very end', `تقرير${RLO}`, 'تقرير'],
	['an override inside an isolate', `${FSI}رقم ${RLO}12${PDF}${PDI}`, `${FSI}رقم 12${PDI}`],
	['an override left open inside an isolate', `${FSI}رقم ${RLO}12${PDI} أخير`, `${FSI}رقم 12${PDI} أخير`],
	['two overrides', `${RLO}${LRO}نص${PDF}${PDF}`, 'نص'],
	['an embedding left open', `نص ${RLE}بقية`, 'نص بقية'],
	['an embedding to the right left open', `text ${LRE}rest`, 'text rest'],
	['a pop without an opening', `نص${PDF} بقية`, 'نص بقية'],
	['an isolate to the left left open', `text ${RLI}rest`, 'text rest'],
	['an isolate to the right left open', `نص ${LRI}بقية`, 'نص بقية'],
	['an isolate of first strong left open', `نص ${FSI}بقية`, 'نص بقية'],
	['a pop of an isolate without one', `نص ${PDI}بقية`, 'نص بقية'],
	['an isolate closed in the next line', `${RLI}نص\n${PDI}بقية`, 'نص\nبقية'],
	['an isolate closed behind a paragraph separator', `${RLI}نص\u2029${PDI}بقية`, 'نص\u2029بقية'],
	['a pop that cannot reach out of its isolate', `${RLE}نص ${LRI}x${PDF}${PDI}`, `نص ${LRI}x${PDI}`],
	[
		'a comment that seems to end (Trojan Source)',
		`/* ${RLO} } ${LRI}if (ok)${PDI} */`,
		`/*  } ${LRI}if (ok)${PDI} */`,
	],
	['an early return (Trojan Source)', `'''${RLI}''' ;return`, `'''''' ;return`],
	[
		'a stretched string (Trojan Source)',
		`"user${RLO} ${LRI}// check${PDI} ${LRI}"`,
		`"user ${LRI}// check${PDI} "`,
	],
	['an embedding left open inside an isolate', `${LRI}a ${RLE}b${PDI} c`, `${LRI}a b${PDI} c`],
]

/** Honest texts, mixed as newsrooms mix them. */
const honest = [
	'أعلنت الشركة أن أرباحها بلغت 3.4 ملايين دولار (بزيادة 12%).',
	'قال المتحدث: "We will appeal" ثم غادر القاعة.',
	'نشرت صحيفة The Harbour Post الخبر يوم 14/3/2025.',
	'رقم الهاتف +504 2443-0000 لا يزال يعمل.',
	'العنوان: https://paper.example/أخبار?id=7#top',
	'The word «تدقيق» means scrutiny.',
	'In Hebrew the paper is called הנמל and in Arabic الميناء.',
	'הדו״ח אומר 40% ולא 50%, כך נכתב ב-Report 7.',
	`می${ZWNJ}خواهم بروم`,
	`نمایش${ZWNJ}ها در تهران`,
	`ه${ZWJ} اختصار معروف`,
	`النسبة 25%${RLM} فقط`,
	`C++${LRM} لغة برمجة`,
	`من 1990 إلى 2000${ALM}، ثم توقفت`,
	`ذكرت ${FSI}USA Weekly${PDI} أن العدد ${LRI}1–2${PDI}.`,
	`${RLI}اقتباس «كامل»${PDI} inside an English sentence`,
	`قديم: ${RLE}تضمين ${LRE}inner${PDF} مغلق${PDF}.`,
	'سطر أول\r\nسطر ثانٍ\n\tمسافة',
	'١٢٣ و456 و۷۸۹ في جملة واحدة',
	'👩🏽‍🔬 عالمة تشرح',
	'ﷺ ﷲ ﻻ',
	'',
]

describe('what makes a text read otherwise than it is stored', () => {
	test.for(deceptive)('%s is found, and taken out', ([, text, shown]) => {
		expect(findDeceptiveBidi(text)).not.toBeNull()
		expect(neutraliseBidi(text)).toBe(shown)
		expect(findDeceptiveBidi(neutraliseBidi(text))).toBeNull()
	})

	test.for(deceptive)('%s leaves every place where it was, if that is asked', ([, text, shown]) => {
		const inPlace = neutraliseBidi(text, '\u2060')
		expect(inPlace).toHaveLength(text.length)
		expect(inPlace.replaceAll('\u2060', '')).toBe(shown)
	})
})

test.for(honest)('an honest text is left alone: %s', (text) => {
	expect(findDeceptiveBidi(text)).toBeNull()
	expect(neutraliseBidi(text)).toBe(text)
	expect(findOverride(text)).toBeNull()
})

test('only overrides are never honest', () => {
	expect(findOverride(`نص ${RLO}x`)).toEqual({ at: 3, codePoint: 'U+202E' })
	expect(findOverride(`نص ${RLE}x`)).toBeNull()
})

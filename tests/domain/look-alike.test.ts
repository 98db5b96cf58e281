import { describe, expect, test } from 'vitest'
import { looksAlike, looksOf, mixesScripts } from '#app/domain/look-alike.ts'
import { matchKey } from '#app/domain/normalise.ts'

describe('names that can be taken for each other', () => {
	test.for<[string, string, string]>([
		['a Cyrillic а', 'Nadia Karam', 'N\u0430dia Karam'],
		['Cyrillic capitals', 'MONA HATEM', '\u041c\u041eN\u0410 H\u0410T\u0415\u041c'],
		[
			'a whole name in Cyrillic',
			'Sepa Oxypec',
			'\u0405\u0435\u0440\u0430 \u041e\u0445\u0443\u0440\u0435\u0441',
		],
		['a Greek omicron', 'Omar Toson', '\u039fmar T\u03bfson'],
		['an Armenian letter', 'Hana Soud', 'Hana S\u0585ud'],
		['a Cherokee letter', 'Amir Said', '\u13aamir Said'],
		['a small capital', 'Rami Tahan', '\u0280ami Tahan'],
		['a letter without its dot', 'Rima Diab', 'R\u0131ma Diab'],
		['a letter with a stroke', 'Talal Hadi', 'Ta\u0142al Hadi'],
		['a capital I for an l', 'Khalil Mansour', 'KhaIil Mansour'],
		['an l for a capital I', 'Ibrahim Saad', 'lbrahim Saad'],
		['a 1 for an l', 'Salim Fares', 'Sa1im Fares'],
		['an upright stroke', 'Bilal Amin', 'Bi|al Amin'],
		['a 0 for an O', 'Omar Nour', '0mar Nour'],
		['rn for m', 'Samira Aziz', 'Sarnira Aziz'],
		['vv for w', 'Marwa Adel', 'Marvva Adel'],
		['a filler that takes no room', 'Hadi Nasser', 'Ha\u3164di Nasser'],
		['two letters in one', 'Jaeda Samir', 'J\u00e6da Samir'],
		['an Urdu heh', 'هدى هاشم', '\u06c1دى \u06c1اشم'],
		['a heh with two eyes', 'نهى كريم', 'ن\u06beى كريم'],
		['a yeh with its dots upright', 'ليلى سامي', 'ل\u06d0لى سامي'],
		['a noon that loses its dot', 'حسن أمين', 'حس\u06ba أمين'],
		['a swash kaf', 'كريم شاكر', 'كريم شا\u06aaر'],
		['a feh without its dot', 'يوسف فارس', 'يوس\u06a1 فارس'],
		['a figure for an alef', 'احمد سالم', '\u0661حمد سالم'],
		['a Latin l for an alef', 'احمد سالم', 'lحمد سالم'],
		['a Kurdish waw', 'نور داود', 'ن\u06c6ر داود'],
	])('%s: «%s» and «%s»', ([, one, other]) => {
		expect(looksOf(other)).toBe(looksOf(one))
		expect(looksAlike(one, other)).toBe(true)
	})
})

describe('names that are told apart at a glance', () => {
	test.for([
		['حسن أمين', 'حسين أمين'],
		['سامي كريم', 'سامية كريم'],
		['محمد عبده', 'محمود عبده'],
		['فارس نور', 'فراس نور'],
		['سعيد باسل', 'سعد باسل'],
		['زهير جابر', 'زهير جبر'],
		['علي رحال', 'علي رجال'],
		['عمر شاهين', 'عمرو شاهين'],
		['نادر خوري', 'نادر حوري'],
		['ريم بدر', 'ريم بدري'],
		['Ian Rahal', 'Lan Rahal'],
		['Alia Nour', 'Alla Nour'],
		['Dina Saad', 'Dana Saad'],
		['Omar Aziz', 'Umar Aziz'],
		['Rana Hadi', 'Rama Hadi'],
		['Khalid Amin', 'Khaled Amin'],
		['Нина Белова', 'Нона Белова'],
		['Μαρία Νίκου', 'Μάρθα Νίκου'],
		['Radio 10', 'Radio 11'],
		['Lista 2020', 'Lista 2021'],
	])('«%s» and «%s»', ([one = '', other = '']) => expect(looksAlike(one, other)).toBe(false))
})

describe('spellings of one name, which nobody has to be asked about', () => {
	test.for([
		['إيمان أحمد', 'ايمان احمد'],
		['هدى علي', 'هدي على'],
		['فاطمة', 'فاطمه'],
		['کریم', 'كريم'],
		['مُحَمَّد', 'محمد'],
		['محـــمد', 'محمد'],
		['ﻣﺤﻤﺪ', 'محمد'],
		['قناة ٢٤', 'قناة 24'],
		['José Núñez', 'Jose Nunez'],
		['AL-AMIN', 'Al Amin'],
		['نور\u200fا', 'نورا'],
		['Ａｌｉ', 'Ali'],
	])('«%s» and «%s»', ([one = '', other = '']) => {
		expect(matchKey(one)).toBe(matchKey(other))
		expect(looksAlike(one, other)).toBe(false)
	})
})

test('nothing is alike to nothing', () => {
	expect(looksOf(' — \u200b')).toBe('')
	expect(looksAlike('—', '\u200b')).toBe(false)
})

describe('letters of several scripts in one word', () => {
	test.for<[string, boolean]>([
		['p\u0430per', true],
		['\u03bfpen', true],
		['خبرnews', true],
		['paper', false],
		['خبر', false],
		['газета', false],
		['東京ニュース', false],
		['tokyoニュース', false],
		['paper-24', false],
		['', false],
	])('%s: %s', ([word, mixed]) => expect(mixesScripts(word)).toBe(mixed))
})

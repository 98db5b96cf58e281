/*
 * Letters that pass for others at a glance, as data: facts of Unicode, chosen with UTS #39 (Unicode Security
 * Mechanisms) beside them. What compatibility forms (NFKD) make one, such as full-width, mathematical and joined
 * letters, is not listed, nor are letters that differ from another only in a mark that decomposes.
 */

/** What looks like each Latin letter: Cyrillic, Greek, Armenian, Hebrew, Cherokee, Lisu, phonetic and small capitals. */
const latinLooks: Record<string, string> = {
	A: 'АΑᎪꓮᴀ',
	a: 'аαɑ',
	B: 'ВΒᏴꓐʙ',
	b: 'вƅЬ',
	C: 'СϹᏟꓚᴄ',
	c: 'сϲⲥ',
	D: 'ᎠꓓĐÐᴅ',
	d: 'ԁԀɗđꓒ',
	E: 'ЕΕᎬꓰᴇ',
	e: 'еҽ℮',
	F: 'ꓝϜ',
	f: 'ƒẝ',
	G: 'ԌᏀꓖɢ',
	g: 'ɡց',
	H: 'НΗᎻꓧʜĦ',
	h: 'һհнᏂħ',
	I: 'ІΙӀǀꓲ|∣❘׀Ɩ',
	i: 'іιɩıꙇᎥ',
	J: 'ЈͿᎫꓙᴊ',
	j: 'јϳ',
	K: 'КΚᏦꓗᴋ',
	k: 'кκĸƙ',
	L: 'ᏞꓡʟŁ',
	l: 'ӏłƚון',
	M: 'МΜᎷꓟᴍϺ',
	m: 'м',
	N: 'ΝꓠɴƝ',
	n: 'ոռηɲ',
	O: 'ОΟՕꓳᴏØ〇',
	o: 'оοσօסøჿ',
	P: 'РΡᏢꓑᴘ',
	p: 'рρⲣ',
	Q: 'Ԛ',
	q: 'ԛգ',
	R: 'ꓣᎡᏒʀ',
	r: 'гᴦⲅ',
	S: 'ЅՏꓢᏚᏕꜱ',
	s: 'ѕƽ',
	T: 'ТΤᎢꓔᴛŦ',
	t: 'тτŧ',
	U: 'ՍꓴᴜՄ',
	u: 'υսʋ',
	V: 'ѴᏙꓦᴠ',
	v: 'ѵνⲩ',
	W: 'ԜᏔᏊꓪᴡ',
	w: 'ԝѡա',
	X: 'ХΧꓫⲬ',
	x: 'хχⲭ×',
	Y: 'УΥҮᎩꓬʏ',
	y: 'уγүყɣ',
	Z: 'ΖᏃꓜᴢ',
	z: 'ȥ',
	'3': 'ЗзƷʒ',
	'6': 'б',
	ß: 'β',
	ae: 'æÆ',
	oe: 'œŒ',
}

/** What looks like each Arabic letter, in one of its joined forms at least: letters of the languages around, and letters without dots. */
const arabicLooks: Record<string, string> = {
	ا: 'أإآٱٲٳٵݳݴ',
	ف: 'ڡڤڧڢ',
	ق: 'ٯڨ',
	ك: 'کگڪګڬݢ',
	ن: 'ںڻ',
	ه: 'ةہھەۀۂۃۿ',
	و: 'ؤٶۄۅۆۇٷۈۉۊۋۏ',
	ي: 'ىئیېۍێےۓؠٸ',
	ر: 'ڕڒ',
	ل: 'ڵ',
}

/** What passes for an Arabic letter when it stands among others. */
const amongArabicLooks: Record<string, string> = { ا: '1lI|', ه: '5oO0' }

const listed = (looks: Record<string, string>): ReadonlyMap<string, string> =>
	new Map(Object.entries(looks).flatMap(([letter, like]) => [...like].map((found) => [found, letter])))

/** The letter that each letter looks like. */
export const lookAlikeLetters = new Map([...listed(latinLooks), ...listed(arabicLooks)])

/** The Arabic letter that a figure or a Latin letter looks like in the middle of an Arabic word. */
export const lookAlikesAmongArabic = listed(amongArabicLooks)

/** Scripts whose letters are told apart when a word is asked whether it mixes them. */
export const scripts = [
	...['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Armenian', 'Georgian', 'Cherokee', 'Coptic', 'Lisu'],
	...[
		'Syriac',
		'Thaana',
		'Nko',
		'Tifinagh',
		'Ethiopic',
		'Devanagari',
		'Bengali',
		'Gurmukhi',
		'Gujarati',
		'Tamil',
	],
	...['Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Thai', 'Lao', 'Myanmar', 'Khmer', 'Tibetan', 'Mongolian'],
	...['Hangul', 'Bopomofo', 'Hiragana', 'Katakana', 'Han'],
] as const

/** Scripts that are written together, and with Latin, by people who mean no harm (UTS #39 §5.2, "highly restrictive"). */
export const writtenTogether: readonly (typeof scripts)[number][] = [
	...(['Latin', 'Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul'] as const),
]

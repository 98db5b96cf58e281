/*
 * The variants that normalising makes one, as data. Written as they look after the letters are folded
 * (أ إ آ → ا, ى → ي, ة → ه, ؤ → و, ئ → ي, no ء and no diacritics).
 */

/** Months in every Arabic family: Gulf and Egypt, Levant and Iraq, Maghreb. */
export const monthNames: string[][] = [
	['يناير', 'كانون الثاني', 'جانفي', 'january'],
	['فبراير', 'شباط', 'فيفري', 'february'],
	['مارس', 'اذار', 'march'],
	['ابريل', 'نيسان', 'افريل', 'april'],
	['مايو', 'ايار', 'ماي', 'may'],
	['يونيو', 'يونيه', 'حزيران', 'جوان', 'june'],
	['يوليو', 'يوليه', 'تموز', 'يوليوز', 'جويليه', 'july'],
	['اغسطس', 'غشت', 'اوت', 'august'],
	['سبتمبر', 'ايلول', 'شتنبر', 'september'],
	['اكتوبر', 'تشرين الاول', 'october'],
	['نوفمبر', 'تشرين الثاني', 'نونبر', 'november'],
	['ديسمبر', 'كانون الاول', 'دجنبر', 'december'],
]

/** «آب» is also a father: it is August only beside a number. */
export const monthBesideNumber: Record<string, number> = { اب: 8 }

/** English months that are verbs too: months beside a number or behind one of these words ("in May", "last March"). */
export const doubtfulMonths = ['march', 'may']
export const beforeMonth = [
	'in',
	'of',
	'since',
	'until',
	'by',
	'last',
	'next',
	'this',
	'early',
	'late',
	'mid',
	'from',
]

/** Spellings of names, found inside a word so that they hold with و ب ل ال before and endings after. */
export const nameSpellings: [from: string, to: string][] = [
	['ترمب', 'ترامب'],
	['اميرك', 'امريك'],
	['سوشيال', 'سوشال'],
	['كونجرس', 'كونغرس'],
	['جوركا', 'غوركا'],
	['واشنطون', 'واشنطن'],
	['انجليز', 'انكليز'],
	['انقليز', 'انكليز'],
	['بنجلاديش', 'بنغلاديش'],
	['جرينلاند', 'غرينلاند'],
	['جوجل', 'غوغل'],
	['مسيول', 'مسوول'],
]

/** Names written with the article or without it: whole words, after و ف ب ك or ل. */
export const namesWithoutArticle = ['بيرو']

/** Names written in one word or in two. */
export const joinedNames: [first: string, second: string][] = [
	['نصر', 'الله'],
	['عبد', 'الله'],
]

export const unitWords: Record<string, number> = {
	ثلاث: 3,
	ثلاثه: 3,
	اربع: 4,
	اربعه: 4,
	خمس: 5,
	خمسه: 5,
	ست: 6,
	سته: 6,
	سبع: 7,
	سبعه: 7,
	ثمان: 8,
	ثماني: 8,
	ثمانيه: 8,
	تسع: 9,
	تسعه: 9,
	عشر: 10,
	عشره: 10,
}

/** These count only as the first part of a compound («واحد وعشرون»): alone they have other meanings. */
export const unitWordsInCompounds: Record<string, number> = {
	...unitWords,
	واحد: 1,
	احدي: 1,
	اثنان: 2,
	اثنين: 2,
	اثنتان: 2,
	اثنتين: 2,
}

export const teenFirstWords: Record<string, number> = {
	احد: 1,
	احدي: 1,
	اثنا: 2,
	اثني: 2,
	اثنتا: 2,
	اثنتي: 2,
	...unitWords,
}

export const tensWords: Record<string, number> = {
	عشرون: 20,
	عشرين: 20,
	ثلاثون: 30,
	ثلاثين: 30,
	اربعون: 40,
	اربعين: 40,
	خمسون: 50,
	خمسين: 50,
	ستون: 60,
	ستين: 60,
	سبعون: 70,
	سبعين: 70,
	ثمانون: 80,
	ثمانين: 80,
	تسعون: 90,
	تسعين: 90,
}

/** Multipliers after a number in digits. */
export const scaleWords: Record<string, number> = {
	الف: 1e3,
	الاف: 1e3,
	الفا: 1e3,
	مليون: 1e6,
	مليونا: 1e6,
	ملايين: 1e6,
	مليار: 1e9,
	مليارا: 1e9,
	مليارات: 1e9,
	thousand: 1e3,
	million: 1e6,
	billion: 1e9,
}

export const ordinalWords: Record<string, number> = {
	الاول: 1,
	الثاني: 2,
	الثالث: 3,
	الرابع: 4,
	الخامس: 5,
	السادس: 6,
	السابع: 7,
	الثامن: 8,
	التاسع: 9,
	العاشر: 10,
	/** Only as part of «الحادي عشر» and «الحادي والعشرين», which no «الاول» replaces. */
	الحادي: 1,
	العشرون: 20,
	العشرين: 20,
	الثلاثون: 30,
	الثلاثين: 30,
}

/** What may follow an ordinal in a day of the month: «الحادي عشر», «الرابع والعشرين». */
export const ordinalTens: Record<string, number> = {
	عشر: 10,
	والعشرون: 20,
	والعشرين: 20,
	والثلاثون: 30,
	والثلاثين: 30,
}

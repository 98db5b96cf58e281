/**
 * The months of the Islamic calendar by their names in folded letters (see `foldText`). «جماد» and «ربيع» have a first and a
 * last; the others have one name and its common spellings.
 */
export const hijriMonths: Record<string, number> = {
	محرم: 1,
	'محرم الحرام': 1,
	صفر: 2,
	'ربيع الاول': 3,
	'ربيع الاخر': 4,
	'ربيع الثاني': 4,
	'جمادي الاولي': 5,
	'جمادي الاول': 5,
	'جمادي الاخره': 6,
	'جمادي الثانيه': 6,
	رجب: 7,
	شعبان: 8,
	رمضان: 9,
	شوال: 10,
	'ذي القعده': 11,
	'ذو القعده': 11,
	'ذي الحجه': 12,
	'ذو الحجه': 12,
	muharram: 1,
	safar: 2,
	rajab: 7,
	shaban: 8,
	ramadan: 9,
	shawwal: 10,
	'dhu al-qadah': 11,
	'dhu al-hijjah': 12,
}
/** Their names as the house writes them, from the first. */
export const hijriMonthNames = {
	ar: [
		'المحرم',
		'صفر',
		'ربيع الأول',
		'ربيع الآخر',
		'جمادى الأولى',
		'جمادى الآخرة',
		'رجب',
		'شعبان',
		'رمضان',
		'شوال',
		'ذو القعدة',
		'ذو الحجة',
	],
	en: [
		'Muharram',
		'Safar',
		'Rabi I',
		'Rabi II',
		'Jumada I',
		'Jumada II',
		'Rajab',
		'Shaban',
		'Ramadan',
		'Shawwal',
		'Dhu al-Qadah',
		'Dhu al-Hijjah',
	],
}

/** A day, month or year of the calendar as a person typed it, as `1445-09-15`, `1445-09` or `1445`; `null` when it is none. */
export function readHijri(folded: string): string | null {
	const text = folded.replace(/\s{0,2}(?:ه|هجريه|هجري|ah)\s*$/, '').trim()
	const [, year, month, day] = /^(\d{3,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text) ?? []
	if (year !== undefined) return canonical(year, month, day)
	const named = /^(?:(\d{1,2})(?: من)? )?(?:شهر )?(\p{L}[\p{L} -]*?),? (?:(?:عام|سنه) )?(\d{3,4})$/u.exec(
		text.replace(/\s+/g, ' '),
	)
	const number = hijriMonths[named?.[2] ?? '']
	return named?.[3] !== undefined && number !== undefined
		? canonical(named[3], String(number), named[1])
		: null
}

function canonical(year: string, month?: string, day?: string): string | null {
	if (month === undefined) return year
	if (Number(month) < 1 || Number(month) > 12) return null
	const parts = [year, month.padStart(2, '0')]
	if (day === undefined) return parts.join('-')
	return Number(day) < 1 || Number(day) > 30 ? null : [...parts, day.padStart(2, '0')].join('-')
}

import type { Language } from './language.ts'

/** ISO 3166-1 alpha-2, officially assigned codes, and XK (Kosovo, in CLDR). */
const codes =
	'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'

export const countryCodes: readonly string[] = codes.split(' ')
const known = new Set(countryCodes)

export function isCountry(value: unknown): value is string {
	return typeof value === 'string' && known.has(value)
}

/** Where the house writes a name otherwise than CLDR, whose long forms are no headline's. */
const houseNames: Record<string, Record<Language, string>> = {
	PS: { ar: 'فلسطين', en: 'Palestine' },
	HK: { ar: 'هونغ كونغ', en: 'Hong Kong' },
	MO: { ar: 'ماكاو', en: 'Macao' },
}

const names = new Map<Language, Intl.DisplayNames>()

/** The country's name in the language, from CLDR but for a few; the code itself when it is not a country. */
export function countryName(code: string, language: Language): string {
	if (!isCountry(code)) return code
	const houseName = houseNames[code]?.[language]
	if (houseName) return houseName
	const names_ = names.get(language) ?? new Intl.DisplayNames([language], { type: 'region' })
	names.set(language, names_)
	return names_.of(code) ?? code
}

/** Every country with its names in both languages, sorted as the language sorts. */
export function listCountries(language: Language): { code: string; name: string; otherName: string }[] {
	const other = language === 'ar' ? 'en' : 'ar'
	const collator = new Intl.Collator(language)
	return countryCodes
		.map((code) => ({ code, name: countryName(code, language), otherName: countryName(code, other) }))
		.sort((a, b) => collator.compare(a.name, b.name))
}

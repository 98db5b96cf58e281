/** The languages of the interface and of verdicts. Arabic is the first case. */
export const languages = ['ar', 'en'] as const
export type Language = (typeof languages)[number]

/** A text that exists in one or both languages. */
export type Bilingual = { ar: string | null; en: string | null }

export function parseLanguage(value: unknown): Language | null {
	return languages.find((language) => language === value) ?? null
}

export function otherLanguage(language: Language): Language {
	return language === 'ar' ? 'en' : 'ar'
}

export function directionOf(language: string | null): 'rtl' | 'ltr' | 'auto' {
	if (language === null) return 'auto'
	return language === 'ar' ? 'rtl' : 'ltr'
}

/**
 * The text in the reader's language, or else in the other one, and which of the two it is, so that
 * the page can mark it with its own `lang` and `dir`. `null` when neither exists.
 */
export function preferText(text: Bilingual, language: Language): { text: string; language: Language } | null {
	for (const candidate of [language, otherLanguage(language)]) {
		const found = text[candidate]
		if (found) return { text: found, language: candidate }
	}
	return null
}

/**
 * The interface language an `Accept-Language` header asks for, by its quality values (RFC 9110 §12.5.4);
 * Arabic when it names neither.
 */
export function negotiateLanguage(header: string | null): Language {
	const wishes = (header ?? '')
		.split(',')
		.map((part, index) => {
			const [tag = '', ...parameters] = part.trim().split(';')
			const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean)
			return {
				language: parseLanguage(tag.trim().toLowerCase().split('-')[0]),
				quality: quality ? Number(quality) : 1,
				index,
			}
		})
		.filter((wish) => wish.language !== null && wish.quality > 0)
		.sort((a, b) => b.quality - a.quality || a.index - b.index)
	return wishes[0]?.language ?? 'ar'
}

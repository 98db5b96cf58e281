import type { Language } from '#app/domain/language.ts'

const names = {
	ar: new Intl.DisplayNames('ar', { type: 'language' }),
	en: new Intl.DisplayNames('en', { type: 'language' }),
}

/** What a language (BCP 47) is called in the reader's, from CLDR; the tag itself when it is none. */
export function languageName(tag: string, language: Language): string {
	try {
		return names[language].of(tag) ?? tag
	} catch {
		return tag
	}
}

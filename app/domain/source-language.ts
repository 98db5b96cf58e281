/** Languages that a source can be marked as being in (ISO 639-1). */
export const sourceLanguages = [
	...['ar', 'en', 'es', 'fr', 'pt', 'de', 'it', 'tr', 'fa', 'he', 'ur', 'ru', 'uk', 'zh', 'ja', 'ko', 'hi'],
	...['id', 'nl', 'sv', 'pl', 'ro', 'hu', 'el'],
] as const

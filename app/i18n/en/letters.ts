import type { letters as arabic } from '#app/i18n/ar/letters.ts'

export const letters: typeof arabic = {
	title: '',
}

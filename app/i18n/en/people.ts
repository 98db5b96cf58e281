import type { people as arabic } from '#app/i18n/ar/people.ts'

export const people: typeof arabic = {
	title: '',
}

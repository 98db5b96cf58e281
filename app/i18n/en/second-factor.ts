import type { secondFactor as arabic } from '#app/i18n/ar/second-factor.ts'

export const secondFactor: typeof arabic = {
	title: '',
}

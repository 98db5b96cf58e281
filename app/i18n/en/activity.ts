import type { activity as arabic } from '#app/i18n/ar/activity.ts'

export const activity: typeof arabic = {
	title: '',
}

import type { account as arabic } from '#app/i18n/ar/account.ts'

export const account: typeof arabic = {
	title: '',
}

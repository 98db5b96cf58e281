import type { Language } from '#app/domain/language.ts'

const rules = { ar: new Intl.PluralRules('ar'), en: new Intl.PluralRules('en') }

/** A noun's forms; Arabic uses six, English two. A form that is missing falls back to `other`. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** The form for the number, with `#` replaced by the number in Western digits. */
export function plural(language: Language, count: number, forms: PluralForms): string {
	const form = forms[rules[language].select(count)] ?? forms.other
	return form.replace('#', formatNumber(count))
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })

/** A number in Western digits with thousands separated, in either language (the house's default). */
export function formatNumber(value: number): string {
	return numbers.format(value)
}

/** Set a piece of text apart from the direction of the sentence round it (UAX #9: FSI … PDI). For plain strings; in markup use `<bdi>`. */
export function isolate(text: string): string {
	return `\u2068${text}\u2069`
}

import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, test } from 'vitest'
import { languageByScript } from '#app/domain/script.ts'
import { articleDetailsSchema, chosenLanguage, newArticleSchema } from '#app/forms/article.ts'

function form(fields: Record<string, string>): FormData {
	const data = new FormData()
	for (const [name, value] of Object.entries(fields)) data.append(name, value)
	return data
}

describe('the form of a new article', () => {
	test('may say nothing but the text, which is kept as it was pasted', () => {
		const text = ' \tعنوان\n\n\u00a0سطر  \n'
		const submission = parseWithZod(form({ text: text.replaceAll('\n', '\r\n') }), {
			schema: newArticleSchema,
		})
		expect(submission.status === 'success' && submission.value).toEqual({
			text,
			title: null,
			outlet: null,
			address: null,
			author: null,
			url: null,
			publishedOn: null,
			language: 'by-script',
		})
	})

	test('says what is wrong with each field, and gives back what was typed', () => {
		const typed = {
			title: 'ا'.repeat(301),
			url: 'paper',
			publishedOn: '2025-02-31',
			language: 'fr',
			text: 'نص',
		}
		const reply = parseWithZod(form(typed), { schema: newArticleSchema }).reply()
		expect(reply.error).toEqual({
			title: ['too-long'],
			url: ['bad-url'],
			publishedOn: ['bad-date'],
			language: ['bad-choice'],
		})
		expect(reply.initialValue).toEqual(typed)
	})
})

test('a change of details says which revision it was made from', () => {
	const reply = parseWithZod(form({ title: 'سوق' }), { schema: articleDetailsSchema }).reply()
	expect(reply.error).toEqual({ revision: ['required'] })
})

describe('the language of a text', () => {
	const arabic = 'افتُتح سوق السمك في لا سيبا (La Ceiba) وبلغت كلفته 3.4 ملايين دولار.'
	const english = 'The fish market in La Ceiba was opened on Monday, and it cost 3.4 million dollars.'
	test.for<[string, string, string | null]>([
		['Arabic, with a name in Latin letters', arabic, 'ar'],
		['English', english, 'en'],
		['an even mixture', `${arabic} ${english.slice(0, 60)}`, null],
		['Persian', 'پس از گزارش، یک بازار ماهی در کنار بندر گشایش یافت و گفتگوها پایان گرفت.', null],
		['Spanish', 'El mercado del pescado de La Ceiba abrió el lunes y costó tres millones.', null],
		['figures alone', '40.27% · 3.4', null],
		['nothing', '', null],
	])('%s', ([, text, language]) => expect(languageByScript(text)).toBe(language))

	test('is what the person says, and only else what the letters say', () => {
		expect(chosenLanguage('by-script', arabic)).toBe('ar')
		expect(chosenLanguage('en', arabic)).toBe('en')
		expect(chosenLanguage('open', arabic)).toBeNull()
	})
})

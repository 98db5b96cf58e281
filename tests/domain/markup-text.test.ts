import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { readMarkup } from '#app/domain/markup-text.ts'

const read = (html: string) => readMarkup(parseHTML(`<body>${html}</body>`).document)

describe('what is pasted from a page', () => {
	test.for<[string, string, string]>([
		['keeps its paragraphs', '<p>سوق</p><p>سمك</p>', 'سوق\n\nسمك'],
		['keeps its headings', '<h2>سوق</h2>سمك', 'سوق\n\nسمك'],
		['drops links and keeps their words', 'قال <a href="javascript:x">سالم</a> <b>أمس</b>', 'قال سالم أمس'],
		['keeps a broken line', 'سوق<br>سمك', 'سوق\nسمك'],
		['parts what two breaks part', 'سوق<br><br>سمك', 'سوق\n\nسمك'],
		['drops blanks of its source', '<p>\n\t سوق \n السمك\t</p>', 'سوق السمك'],
		['drops scripts and styles', '<style>p{}</style>سوق<script>x()</script>', 'سوق'],
		[
			'drops what is hidden',
			'<p hidden>س</p><p style="display: none">ش</p><p aria-hidden="true">ص</p>سوق',
			'سوق',
		],
		[
			'parts the cells of a table',
			'<table><tr><td>سوق</td><td>٣</td></tr><tr><td>ميناء</td><td>٤</td></tr></table>',
			'سوق\t٣\n\nميناء\t٤',
		],
		['keeps the lines of what is set', '<pre>سوق\nسمك</pre>', 'سوق\nسمك'],
		['keeps marks between letters', '<p>سُوقٌ م\u200cن</p>', 'سُوقٌ م\u200cن'],
		['is empty when nothing is read', '<img src=x><p> </p>', ''],
	])('%s', ([, html, text]) => expect(read(html)).toBe(text))

	test('may be nested as deeply as it likes', () => {
		expect(read(`${'<div>'.repeat(3_000)}سوق`)).toBe('سوق')
	})
})

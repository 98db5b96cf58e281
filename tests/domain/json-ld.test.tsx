import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { JsonLd, writeJsonLd } from '#app/components/json-ld.tsx'

test.each([
	['the end of the element', '</script><script>alert(1)</script>'],
	['a comment', '<!-- <script'],
	['an entity', '&lt;/script&gt; & more'],
	['line separators', 'a\u2028b\u2029c'],
	['quotes and backslashes', '"\\u003c" \\'],
	['Arabic', 'أربعون بالمئة «من باعته»'],
])('%s cannot be read as markup and means the same', (_, text) => {
	const written = writeJsonLd({ text, [text]: [text] })
	expect(written).not.toMatch(/[<>&\u2028\u2029]/)
	expect(JSON.parse(written)).toEqual({ text, [text]: [text] })
})

test('stands in one data block', () => {
	const markup = renderToStaticMarkup(<JsonLd value={{ name: '</script>' }} />)
	expect(markup).toBe('<script type="application/ld+json">{"name":"\\u003c/script\\u003e"}</script>')
})

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Markdown } from '#app/components/markdown.tsx'
import { rationaleAddress } from '#app/domain/rationale.ts'

const render = (text: string) => renderToStaticMarkup(<Markdown text={text} evidence={[1, 2, 12]} />)
const cite = (number: number, written = String(number)) =>
	`<a href="#evidence-${number}" class="citation">[${written}]</a>`

describe('citations', () => {
	test.each([
		['one', 'كما في [1].', `<p>كما في ${cite(1)}.</p>`],
		[
			'several beside each other',
			'هنا [1][2] وهناك [12]',
			`<p>هنا ${cite(1)}${cite(2)} وهناك ${cite(12)}</p>`,
		],
		['in Arabic digits', 'هنا [١٢]', `<p>هنا ${cite(12, '١٢')}</p>`],
		['of evidence that is not there', 'هنا [7]', '<p>هنا [7]</p>'],
		['inside emphasis', '**هنا [1]**', `<p><strong>هنا ${cite(1)}</strong></p>`],
		['in code', '`list[1]`', '<p><code>list[1]</code></p>'],
		[
			'that are a link already',
			'[1](https://a.example/)',
			'<p><a href="https://a.example/" rel="nofollow noopener"><bdi>1</bdi></a></p>',
		],
	])('%s', (_, text, markup) => {
		expect(render(text)).toBe(markup)
	})
})

describe('what somebody might slip in', () => {
	test.each([
		['a script', '<script>alert(1)</script>'],
		['a script inside a line', 'نص <script>alert(1)</script> نص'],
		['an element with a handler', '<img src=x onerror=alert(1)>'],
		['a frame', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
		['a picture', '![وصف](https://spy.example/pixel.png)'],
		['a style', '<p style="position:fixed">نص</p>'],
		['a link that runs', '[اضغط](javascript:alert(1))'],
		['a link that runs, written with entities', '[اضغط](&#x6A;avascript:alert(1))'],
		['a link of data', '[اضغط](data:text/html,hello)'],
		['a reference that runs', '[اضغط][x]\n\n[x]: javascript:alert(1)'],
		['a bare address that runs', '<javascript:alert(1)>'],
	])('%s is text or nothing', (_, text) => {
		const markup = render(text)
		expect(markup).not.toMatch(/<(?!\/?(?:p|bdi)>)/)
	})

	test('the words of a refused link stay', () => {
		expect(render('انظر [اضغط](javascript:alert(1)) هنا')).toBe('<p>انظر اضغط هنا</p>')
	})
})

test('every heading stands below the section’s own', () => {
	expect(render('# أول\n\n###### آخر')).toBe('<h3>أول</h3>\n<h3>آخر</h3>')
})

test.each([
	['https://a.example/x?y=1#z', true],
	['http://a.example', true],
	['mailto:desk@a.example', true],
	['#evidence-3', true],
	['#elsewhere', false],
	['/desk', false],
	['//evil.example', false],
	['JaVaScRiPt:alert(1)', false],
	['vbscript:x', false],
	['data:text/html,x', false],
	['tel:123', false],
	['', false],
])('a link to %s may be followed: %s', (address, allowed) => {
	expect(rationaleAddress(address)).toBe(allowed ? address : '')
})

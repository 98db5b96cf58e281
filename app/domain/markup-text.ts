/** As much of a node of a page as its text needs: what browsers and parsers of servers have alike. */
export type MarkupNode = {
	readonly nodeType: number
	readonly nodeName: string
	readonly textContent: string | null
	readonly childNodes: Iterable<MarkupNode>
	getAttribute?(name: string): string | null
}

const ELEMENT = 1
const TEXT = 3

const set = (names: string) => new Set(names.split(' '))

/** Elements that begin a paragraph of their own and end the one before. */
const blocks = set(
	'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody tfoot thead tr ul',
)
/** Elements whose words are no part of what is read. */
const unread = set(
	'audio button canvas embed head iframe input link meta noscript object progress script select style svg template textarea title video',
)

/**
 * The text of a page or a part of it, a paragraph a line with an empty line between. Links, emphasis and other marks
 * are dropped and their words stay; a line that is broken inside a paragraph stays broken; cells of a table stand apart
 * by a tab. Scripts, styles, controls and what is hidden are left out. Empty when nothing is left.
 */
export function readMarkup(root: MarkupNode): string {
	const paragraphs: string[] = []
	let line = ''
	const close = () => {
		const text = line
			.split('\n')
			.map((part) => part.replace(/[ \f\r\u200b\ufeff]+/g, ' ').replace(/^[ \u00a0\t]+|[ \u00a0\t]+$/g, ''))
			.join('\n')
			// Two breaks in a row are how some pages part their paragraphs.
			.replace(/\n{2,}/g, '\n\n')
			.trim()
		if (text !== '') paragraphs.push(text)
		line = ''
	}
	// A list instead of calls: how deep a page is nested is its own affair.
	const open: { node: MarkupNode; left: boolean; pre: boolean }[] = [{ node: root, left: false, pre: false }]
	for (let step = open.pop(); step; step = open.pop()) {
		const { node, left, pre } = step
		if (node.nodeType === TEXT) {
			const words = node.textContent ?? ''
			line += pre ? words.replace(/\t/g, ' ') : words.replace(/[ \t\n\r\f]+/g, ' ')
			continue
		}
		const name = node.nodeName.toLowerCase()
		if (left || blocks.has(name)) close()
		if (left) continue
		if (node.nodeType === ELEMENT && (unread.has(name) || isHidden(node))) continue
		if (name === 'br') line += '\n'
		if (name === 'td' || name === 'th') line = line === '' ? '' : `${line.trimEnd()}\t`
		if (blocks.has(name)) open.push({ node, left: true, pre })
		const children = [...node.childNodes].reverse()
		for (const child of children) open.push({ node: child, left: false, pre: pre || name === 'pre' })
	}
	close()
	return paragraphs.join('\n\n')
}

function isHidden(node: MarkupNode): boolean {
	const given = (name: string) => node.getAttribute?.(name) ?? null
	if (given('hidden') !== null || given('aria-hidden') === 'true') return true
	return /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(given('style') ?? '')
}

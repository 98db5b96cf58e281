import { findAndReplace } from 'mdast-util-find-and-replace'

/** A Markdown tree (mdast), as the parser hands it to its plugins. */
type Tree = Parameters<typeof findAndReplace>[0]

const arabicIndicZero = 0x0660

/** The anchor of an evidence item on the page of its verdict. */
export function evidenceAnchor(number: number): string {
	return `evidence-${number}`
}

/**
 * Turn every `[n]` of a rationale into a link to the evidence of that number, in the tree itself. Numbers
 * that are no evidence stay text, as do brackets in code and inside links. `[١]` is read as `[1]`.
 */
export function linkCitations(tree: Tree, evidence: ReadonlySet<number>): void {
	findAndReplace(
		tree,
		[
			/\[([0-9\u0660-\u0669]{1,3})\]/g,
			(written: string, digits: string) => {
				const number = readDigits(digits)
				if (!evidence.has(number)) return false
				return {
					type: 'link',
					url: `#${evidenceAnchor(number)}`,
					data: { hProperties: { className: ['citation'] } },
					children: [{ type: 'text', value: written }],
				}
			},
		],
		{ ignore: ['link', 'linkReference'] },
	)
}

/** The numbers of the evidence that a rationale cites, as `[n]` or `[١]`. */
export function citationsIn(text: string): Set<number> {
	return new Set(
		[...text.matchAll(/\[([0-9\u0660-\u0669]{1,3})\]/g)].map(([, digits = '']) => readDigits(digits)),
	)
}

function readDigits(digits: string): number {
	return Number(digits.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - arabicIndicZero)))
}

/**
 * The address of a link in a rationale when a reader may be sent there: a web page, a mail address or
 * evidence on the same page; empty for everything else, and the link is then shown as its words.
 */
export function rationaleAddress(address: string): string {
	if (/^#evidence-\d{1,3}$/.test(address)) return address
	if (!URL.canParse(address)) return ''
	return ['https:', 'http:', 'mailto:'].includes(new URL(address).protocol) ? address : ''
}

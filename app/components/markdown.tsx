import { useMemo } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { linkCitations, rationaleAddress } from '#app/domain/rationale.ts'

const allowed = [
	...['p', 'strong', 'em', 'ul', 'ol', 'li', 'blockquote', 'code', 'br', 'a'],
	...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]

/** Headings of a text stand under the heading of its section, whatever their number of signs. */
const heading: Components['h3'] = ({ children }) => <h3>{children}</h3>

const components: Components = {
	h1: heading,
	h2: heading,
	h3: heading,
	h4: heading,
	h5: heading,
	h6: heading,
	a: ({ href, className, children }) => {
		if (!href) return <>{children}</>
		if (href.startsWith('#')) {
			return (
				<a href={href} className={className}>
					{children}
				</a>
			)
		}
		return (
			<a href={href} rel="nofollow noopener">
				<bdi>{children}</bdi>
			</a>
		)
	},
}

/** Controls of direction that are written as entities, which the parser would bring back later, as themselves. */
function spellOutBidi(text: string): string {
	return text.replace(
		/&#(?:x0*(202[a-e]|206[6-9])|0*(823[4-8]|829[4-7]));/gi,
		(_, hex?: string, decimal?: string) =>
			String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
	)
}

/**
 * A rationale's Markdown as markup: an allow-list of elements, HTML as the text it is, no pictures, links to web and
 * mail addresses only, no control that turns the direction of what follows, and `[n]` as a link to the evidence of that number where there is one.
 */
export function Markdown({ text, evidence }: { text: string; evidence: readonly number[] }) {
	const numbers = useMemo(() => new Set(evidence), [evidence])
	return (
		<ReactMarkdown
			unwrapDisallowed
			allowedElements={allowed}
			urlTransform={rationaleAddress}
			remarkPlugins={[() => (tree: Parameters<typeof linkCitations>[0]) => linkCitations(tree, numbers)]}
			components={components}
		>
			{neutraliseBidi(spellOutBidi(text))}
		</ReactMarkdown>
	)
}

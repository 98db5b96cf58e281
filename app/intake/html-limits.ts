import { Parser } from 'htmlparser2'

const mostNodes = 20_000
const mostDepth = 100
/** A name or value that no page has, in UTF-16 code units. */
const mostAttributes = 400

/**
 * Whether a page is as any page is: in a hundredth of the time that it takes to read it whole, it is looked at how deep
 * it is nested and how many parts it has. What exceeds that would keep a parser busy for minutes.
 */
export function isOrdinaryPage(html: string): boolean {
	let ordinary = true
	let nodes = 0
	let depth = 0
	const count = () => {
		nodes += 1
		if (nodes > mostNodes) stop()
	}
	const parser: Parser = new Parser({
		onopentag(_name, attributes) {
			count()
			depth += 1
			if (depth > mostDepth || Object.keys(attributes).length > mostAttributes) stop()
		},
		onclosetag() {
			depth -= 1
		},
		oncomment: count,
		onprocessinginstruction: count,
	})
	function stop() {
		ordinary = false
		parser.pause()
	}
	// In pieces, so that the first thing out of order ends it.
	for (let at = 0; at < html.length && ordinary; at += 16_384) parser.write(html.slice(at, at + 16_384))
	if (ordinary) parser.end()
	return ordinary
}

/** The most rows and columns of a table that are shown. */
const mostRows = 200
const mostColumns = 50

/**
 * The first rows of a table as text (RFC 4180, with comma, semicolon or tab between its cells, whichever its first line has
 * most of), and how many there are. Nothing in it is a formula here.
 */
export function readTable(text: string): { rows: string[][]; all: number } {
	const [head = ''] = text.split('\n', 1)
	const [sign = ','] = [',', ';', '\t'].sort(
		(one, other) => head.split(other).length - head.split(one).length,
	)
	const rows: string[][] = []
	let all = 0
	let row: string[] = []
	let cell = ''
	let quoted = false
	const endCell = () => {
		if (all < mostRows && row.length < mostColumns) row.push(cell)
		cell = ''
	}
	const endRow = () => {
		endCell()
		if (all < mostRows) rows.push(row)
		all += 1
		row = []
	}
	for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; at++) {
		const letter = text[at] ?? ''
		if (quoted) {
			if (letter !== '"') cell += letter
			else if (text[at + 1] === '"') {
				cell += letter
				at++
			} else quoted = false
		} else if (letter === '"' && cell === '') quoted = true
		else if (letter === sign) endCell()
		else if (letter === '\n') endRow()
		else if (letter !== '\r') cell += letter
	}
	if (cell !== '' || row.length > 0) endRow()
	return { rows, all }
}

import type { Figure } from './figure.ts'
import type { Bilingual } from './language.ts'
import type { FigureAgreement, MatchReason } from './match-kinds.ts'
import { compareTyped } from './quantity.ts'
import type { Status } from './workflow.ts'

/** A figure of the ledger with the claim it is of. Days are `YYYY-MM-DD`. */
export type LedgerFigure = {
	figure: Figure
	claim: { id: string; statement: Bilingual; status: Status; rating: string | null }
	claimant: Bilingual | null
	claimedOn: string | null
	article: { id: string; title: string | null; outlet: string | null } | null
}

/** How a figure stands to another of its quantity, which comes first in it; `null` for one that is alone. */
export type ComparedRow = LedgerFigure & { against: Extract<MatchReason, { kind: 'figures' }> | null }

/** What is said about one quantity. */
export type LedgerQuantity = {
	key: string
	/** What it is a quantity of: the first claim's wording with the figure left out. */
	name: Bilingual
	claims: number
	/** How many rows there are; more than `rows` holds where a quantity has very many. */
	figures: number
	standing: { kind: 'single' | 'same' | 'rounded' } | { kind: 'apart'; count: number }
	rows: ComparedRow[]
}

/**
 * Each figure against the first that it does not agree with or, where it agrees with all, against the first of the others.
 * All are compared with all: two that agree with a rounded one need not agree with each other.
 */
export function compareRows(rows: LedgerFigure[]): ComparedRow[] {
	return rows.map((row) => {
		let against: ComparedRow['against'] = null
		for (const other of rows) {
			if (other === row) continue
			const compared = compareTyped(other.figure, row.figure)
			against ??= compared
			if (compared?.agree === 'no') return { ...row, against: compared }
		}
		return { ...row, against }
	})
}

/** Whether all figures agree: some may need rounding for it, and some may not agree at all. */
export function standingOf(rows: ComparedRow[]): LedgerQuantity['standing'] {
	const count = (...kinds: FigureAgreement[]) =>
		rows.filter(({ against }) => against && kinds.includes(against.agree)).length
	const apart = count('no')
	if (apart > 0) return { kind: 'apart', count: apart }
	if (rows.length < 2) return { kind: 'single' }
	return { kind: count('rounded', 'within_limit') > 0 ? 'rounded' : 'same' }
}

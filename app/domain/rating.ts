/**
 * A step of the scale. The scale is data (table `ratings`): an editor may relabel, add or retire a step, and
 * a retired one stays readable on old verdicts. The steps of truth carry a value, five the truest; the
 * others (unproven, outdated, satire, opinion) none. The first scale comes with the migrations.
 */
export type Rating = {
	key: string
	value: number | null
	label: { ar: string; en: string }
	meaning: { ar: string; en: string }
	retired: boolean
}

/** The disc drawn beside a rating's word, so that meaning never rests on colour: how full it is, or a mark. */
export type RatingShape = 'full' | 'three-quarter' | 'half' | 'quarter' | 'empty' | 'question' | 'bar'

/** Steps of truth fill the disc by their value; `unproven` is a question mark; the others a plain bar. */
export function shapeOf(rating: { key: string; value: number | null }): RatingShape {
	switch (rating.value) {
		case 5:
			return 'full'
		case 4:
			return 'three-quarter'
		case 3:
			return 'half'
		case 2:
			return 'quarter'
		case 1:
			return 'empty'
		default:
			return rating.key === 'unproven' ? 'question' : 'bar'
	}
}

/** What sort of statement a claim makes. */
export const claimTypes = [
	'statistic',
	'event',
	'date',
	'biography',
	'role',
	'comparison',
	'causal',
	'commitment',
	'prediction',
	'attribution',
	'characterisation',
	'opinion',
] as const
export type ClaimType = (typeof claimTypes)[number]

/** Who asserts a claim: schema.org's `author` is a Person or an Organization, and nobody when unnamed. */
export const claimantKinds = ['person', 'organisation', 'unnamed'] as const
export type ClaimantKind = (typeof claimantKinds)[number]

export const stances = ['supports', 'refutes', 'context'] as const
export type Stance = (typeof stances)[number]

export const sourceKinds = ['primary', 'secondary'] as const
export type SourceKind = (typeof sourceKinds)[number]

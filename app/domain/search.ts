/** What can be searched for. */
export const searchKinds = ['article', 'claim', 'verdict'] as const
export type SearchKind = (typeof searchKinds)[number]

import type { Language } from './language.ts'

/** From the least to the most trusted. `reader` is nobody signed in and has no row. */
export const roles = ['reviewer', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who is asking: the signed-in person as services see them. */
export type Actor = { id: string; name: string; email: string; role: Role; language: Language }

/** Whether `role` may do what `least` may. */
export function hasRole(role: Role, least: Role): boolean {
	return roles.indexOf(role) >= roles.indexOf(least)
}

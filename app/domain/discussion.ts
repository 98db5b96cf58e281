import type { Person } from './workbench.ts'

/*
 * Talk between colleagues about one claim: threads, each with a subject and comments. What was written stays: a comment
 * is reworded by a further text, and taken back by one that says so.
 */

export const verdictParts = ['rating', 'summary', 'rationale'] as const
export type VerdictPart = (typeof verdictParts)[number]

/** What a thread is about: the claim as a whole, a piece of evidence by its number, or a part of the verdict. */
export type Subject =
	{ about: 'claim' } | { about: 'evidence'; number: number } | { about: 'verdict'; part: VerdictPart }

/** The subject as one word for a form, and back; `null` for anything that is not one. */
export function writeSubject(subject: Subject): string {
	switch (subject.about) {
		case 'claim':
			return 'claim'
		case 'evidence':
			return `evidence-${subject.number}`
		case 'verdict':
			return subject.part
	}
}

export function readSubject(value: unknown): Subject | null {
	if (value === 'claim') return { about: 'claim' }
	const part = verdictParts.find((known) => known === value)
	if (part) return { about: 'verdict', part }
	const number = /^evidence-([1-9]\d{0,3})$/.exec(String(value))?.[1]
	return number ? { about: 'evidence', number: Number(number) } : null
}

/** The longest comment, in UTF-16 code units. */
export const longestComment = 4000

export type DeskComment = {
	id: string
	author: Person
	/** ISO 8601. */
	at: string
	/** As it reads now; `null` when its author took it back. */
	text: string | null
	/** When it was last reworded; `null` when it never was. */
	editedAt: string | null
	/** Whom it calls. */
	mentions: Person[]
}

export type DeskThread = {
	id: string
	subject: Subject
	openedAt: string
	/** Who settled it and when; `null` while it is open. */
	resolved: { by: string; at: string } | null
	/** The oldest first. */
	comments: DeskComment[]
}

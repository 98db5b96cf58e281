import type { Bilingual } from './language.ts'

/*
 * The log of what passed between the desk and a claimant: the right of reply. It only grows.
 */

/**
 * What came of it. `noted` is an account in words alone, from before there was a log or from a program; `not_possible` says
 * why nobody could be asked.
 */
export const contactKinds = ['attempted', 'answered', 'declined', 'not_possible', 'noted'] as const
export type ContactKind = (typeof contactKinds)[number]
/** Those that the form offers. */
export const loggedKinds = ['attempted', 'answered', 'declined', 'not_possible'] as const

export const contactChannels = ['email', 'phone', 'letter', 'form', 'in_person', 'social', 'other'] as const
export type ContactChannel = (typeof contactChannels)[number]

export type DeskContact = {
	id: string
	kind: ContactKind
	/** `YYYY-MM-DD`. */
	on: string
	channel: ContactChannel | null
	/** Whom, in words; stays on the desk. */
	toWhom: string | null
	/** What was asked. */
	asked: string | null
	/** The answer, letter for letter. */
	answer: string | null
	/** What came of it, or why nobody can be asked, in our words. */
	note: Bilingual
	/** Until when an answer was asked for: `YYYY-MM-DD`. */
	deadline: string | null
	recordedBy: string
	recordedAt: string
}

/** One line of the log as readers see it: no address, nobody's name of the desk, and not whom we reached. */
export type PublishedContact = Pick<
	DeskContact,
	'kind' | 'on' | 'channel' | 'asked' | 'answer' | 'note' | 'deadline'
>

/** Mail addresses, and telephone numbers that are written with their country. */
const addresses = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?:\+|\b00)\d[\d\s().-]{6,18}\d/gu

/** A text without the addresses and telephone numbers in it, each of which leaves a mark. */
export function withoutAddresses(text: string): string {
	return text.replace(addresses, '[…]')
}

/** The log as it is frozen with a version, the earliest first. */
export function publishContacts(log: readonly DeskContact[]): PublishedContact[] {
	const clean = (text: string | null) => (text === null ? null : withoutAddresses(text))
	return log.map(({ kind, on, channel, asked, answer, note, deadline }) => ({
		kind,
		on,
		channel,
		asked: clean(asked),
		answer: clean(answer),
		note: { ar: clean(note.ar), en: clean(note.en) },
		deadline,
	}))
}

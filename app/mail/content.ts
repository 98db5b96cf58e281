import type { Language } from '#app/domain/language.ts'
import type { Role } from '#app/domain/people.ts'
import { letters as arabic } from '#app/i18n/ar/letters.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import { letters as english } from '#app/i18n/en/letters.ts'
import { wordsFor } from '#app/i18n/words.ts'
import type { AccountChange } from './letters.ts'

const words = { ar: arabic, en: english }

/** What stands in a letter, before it is set as text and as a page. */
export type Content = {
	subject: string
	/** Whom it greets; nobody where the reader may be a stranger to whoever asked for it. */
	greeting: string | null
	paragraphs: string[]
	link: { label: string; href: string } | null
	notes: string[]
}

/** For how many seconds a link is good, from when the letter is written. */
type Good = { seconds: number }

export function letterWords(language: Language): typeof arabic {
	return words[language]
}

export function writeInvitation(
	language: Language,
	{ inviter, role, href, seconds }: { inviter: string; role: Role; href: string } & Good,
): Content {
	const { invitation, once } = words[language]
	return {
		subject: invitation.subject,
		greeting: null,
		paragraphs: [invitation.says(inviter, role)],
		link: { label: invitation.action, href },
		notes: [once(roundDown(seconds)), invitation.unexpected],
	}
}

export function writePasswordReset(
	language: Language,
	{ name, href, seconds }: { name: string; href: string } & Good,
): Content {
	const { passwordReset, greeting, once } = words[language]
	return {
		subject: passwordReset.subject,
		greeting: greeting(name),
		paragraphs: [passwordReset.says],
		link: { label: passwordReset.action, href },
		notes: [once(roundDown(seconds)), passwordReset.unexpected],
	}
}

/** To the address that is to be left. */
export function writeEmailChangeOld(
	language: Language,
	{ name, newEmail, href, seconds }: { name: string; newEmail: string; href: string } & Good,
): Content {
	const { emailChangeOld, greeting, once } = words[language]
	return {
		subject: emailChangeOld.subject,
		greeting: greeting(name),
		paragraphs: [emailChangeOld.says(newEmail)],
		link: { label: emailChangeOld.action, href },
		notes: [once(roundDown(seconds)), emailChangeOld.unexpected],
	}
}

/** To the address that is to be taken, which may be a stranger's: it carries no word that anybody typed. */
export function writeEmailChangeNew(language: Language, { href, seconds }: { href: string } & Good): Content {
	const { emailChangeNew, once } = words[language]
	return {
		subject: emailChangeNew.subject,
		greeting: null,
		paragraphs: [emailChangeNew.says],
		link: { label: emailChangeNew.action, href },
		notes: [once(roundDown(seconds)), emailChangeNew.unexpected],
	}
}

export function writeAccountChanged(
	language: Language,
	{ name, what, role, at, href }: { name: string; what: AccountChange; role: Role; at: Date; href: string },
): Content {
	const { accountChanged, greeting } = words[language]
	const byOthers = what === 'role' || what === 'disabled'
	return {
		subject: accountChanged.subject,
		greeting: greeting(name),
		paragraphs: [
			`${accountChanged.what[what](role)} ${accountChanged.when(formatMoment(at, language))}`,
			byOthers ? accountChanged.byOthers : accountChanged.notYou,
		],
		link: byOthers ? null : { label: accountChanged.action, href },
		notes: [],
	}
}

/** One thing that somebody is told at once. `says` is its sentence, with names set apart. */
export function writeNotification(
	language: Language,
	{ name, says, statement, href }: { name: string; says: string; statement: string | null; href: string },
): Content {
	const { letter } = wordsFor(language).notifications
	return {
		subject: letter.subject,
		greeting: words[language].greeting(name),
		paragraphs: statement === null ? [says] : [says, letter.claim(statement)],
		link: { label: letter.action, href },
		notes: [letter.stop],
	}
}

/** What a person has not read of a day, a line each. */
export function writeDigest(
	language: Language,
	{ name, lines, href }: { name: string; lines: { says: string; statement: string | null }[]; href: string },
): Content {
	const { letter } = wordsFor(language).notifications
	return {
		subject: letter.digestSubject,
		greeting: words[language].greeting(name),
		paragraphs: [
			letter.digestSays(lines.length),
			...lines.map(({ says, statement }) =>
				statement === null ? says : `${says} ${letter.claim(statement)}`,
			),
		],
		link: { label: letter.all, href },
		notes: [letter.stop],
	}
}

/** Never more than is left: in whole hours, or in minutes when it is less than two hours. */
function roundDown(seconds: number): { hours: number } | { minutes: number } {
	const minutes = Math.max(1, Math.floor(seconds / 60))
	return minutes < 120 ? { minutes } : { hours: Math.floor(minutes / 60) }
}

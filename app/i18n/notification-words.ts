import { type DeskNotification } from '#app/domain/notification.ts'
import { type Language, preferText } from '#app/domain/language.ts'
import { formatDay } from './dates.ts'
import { isolate } from './plural.ts'
import { wordsFor } from './words.ts'

/** What a notification says, as a sentence: the name and the day in it are set apart. The claim stands beside it. */
export function sayNotification({ kind, actor, dueOn }: DeskNotification, language: Language): string {
	const words = wordsFor(language)
	const who = isolate(actor ?? words.activity.nobody)
	return words.notifications.sentences[kind](who, dueOn ? isolate(formatDay(dueOn, language)) : '')
}

/** The claim that it is about, in the language that there is. */
export function claimOfNotification({ claim }: DeskNotification, language: Language) {
	return claim && preferText(claim.statement, language)
}

/** A colleague who can be called by name. */
export type Nameable = { id: string; name: string }

const wordCharacter = /[\p{L}\p{N}\p{M}_]/u

/**
 * Whom a text calls: every `@` that begins a word and is followed by the full name of somebody of the desk. The longest
 * name that fits counts, so that `@Sara Haddad` does not call `Sara`. Upper and lower case are one; an address such as
 * `info@example.com` calls nobody.
 * @returns ids in the order in which they are called, each once
 */
export function findMentions(text: string, people: readonly Nameable[]): string[] {
	const byLength = people.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length)
	const found = new Set<string>()
	for (const { index } of text.matchAll(/@/g)) {
		if (index > 0 && wordCharacter.test(text[index - 1] ?? '')) continue
		const rest = text.slice(index + 1)
		const called = byLength.find(({ name }) => beginsWith(rest, name))
		if (called) found.add(called.id)
	}
	return [...found]
}

function beginsWith(text: string, name: string): boolean {
	const start = text.slice(0, name.length)
	if (start.normalize('NFC').toLowerCase() !== name.normalize('NFC').toLowerCase()) return false
	return !wordCharacter.test(text.slice(name.length, name.length + 1))
}

/** The `@…` that is being typed before the caret, without the sign; `null` when none is. */
export function mentionBeingTyped(textBeforeCaret: string): string | null {
	const typed = /(?:^|[\s(«"])@([\p{L}\p{M}\p{N}_-]*(?: [\p{L}\p{M}\p{N}_-]*)?)$/u.exec(textBeforeCaret)?.[1]
	return typed === undefined || typed.length > 40 ? null : typed
}

/** Those whose name, or a word of it, begins as it is being typed; at most `most`. */
export function whoFits(typed: string, people: readonly Nameable[], most = 6): Nameable[] {
	const begun = typed.toLowerCase()
	return people
		.filter(({ name }) => {
			const whole = name.toLowerCase()
			return whole.startsWith(begun) || whole.split(' ').some((word) => word.startsWith(begun))
		})
		.slice(0, most)
}

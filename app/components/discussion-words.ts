import type { Subject } from '#app/domain/discussion.ts'
import type { Words } from '#app/i18n/words.ts'

/** What a thread is about, in words. */
export function saySubject(subject: Subject, words: Words): string {
	const { subject: says } = words.discussion
	switch (subject.about) {
		case 'claim':
			return says.claim
		case 'evidence':
			return says.evidence(subject.number)
		case 'verdict':
			return says.parts[subject.part]
	}
}

import type { Grant } from '#app/domain/gate.ts'
import type { Missing } from '#app/domain/gate-missing.ts'
import type { Language } from '#app/domain/language.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { type Words } from '#app/i18n/words.ts'

/** What a rule of the gate still needs, in words. */
export function sayMissing(missing: Missing, { discussion: { gate } }: Words): string {
	switch (missing.kind) {
		case 'evidence':
			return missing.have === 0 ? gate.noEvidence : gate.evidence(missing.need - missing.have)
		case 'secondary':
			return missing.have === 0 ? gate.noEvidence : gate.secondary(missing.have)
		case 'bases':
			return gate.noBase(missing.figures)
		case 'contact':
			return gate.noContact
		case 'texts':
			return missing.texts.map((text) => gate.noText[text][missing.language]).join(' ')
	}
}

/** Who granted an exception, by role, and when. */
export function sayGrant({ by, on }: Grant, language: Language, { discussion: { gate } }: Words): string {
	return gate.granted[by](formatDay(on, language))
}

import type { Language } from '#app/domain/language.ts'
import { account as accountAr } from './ar/account.ts'
import { activity as activityAr } from './ar/activity.ts'
import { bundle as bundleAr } from './ar/bundle.ts'
import { common as commonAr } from './ar/common.ts'
import { complaints as complaintsAr } from './ar/complaints.ts'
import { desk as deskAr } from './ar/desk.ts'
import { notifications as notificationsAr } from './ar/notifications.ts'
import { discussion as discussionAr } from './ar/discussion.ts'
import { evidence as evidenceAr } from './ar/evidence.ts'
import { intake as intakeAr } from './ar/intake.ts'
import { ledger as ledgerAr } from './ar/ledger.ts'
import { matches as matchesAr } from './ar/matches.ts'
import { people as peopleAr } from './ar/people.ts'
import { reading as readingAr } from './ar/reading.ts'
import { search as searchAr } from './ar/search.ts'
import { secondFactor as secondFactorAr } from './ar/second-factor.ts'
import { suggestions as suggestionsAr } from './ar/suggestions.ts'
import { verdicts as verdictsAr } from './ar/verdicts.ts'
import { versions as versionsAr } from './ar/versions.ts'
import { account as accountEn } from './en/account.ts'
import { activity as activityEn } from './en/activity.ts'
import { bundle as bundleEn } from './en/bundle.ts'
import { common as commonEn } from './en/common.ts'
import { complaints as complaintsEn } from './en/complaints.ts'
import { desk as deskEn } from './en/desk.ts'
import { notifications as notificationsEn } from './en/notifications.ts'
import { discussion as discussionEn } from './en/discussion.ts'
import { evidence as evidenceEn } from './en/evidence.ts'
import { intake as intakeEn } from './en/intake.ts'
import { ledger as ledgerEn } from './en/ledger.ts'
import { matches as matchesEn } from './en/matches.ts'
import { people as peopleEn } from './en/people.ts'
import { reading as readingEn } from './en/reading.ts'
import { search as searchEn } from './en/search.ts'
import { secondFactor as secondFactorEn } from './en/second-factor.ts'
import { suggestions as suggestionsEn } from './en/suggestions.ts'
import { verdicts as verdictsEn } from './en/verdicts.ts'
import { versions as versionsEn } from './en/versions.ts'

/**
 * Every word of the interface: `common` to all, `reading` for the public pages, `desk` for the newsroom's side, and
 * the parts of that which have a file of their own.
 */
const words = {
	ar: {
		...commonAr,
		reading: readingAr,
		desk: deskAr,
		account: accountAr,
		search: searchAr,
		secondFactor: secondFactorAr,
		suggestions: suggestionsAr,
		people: peopleAr,
		activity: activityAr,
		bundle: bundleAr,
		notifications: notificationsAr,
		discussion: discussionAr,
		complaints: complaintsAr,
		verdicts: verdictsAr,
		versions: versionsAr,
		ledger: ledgerAr,
		matches: matchesAr,
		intake: intakeAr,
		evidence: evidenceAr,
	},
	en: {
		...commonEn,
		reading: readingEn,
		desk: deskEn,
		account: accountEn,
		search: searchEn,
		secondFactor: secondFactorEn,
		suggestions: suggestionsEn,
		people: peopleEn,
		activity: activityEn,
		bundle: bundleEn,
		notifications: notificationsEn,
		discussion: discussionEn,
		complaints: complaintsEn,
		verdicts: verdictsEn,
		versions: versionsEn,
		ledger: ledgerEn,
		matches: matchesEn,
		intake: intakeEn,
		evidence: evidenceEn,
	},
}
export type Words = (typeof words)['ar']

export function wordsFor(language: Language): Words {
	return words[language]
}

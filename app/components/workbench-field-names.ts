import type { Words } from '#app/i18n/words.ts'

/** What the fields of the workbench are called, by their names in the forms; those that are not told apart otherwise. */
export function fieldNames(words: Words): Record<string, string> {
	const { evidence, verdict, correction, proposal, steps } = words.desk.workbench
	const { contacts } = words.discussion
	return {
		url: evidence.url,
		publisher: evidence.publisher,
		title: evidence.titleField,
		publishedOn: evidence.publishedOn,
		language: evidence.language,
		stance: evidence.stance,
		kind: evidence.kind,
		passage: evidence.passage,
		labelAr: evidence.label.ar,
		labelEn: evidence.label.en,
		showsAr: evidence.shows.ar,
		showsEn: evidence.shows.en,
		foundBy: evidence.foundByField,
		rating: verdict.rating,
		summaryAr: verdict.summary.ar,
		summaryEn: verdict.summary.en,
		rationaleAr: verdict.rationale.ar,
		rationaleEn: verdict.rationale.en,
		asOf: verdict.asOf,
		correctionKind: correction.kind,
		severity: correction.severity,
		whatAr: correction.what.ar,
		whatEn: correction.what.en,
		whyAr: correction.why.ar,
		whyEn: correction.why.en,
		comment: proposal.comment,
		contactKind: contacts.kind,
		contactOn: contacts.on,
		channel: contacts.channel,
		toWhom: contacts.toWhom,
		asked: contacts.asked,
		answer: contacts.answer,
		contactNoteAr: contacts.noteIn.ar,
		contactNoteEn: contacts.noteIn.en,
		deadline: contacts.deadline,
		dueOn: words.discussion.due.on,
		subject: words.discussion.subject.label,
		assigneeId: steps.assignee,
	}
}

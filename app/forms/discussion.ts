import { z } from 'zod'
import { contactChannels, loggedKinds } from '#app/domain/contact.ts'
import { longestComment, readSubject } from '#app/domain/discussion.ts'
import {
	choice,
	fault,
	optionalDay,
	optionalLine,
	optionalProse,
	line,
	submissionKey,
} from './text-fields.ts'

const comment = () =>
	optionalProse(longestComment).transform((kept, context): string => kept ?? fault(context, 'no-words'))

/** Ids of people chosen beside a text; one that is nobody's calls nobody. */
const people = () =>
	z
		.union([z.string(), z.array(z.string())])
		.optional()
		.transform((sent) =>
			[sent ?? []]
				.flat()
				.filter((id) => /^[0-9a-z-]{1,40}$/.test(id))
				.slice(0, 50),
		)

export const threadSchema = z.object({
	submission: submissionKey(),
	subject: z
		.string()
		.optional()
		.transform((sent, context) => readSubject(sent) ?? fault(context, 'bad-choice')),
	comment: comment(),
	notify: people(),
})

export const replySchema = z.object({
	submission: submissionKey(),
	threadId: line(40),
	comment: comment(),
	notify: people(),
})

/** A comment reworded, or taken back by the button that says so. */
export const rewordSchema = z
	.object({ commentId: line(40), comment: optionalProse(longestComment), takeBack: choice(['1']).optional() })
	.transform(({ commentId, comment, takeBack }, context) => {
		if (takeBack) return { commentId, text: null }
		return { commentId, text: comment ?? fault(context, 'no-words', ['comment']) }
	})

export const resolutionSchema = z.object({ threadId: line(40), resolved: choice(['1', '0']) })

/** A day until when, or none; and what the form was made from: a day, or `none`. */
export const dueSchema = z.object({
	dueOn: optionalDay(),
	dueBefore: line(10).transform((before) => (before === 'none' ? null : before)),
})

/** An entry of the contact log. What each kind needs is the service's to say. */
export const contactLogSchema = z.object({
	submission: submissionKey(),
	contactKind: choice(loggedKinds),
	contactOn: optionalDay().transform((day, context): string => day ?? fault(context, 'required')),
	channel: z
		.union([z.literal(''), choice(contactChannels)])
		.optional()
		.transform((sent) => sent || null),
	toWhom: optionalLine(300),
	asked: optionalProse(6000),
	answer: optionalProse(12_000),
	contactNoteAr: optionalProse(2000),
	contactNoteEn: optionalProse(2000),
	deadline: optionalDay(),
})

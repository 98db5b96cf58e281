import { z } from 'zod'
import { longestComplaint, shortestComplaint } from '#app/domain/complaint.ts'
import { readMailAddress } from '#app/domain/mail-address.ts'
import { taskOutcomes } from '#app/domain/task.ts'
import { choice, fault, line, optionalProse, optionalUrl, prose } from './text-fields.ts'

/** What a reader reports. */
export const complaintSchema = z.object({
	text: prose(longestComplaint).transform((text, context): string =>
		text.length < shortestComplaint ? fault(context, 'too-short') : text,
	),
	url: optionalUrl(),
	email: z
		.string()
		.optional()
		.transform((typed = '', context): string | null => {
			if (typed.trim() === '') return null
			return readMailAddress(typed) ?? fault(context, 'bad-email')
		}),
})

export const takenTaskSchema = z.object({ taskId: line(40) })
export const closedTaskSchema = z.object({
	taskId: line(40),
	outcome: choice(taskOutcomes),
	note: optionalProse(2000),
})

import { z } from 'zod'

/** Who wants in. Nothing is said of the shape of an address or a password here: only the pair is right or wrong. */
export const signInForm = z.object({
	email: z
		.string('required')
		.trim()
		.min(1, 'required')
		.max(254, 'too-long')
		// Postgres keeps no NUL, and no address has one.
		.refine((email) => !/\p{Cc}/u.test(email), 'bad-text'),
	password: z.string('required').min(1, 'required').max(1024, 'too-long'),
})

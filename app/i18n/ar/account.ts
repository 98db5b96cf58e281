/** The person’s own account: profile, password, sessions, and proving who one is. */
export const account = {
	title: '',
}

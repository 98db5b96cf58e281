/** The team: invitations, roles, joining, and getting back in. */
export const people = {
	title: '',
}

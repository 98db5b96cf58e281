/** What we write by mail. */
export const letters = {
	title: '',
}

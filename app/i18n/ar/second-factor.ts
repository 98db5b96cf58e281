/** Signing in with a second factor, setting one up, and the desk’s rule about it. */
export const secondFactor = {
	title: '',
}

/** Who did what when. */
export const activity = {
	title: '',
}

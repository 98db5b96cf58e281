/** The forms of an English verb, given in its base form with irregular ones behind it: announce → announces, announced, announcing. */
export function inflectEnglish(verb: string): string[] {
	const [base = '', ...irregular] = verb.split(' ')
	const soft = base.endsWith('e')
	const sibilant = /(?:s|sh|ch|x|z)$/.test(base)
	const third = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : base + (sibilant ? 'es' : 's')
	const past = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : base + (soft ? 'd' : 'ed')
	// «drop dropped»: what doubles before -ed doubles before -ing.
	const doubled = irregular.find((form) => form === `${base}${base.slice(-1)}ed`)
	const participle = doubled ? doubled.replace(/ed$/, 'ing') : (soft ? base.slice(0, -1) : base) + 'ing'
	return [base, third, participle, ...(irregular.length > 0 ? irregular : [past])]
}

/** The forms under which an English word may be listed: itself. */
export function englishVariants(word: string) {
	return [{ form: word.replace(/['’]s$/, ''), verb: true, other: true }]
}

/*
 * What stands before and behind Arabic words, and how verbs change, in folded letters (see `foldText`). Enough to find the words
 * of a list in news prose; no full morphology.
 */

/**
 * The forms of a verb given as «past present», third person: أعلن يعلن → أعلنت, أعلنوا, تعلن, يعلنون … Endings of objects
 * are taken off by `arabicVariants`.
 */
export function inflectArabic(verb: string): string[] {
	const [past = '', present = ''] = verb.split(' ')
	const forms = new Set<string>([past])
	if (/[يا]$/.test(past)) {
		const stem = past.slice(0, -1)
		for (const ending of ['ت', 'وا', 'يا', 'ينا', 'تا']) forms.add(stem + ending)
	} else {
		for (const ending of ['ت', 'ا', 'تا', 'وا', 'نا']) forms.add(past + ending)
	}
	if (present.length > 2) {
		const stem = present.slice(1)
		for (const opening of ['ي', 'ت']) forms.add(opening + stem)
		const short = stem.replace(/[يوا]$/, '')
		for (const opening of ['ي', 'ت']) {
			for (const ending of ['ون', 'وا', 'ان']) forms.add(opening + short + ending)
			if (short !== stem && short.length > 2) forms.add(opening + short)
		}
	}
	return [...forms]
}

type Variant = { form: string; verb: boolean; other: boolean }

const objects = /(?:ها|هما|هم|هن|ه|نا|ني|كم|ك)$/

/** The forms under which a word may be listed: without و ف before it, ب ل ك and ال, without س or ل and objects for verbs. */
export function arabicVariants(word: string): Variant[] {
	const variants: Variant[] = []
	const push = (form: string, verb: boolean, other: boolean) => {
		if (form.length > 1) variants.push({ form, verb, other })
	}
	const bare = /^[وف]../.test(word) ? word.slice(1) : null
	for (const form of bare === null ? [word] : [word, bare]) {
		push(form, true, true)
		if (/^س[يتن]../.test(form)) push(form.slice(1), true, false)
		if (/^ل[يتن]../.test(form)) push(form.slice(1), true, false)
		for (const plain of [form, form.replace(/^[سل](?=[يتن]...)/, '')]) {
			const cut = plain.replace(objects, '')
			if (cut.length > 3 && cut !== plain) push(cut, true, false)
		}
		if (/^ال.../.test(form)) push(form.slice(2), false, true)
		if (/^لل../.test(form)) {
			push(form.slice(2), false, true)
			push(`ال${form.slice(2)}`, false, true)
		}
		if (/^[بلك]../.test(form)) {
			push(form.slice(1), false, true)
			if (/^[بك]ال../.test(form)) push(form.slice(3), false, true)
		}
	}
	return variants
}

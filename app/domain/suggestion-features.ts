/*
 * The signs by which a span is judged worth checking or not. How much each counts stands in `suggestion-weights.ts`, the words
 * that show it in `suggestion-words.ar.ts` and `suggestion-words.en.ts`.
 */

/** Signs that words and phrases of a list show. */
export const wordFeatures = [
	/** «معظم», «عشرات الآلاف»: an amount without a numeral. */
	'quantity',
	/** «أمس», «الشهر الماضي»: a time that depends on the day of the article. */
	'when',
	/** «أكثر من», «الأكبر في»: something is measured against something else. */
	'comparison',
	/** «ارتفع», «تراجع»: a quantity is said to move. */
	'change',
	/** «قال», «أعلن»: somebody is reported to say something. */
	'speech',
	/** «اتهم», «رفض», «هدد»: a word that is itself a deed. */
	'act',
	/** «قصف», «وقع», «اعتقل»: something is said to have happened. */
	'event',
	/** «مقتل», «زلزال»: the same as a noun, as headlines have it. */
	'happening',
	/** «وصول», «بدء»: a deed as a noun, where a headline begins with it. */
	'headline',
	/** «ولد», «تولى», «درس»: a fact of somebody's life or office. */
	'biography',
	/** «تعهد», «تلتزم», «قرر»: somebody is bound to do something. */
	'commitment',
	/** «يضم», «تقدم», «تقع»: what is done or holds in general. */
	'practice',
	/** «كان», «يواجه»: something is said to be so. */
	'fact',
	/** «قانون», «محكمة», «عقوبات»: something with a record. */
	'law',
	/** «بسبب», «أدى إلى»: one thing is said to follow from another. */
	'cause',
	/** «وثيقة», «تقرير», «مصادر»: what the statement rests on. */
	'source',
	/** «الرئيس», «السيد»: a person in office is named. */
	'person',
	/** «يعد خطوة», «حجر الزاوية»: a judgement nobody can look up. */
	'opinion',
	/** «مهم», «متميز»: a word of praise or blame. */
	'evaluation',
	/** «يهدف», «يسعى»: what somebody wants. */
	'aim',
	/** «بهدف», «من أجل»: what a deed is said to be for. */
	'purpose',
	/** «من المتوقع», «ربما»: what may come. */
	'forecast',
	/** «تعزيز التعاون», «العلاقات الثنائية»: stock words of communiqués. */
	'diplomacy',
	/** «يجب», «ينبغي»: what ought to be. */
	'advice',
	/** «أعتقد», «أتمنى»: the writer speaks of himself. */
	'self',
	/** «اللهم», «شكرا»: prayers, greetings, calls on the reader. */
	'address',
	/** An idiom that only looks like one of the above: it counts for nothing. */
	'idiom',
] as const
export type WordFeature = (typeof wordFeatures)[number]

/** Signs that are read from figures, names, marks and the shape of a span. */
export const shapeFeatures = [
	'percent',
	'amount',
	'date',
	'place',
	'name',
	'quotation',
	'narration',
	'question',
	'exclamation',
	'short',
	'opening',
	'unsupported',
	'covered',
] as const
export type Feature = WordFeature | (typeof shapeFeatures)[number]

/**
 * Words that show a feature, parted by commas or new lines. `verbs` are given as «past present» (Arabic) or in their base
 * form, with irregular forms behind it (English); their other forms are made. `words` may have و ف ب ل ك and ال before
 * them in Arabic; `*` at the end of a word stands for any ending.
 */
export type WordGroup = { verbs?: string; words?: string }

/** The phrases of a list, each as it is written. */
export function readList(list: string): string[] {
	return list
		.split(/[،,\n]/)
		.map((phrase) => phrase.trim())
		.filter((phrase) => phrase !== '')
}
export type WordList = Partial<Record<WordFeature, WordGroup>>

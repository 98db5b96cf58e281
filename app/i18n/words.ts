import type { Language } from '#app/domain/language.ts'
import { common as commonAr } from './ar/common.ts'
import { desk as deskAr } from './ar/desk.ts'
import { reading as readingAr } from './ar/reading.ts'
import { common as commonEn } from './en/common.ts'
import { desk as deskEn } from './en/desk.ts'
import { reading as readingEn } from './en/reading.ts'

/** Every word of the interface: `common` to all, `reading` for the public pages, `desk` for the newsroom's side. */
const words = {
	ar: { ...commonAr, reading: readingAr, desk: deskAr },
	en: { ...commonEn, reading: readingEn, desk: deskEn },
}
export type Words = (typeof words)['ar']

export function wordsFor(language: Language): Words {
	return words[language]
}

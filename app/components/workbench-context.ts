import { createContext, useContext } from 'react'
import type { Language } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import type { KeptForm } from '#app/domain/workbench.ts'
import type { FieldError } from '#app/forms/text-fields.ts'
import type { Intent } from '#app/forms/intents.ts'
import type { Words } from '#app/i18n/words.ts'

/** A form that was refused: what it asked for, why not, which fields are at fault, and everything that was typed. */
export type Refused = {
	intent: Intent
	code: keyof Words['refusals']
	errors: Record<string, FieldError>
	typed: Record<string, string>
}

/** What the parts of the page share. */
export type WorkbenchPage = {
	/** The address of the page, where its forms go. */
	path: string
	/** When the page was made, by the server's clock, so that both sides tell the same age. */
	now: string
	/** The language of the claim: in forms it comes first. */
	claimLanguage: Language
	ratings: Rating[]
	refused: Refused | null
	/** What the person was typing on an earlier visit. */
	keptForms: KeptForm[]
}

const context = createContext<WorkbenchPage | null>(null)
export const WorkbenchProvider = context.Provider

export function useWorkbench(): WorkbenchPage {
	const page = useContext(context)
	if (!page) throw new Error('This part stands on the workbench only.')
	return page
}

/** The two languages of the desk, the claim's own first. */
export function useLanguages(): [Language, Language] {
	return useWorkbench().claimLanguage === 'ar' ? ['ar', 'en'] : ['en', 'ar']
}

/** The end of a field's name in a language: `summaryAr`. */
export const suffixes = { ar: 'Ar', en: 'En' } as const

import { Form, useNavigation } from '@remix-run/react'
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import type { Intent } from '#app/forms/intents.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'
import { type Refused, useWorkbench } from './workbench-context.ts'
import { fieldNames } from './workbench-field-names.ts'
import { useKeptForm } from './workbench-kept.ts'

type FormState = {
	id: string
	refused: Refused | null
	/** What was typed on an earlier visit, by the names of the fields. */
	kept?: Record<string, string> | null
}

const context = createContext<FormState>({ id: '', refused: null })

/** The form a field stands in: its id, and how it was refused, if it was. */
export function useFormOf(): FormState {
	return useContext(context)
}

type Props = {
	/** Unique on the page; the page comes back to it. */
	id: string
	intent: Intent
	/** Further hidden fields. A refusal is this form's when these were sent with it. */
	hidden?: Record<string, string>
	className?: string
	children: ReactNode
}

/** A form of the workbench. It works without script; with it, the page stays where it is. */
export function WorkbenchForm({ id, intent, hidden = {}, className, children }: Props) {
	const { path } = useWorkbench()
	const refused = useRefusalOf(intent, hidden)
	const busy = useNavigation().state === 'submitting'
	const { form, kept, round, discard, onSent } = useKeptForm(id)
	return (
		<Form
			id={id}
			ref={form}
			key={round}
			method="post"
			action={`${path}#${id}`}
			className={className}
			preventScrollReset
			noValidate
			onSubmit={(event) => {
				// One press is one request.
				if (busy) event.preventDefault()
				else onSent()
			}}
		>
			{refused ? <WorkbenchProblem refused={refused} formId={id} /> : null}
			{kept && !refused ? <KeptBack at={kept.keptAt} discard={discard} /> : null}
			<input type="hidden" name="intent" value={intent} />
			<input type="hidden" name="kept" value={id} />
			{Object.entries(hidden).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<context.Provider value={{ id, refused, kept: kept?.fields ?? null }}>{children}</context.Provider>
		</Form>
	)
}

/** That what was typed before is here again, and the way to be rid of it. */
function KeptBack({ at, discard }: { at: string; discard: () => void }) {
	const { language, words } = useDeskWords()
	const own = words.verdicts.kept
	return (
		<p className="notice kept-back" role="status">
			{own.back(formatMoment(at, language))}{' '}
			<button type="button" className="plain" onClick={discard}>
				{own.discard}
			</button>
		</p>
	)
}

/** How the form with this intent and these hidden fields was refused, or `null`. */
export function useRefusalOf(intent: Intent, hidden: Record<string, string> = {}): Refused | null {
	const { refused } = useWorkbench()
	if (refused?.intent !== intent) return null
	return Object.entries(hidden).every(([name, value]) => refused.typed[name] === value) ? refused : null
}

/** Where the fields of a form stand that is put together by hand, as the verdict's is. */
export const FormFields = context.Provider

/** Why a form was refused, above its fields. Who sent it is led here. */
export function WorkbenchProblem({ refused, formId }: { refused: Refused; formId: string }) {
	const { words } = useDeskWords()
	const notice = useRef<HTMLDivElement>(null)
	useEffect(() => notice.current?.focus(), [refused])
	const faulty = Object.entries(refused.errors)
	const names = fieldNames(words)
	return (
		<div className="notice problem" ref={notice} tabIndex={-1} role="alert" id={`${formId}-problem`}>
			<p>{sentence()}</p>
			{faulty.length > 0 ? (
				<ul>
					{faulty.map(([name, error]) => (
						<li key={name}>
							<a href={`#${formId}-${name}`}>
								{names[name] ? `${names[name]}: ` : null}
								{words.fieldErrors[error]}
							</a>
						</li>
					))}
				</ul>
			) : null}
		</div>
	)

	function sentence(): string {
		const decides = refused.intent === 'approve' || refused.intent === 'request_changes'
		if (refused.code === 'stale' && decides) return words.desk.workbench.proposal.replaced
		return words.refusals[refused.code]
	}
}

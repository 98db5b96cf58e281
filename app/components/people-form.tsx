import { Form, useLocation } from '@remix-run/react'
import { createContext, type ReactNode, useContext } from 'react'
import type { PersonAnswer } from '#app/forms/people-answer.ts'
import type { PersonIntent } from '#app/forms/people.ts'
import { PeopleRefusal } from './people-refusal.tsx'

/** What came of the form of the page that was sent last, if it was refused. */
const Answer = createContext<PersonAnswer | null>(null)
export const PersonAnswerProvider = Answer.Provider

/** The answer to this form, if it was the one that was refused. */
export function useAnswerTo(intent: PersonIntent): PersonAnswer | null {
	const answer = useContext(Answer)
	return answer?.intent === intent ? answer : null
}

/** One of the forms of a person's page. Why it was refused stands above it. */
export function PersonForm({ intent, children }: { intent: PersonIntent; children: ReactNode }) {
	const { pathname } = useLocation()
	const answer = useAnswerTo(intent)
	return (
		<Form method="post" action={pathname} className="people-form">
			{answer ? <PeopleRefusal cause={answer} intent={intent} refusal={answer.refusal} /> : null}
			<input type="hidden" name="intent" value={intent} />
			{children}
		</Form>
	)
}

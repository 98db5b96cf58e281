import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { otherLanguage } from '#app/domain/language.ts'
import { SignInFrame } from './desk-sign-in.tsx'
import { useDeskWords } from './desk-words.ts'

/** A page for people who have no account yet, or cannot get into theirs. */
export function JoinFrame({ title, children }: { title: string; children: ReactNode }) {
	const { language } = useDeskWords()
	const { pathname, search } = useLocation()
	// The secret in the address goes along.
	const inOther = new URLSearchParams(search)
	inOther.set('lang', otherLanguage(language))
	return (
		<SignInFrame title={title} hrefOther={`${pathname}?${inOther.toString()}`}>
			{children}
		</SignInFrame>
	)
}

/** Such a page that has nothing to fill in, with one way on. */
export function JoinDeadEnd({ title, text, way }: { title: string; text: string; way?: ReactNode }) {
	return (
		<JoinFrame title={title}>
			<p>{text}</p>
			{way ? <p className="join-ways">{way}</p> : null}
		</JoinFrame>
	)
}

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Why a form was not taken, above it. It takes the focus when it appears, so that whoever listens hears it
 * first; without a script it is an alert of a fresh page.
 * @param props.cause changes when the form was refused anew
 */
export function FormRefusal({ cause, children }: { cause: unknown; children: ReactNode }) {
	const notice = useRef<HTMLDivElement>(null)
	useEffect(() => {
		notice.current?.focus()
	}, [cause])
	return (
		<div className="notice problem" role="alert" tabIndex={-1} ref={notice}>
			{children}
		</div>
	)
}

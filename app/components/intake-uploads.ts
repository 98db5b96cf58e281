import { useFetcher } from '@remix-run/react'
import { useEffect, useReducer } from 'react'
import type { ReportEntry } from './intake-report.tsx'

/** What the server answers to a file that was sent by itself. */
type Answer = { report: ReportEntry[] | null }

type State = { files: File[]; entries: ReportEntry[][]; sent: number; answered: unknown }
type Step =
	| { kind: 'begin'; files: File[] }
	| { kind: 'send' }
	| { kind: 'answer'; answer: unknown; entries: ReportEntry[] }
	| { kind: 'skip'; entry: ReportEntry }

const none: State = { files: [], entries: [], sent: 0, answered: null }

function take(state: State, step: Step): State {
	switch (step.kind) {
		case 'begin':
			return { ...none, files: step.files, answered: state.answered }
		case 'send':
			return { ...state, sent: state.sent + 1 }
		case 'answer':
			return { ...state, entries: [...state.entries, step.entries], answered: step.answer }
		case 'skip':
			return { ...state, sent: state.sent + 1, entries: [...state.entries, [step.entry]] }
	}
}

/**
 * Sends files one after another, so that it is seen how far it is and none has to wait for another's reading to be told
 * of. `entries` is the report so far, with what still waits; empty before the first file.
 * @param most what a file may have, in bytes: larger ones are refused without being sent
 */
export function useUploads(most: number): {
	entries: ReportEntry[]
	send: (files: File[]) => void
	busy: boolean
} {
	const fetcher = useFetcher<Answer>()
	const [state, dispatch] = useReducer(take, none)
	const { files, entries, sent, answered } = state
	const done = entries.length

	useEffect(() => {
		if (fetcher.state !== 'idle') return
		const current = files[sent - 1]
		if (done < sent) {
			if (fetcher.data === undefined || fetcher.data === answered || !current) return
			const report = fetcher.data?.report ?? [
				{ outcome: 'refused' as const, name: current.name, problem: { code: 'failed' as const } },
			]
			dispatch({ kind: 'answer', answer: fetcher.data, entries: report })
			return
		}
		const next = files[sent]
		if (!next) return
		if (next.size > most) {
			const problem = { code: 'too-large', megabytes: Math.floor(most / 1024 / 1024) } as const
			dispatch({ kind: 'skip', entry: { outcome: 'refused', name: next.name, problem } })
			return
		}
		const form = new FormData()
		form.set('report', 'one')
		form.set('language', 'by-script')
		form.append('file', next)
		dispatch({ kind: 'send' })
		fetcher.submit(form, { method: 'post', encType: 'multipart/form-data' })
	}, [fetcher, files, sent, done, answered, most])

	const waiting = files.slice(done).map(({ name }, index): ReportEntry => {
		return { outcome: index === 0 && sent > done ? 'reading' : 'waiting', name }
	})
	return {
		entries: [...entries.flat(), ...waiting],
		send: (chosen) => dispatch({ kind: 'begin', files: chosen }),
		busy: done < files.length,
	}
}

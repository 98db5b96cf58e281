import { Form, useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { areLettersOn } from '#app/reader/letter-keys.ts'
import { useDeskWords } from './desk-words.ts'

/** The search box in the frame of the desk. On the page of the search that has its own, larger one. */
export function SearchBox() {
	const { search } = useDeskWords().words
	const { pathname } = useLocation()
	useSearchKey()
	if (pathname === '/desk/search') return null
	return (
		<Form className="desk-search" role="search" method="get" action="/desk/search">
			<label className="unseen" htmlFor="desk-search">
				{search.label}
			</label>
			<input
				id="desk-search"
				name="q"
				type="search"
				dir="auto"
				maxLength={200}
				autoComplete="off"
				enterKeyHint="search"
				placeholder={search.short}
				aria-keyshortcuts="/"
				data-search
			/>
			<kbd className="desk-search-key" aria-hidden="true">
				/
			</kbd>
		</Form>
	)
}

/** The key `/` (by its place, so also on an Arabic keyboard) leads to the search box of the page, unless letters are off. */
function useSearchKey(): void {
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
			if (event.key !== '/' && event.code !== 'Slash') return
			const { target } = event
			if (!(target instanceof Element) || !areLettersOn()) return
			if (target.closest('input, select, textarea, [contenteditable], dialog[open]')) return
			const box = document.querySelector<HTMLInputElement>('input[data-search]')
			if (!box) return
			event.preventDefault()
			box.focus()
			box.select()
		}
		document.addEventListener('keydown', onKey)
		return () => document.removeEventListener('keydown', onKey)
	}, [])
}

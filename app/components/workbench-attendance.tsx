import { useEffect, useRef, useState } from 'react'
import type { Attendant } from '#app/domain/workbench.ts'
import { isolate } from '#app/i18n/plural.ts'
import { useDeskWords } from './desk-words.ts'
import { useWorkbench } from './workbench-context.ts'
import { sayHere } from './workbench-here.client.ts'

/** How often the page says that it is open, in milliseconds. */
const beat = 20_000
/** How long after the last key somebody counts as writing. */
const stillWriting = 60_000

/** Who else has the claim open, and who of them is writing. Whoever looks at another page is not there. */
export function WorkbenchAttendance({ others: known }: { others: Attendant[] }) {
	const { language, words } = useDeskWords()
	const own = words.verdicts.attendance
	const { path } = useWorkbench()
	const [others, setOthers] = useState(known)
	const typedAt = useRef(0)
	useEffect(() => {
		const attend = async () => {
			if (document.visibilityState === 'hidden') return
			const writing = Date.now() - typedAt.current < stillWriting ? 'yes' : 'no'
			const heard = await sayHere(`${path}/here`, { intent: 'attend', writing })
			if (heard?.others) setOthers(heard.others)
		}
		const typed = () => {
			const before = typedAt.current
			typedAt.current = Date.now()
			if (Date.now() - before > stillWriting) void attend()
		}
		void attend()
		const timer = setInterval(() => void attend(), beat)
		document.addEventListener('input', typed)
		const seen = () => void attend()
		document.addEventListener('visibilitychange', seen)
		return () => {
			clearInterval(timer)
			document.removeEventListener('input', typed)
			document.removeEventListener('visibilitychange', seen)
		}
	}, [path])
	const list = new Intl.ListFormat(language, { type: 'conjunction' })
	const names = others.map(({ name, writing }) => (writing ? own.writing(name) : isolate(name)))
	return (
		<p className="attendance small" role="status">
			{names.length > 0 ? own.here(list.format(names)) : null}
		</p>
	)
}

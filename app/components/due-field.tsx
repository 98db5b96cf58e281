import type { Due } from '#app/domain/due.ts'
import { useDeskWords } from './desk-words.ts'
import { DueMark } from './due-mark.tsx'
import { TextField } from './workbench-field.tsx'
import { useRefusalOf, WorkbenchForm } from './workbench-form.tsx'

/** Until when the claim should be published and decided on, and, for those who may, the form that sets it. */
export function DueField({ dues, dueOn, sets }: { dues: Due[]; dueOn: string | null; sets: boolean }) {
	const own = useDeskWords().words.discussion.due
	const refused = useRefusalOf('set_due')
	if (!sets && dues.length === 0) return null
	return (
		<section className="due-field" aria-label={own.heading}>
			{dues.map((due) => (
				<p key={due.what}>
					<DueMark due={due} />
				</p>
			))}
			{sets ? (
				<details className="step" open={refused !== null} key={dueOn}>
					<summary>{dueOn ? own.change : own.set}</summary>
					<WorkbenchForm id="due" intent="set_due">
						<input type="hidden" name="dueBefore" value={dueOn ?? 'none'} />
						<TextField name="dueOn" type="date" label={own.on} hint={own.onHint} value={dueOn} />
						<button type="submit" className="quiet">
							{own.save}
						</button>
					</WorkbenchForm>
				</details>
			) : null}
		</section>
	)
}

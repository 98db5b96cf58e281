import type { Person } from '#app/domain/workbench.ts'
import { useDeskWords } from './desk-words.ts'
import { MentionPicker } from './mention-picker.tsx'
import { TextField } from './workbench-field.tsx'

/** What is said, and who is told of it besides those it names. */
export function CommentFields({
	colleagues,
	value,
	callsOthers = true,
}: {
	colleagues: Person[]
	value?: string
	callsOthers?: boolean
}) {
	const { discussion: own } = useDeskWords().words
	return (
		<>
			<MentionPicker colleagues={colleagues}>
				<TextField name="comment" label={own.text} hint={own.textHint} value={value} rows={3} />
			</MentionPicker>
			{callsOthers && colleagues.length > 0 ? (
				<details className="comment-call">
					<summary>{own.call}</summary>
					<ul>
						{colleagues.map(({ id, name }) => (
							<li key={id}>
								<label>
									<input type="checkbox" name="notify" value={id} /> <bdi>{name}</bdi>
								</label>
							</li>
						))}
					</ul>
				</details>
			) : null}
		</>
	)
}

import type { WrittenVerdict } from '#app/domain/workbench.ts'
import { useDeskWords } from './desk-words.ts'
import { useWorkbench } from './workbench-context.ts'
import { ChoiceField, TextField } from './workbench-field.tsx'
import { useFormOf } from './workbench-form.tsx'

/** How the claim stands today where the facts have changed since it was made, and when somebody has to look again. */
export function ClockFields({ text }: { text: WrittenVerdict }) {
	const { language, words } = useDeskWords()
	const own = words.verdicts.clocks
	const { ratings } = useWorkbench()
	const { errors = {} } = useFormOf().refused ?? {}
	const isOpen =
		Boolean(text.ratingNow ?? text.reviewOn) || Object.keys(errors).some((name) => fields.has(name))
	return (
		<details className="verdict-clocks" open={isOpen}>
			<summary>{own.legend}</summary>
			<p className="hint">{own.hint}</p>
			<div className="fields-in-row">
				<ChoiceField
					name="ratingNow"
					label={own.ratingNow}
					empty={own.same}
					value={text.ratingNow}
					options={ratings
						.filter(({ key, retired }) => !retired || key === text.ratingNow)
						.map(({ key, label }) => ({ value: key, name: label[language] }))}
				/>
				<TextField
					name="nowSince"
					label={own.nowSince}
					hint={own.nowSinceHint}
					value={text.nowSince}
					type="date"
				/>
			</div>
			<TextField
				name="reviewOn"
				label={own.reviewOn}
				hint={own.reviewOnHint}
				value={text.reviewOn}
				type="date"
			/>
		</details>
	)
}

const fields = new Set(['ratingNow', 'nowSince', 'reviewOn'])

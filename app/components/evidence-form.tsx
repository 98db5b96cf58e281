import { useState } from 'react'
import { sourceKinds, stances } from '#app/domain/claim.ts'
import { sourceLanguages } from '#app/domain/source-language.ts'
import { languageName } from '#app/i18n/language-name.ts'
import { useDeskWords } from './desk-words.ts'
import { suffixes, useLanguages } from './workbench-context.ts'
import { ChoiceField, RadioField, TextField } from './workbench-field.tsx'
import { useRefusalOf, WorkbenchForm } from './workbench-form.tsx'

type Props = {
	/** The key of this showing of the form. */
	submission: string
	/** Whether it is opened from the beginning, as where there is no evidence yet. */
	open: boolean
}

/** A new piece of evidence: whose it is, what it says, and what that shows for the claim. */
export function EvidenceForm({ submission, open }: Props) {
	const { language, words } = useDeskWords()
	const own = words.desk.workbench
	const refused = useRefusalOf('add_evidence')
	const languages = useLanguages()
	// The page is loaded again while somebody writes here; the key belongs to what they write.
	const [key] = useState(submission)
	return (
		<details className="workbench-add" open={open || refused !== null}>
			<summary className="button quiet">{own.evidence.add}</summary>
			<WorkbenchForm id="add-evidence" intent="add_evidence">
				<input type="hidden" name="submission" value={key} />
				<fieldset>
					<legend className="fieldset-legend">{own.evidence.source}</legend>
					<p className="hint">{own.evidence.sourceHint}</p>
					<TextField name="url" label={own.evidence.url} type="url" />
					<div className="fields-in-row">
						<TextField name="publisher" label={own.evidence.publisher} />
						<TextField name="title" label={own.evidence.titleField} />
					</div>
					<div className="fields-in-row">
						<TextField name="publishedOn" label={own.evidence.publishedOn} type="date" />
						<ChoiceField
							name="language"
							label={own.evidence.language}
							empty={own.choose}
							options={sourceLanguages.map((value) => ({ value, name: languageName(value, language) }))}
						/>
					</div>
				</fieldset>
				<div className="fields-in-row">
					<RadioField
						name="stance"
						label={own.evidence.stance}
						options={stances.map((value) => ({ value, name: words.stances[value] }))}
					/>
					<RadioField
						name="kind"
						label={own.evidence.kind}
						options={sourceKinds.map((value) => ({
							value,
							name: words.sourceKinds[value],
							hint: own.evidence.kindHint[value],
						}))}
					/>
				</div>
				<TextField name="passage" label={own.evidence.passage} hint={own.evidence.passageHint} rows={3} />
				<label className="check">
					<input
						type="checkbox"
						name="readFigures"
						value="on"
						defaultChecked={!refused || refused.typed['readFigures'] === 'on'}
					/>{' '}
					{words.evidence.figures.read}
				</label>
				<div className="beside">
					{languages.map((written) => (
						<div key={written}>
							<TextField
								name={`label${suffixes[written]}`}
								label={own.evidence.label[written]}
								language={written}
							/>
							<TextField
								name={`shows${suffixes[written]}`}
								label={own.evidence.shows[written]}
								language={written}
								rows={2}
							/>
						</div>
					))}
				</div>
				<TextField name="foundBy" label={own.evidence.foundByField} hint={own.evidence.foundByHint} />
				<button type="submit">{own.evidence.submit}</button>
			</WorkbenchForm>
		</details>
	)
}

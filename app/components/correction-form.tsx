import type { DeskProposal } from '#app/domain/workbench.ts'
import { correctionKinds, severities } from '#app/domain/workflow.ts'
import { useDeskWords } from './desk-words.ts'
import { suffixes, useLanguages } from './workbench-context.ts'
import { RadioField, TextField } from './workbench-field.tsx'

/**
 * What a new version changes for readers, and why: part of the verdict's form where a verdict is public already.
 * @param props.text what was said of it in a proposal that came back
 */
export function CorrectionFields({ text }: { text: DeskProposal['correction'] }) {
	const { words } = useDeskWords()
	const own = words.desk.workbench.correction
	return (
		<fieldset className="workbench-correction">
			<legend className="fieldset-legend">{own.legend}</legend>
			<div className="fields-in-row">
				<RadioField
					name="correctionKind"
					value={text?.kind}
					label={own.kind}
					options={correctionKinds.map((value) => ({
						value,
						name: words.correctionKinds[value],
						hint: own.kindHint[value],
					}))}
				/>
				<RadioField
					name="severity"
					value={text?.severity}
					label={own.severity}
					options={severities.map((value) => ({
						value,
						name: words.severities[value],
						hint: own.severityHint[value],
					}))}
				/>
			</div>
			<div className="beside">
				{useLanguages().map((written) => (
					<div key={written}>
						<TextField
							name={`what${suffixes[written]}`}
							label={own.what[written]}
							value={text?.what[written]}
							language={written}
							rows={2}
						/>
						<TextField
							name={`why${suffixes[written]}`}
							label={own.why[written]}
							value={text?.why[written]}
							language={written}
							rows={2}
						/>
					</div>
				))}
			</div>
		</fieldset>
	)
}

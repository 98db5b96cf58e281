import { Form, useNavigation, useSubmit } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { shapeOf } from '#app/domain/rating.ts'
import type { TwinState } from '#app/domain/twins.ts'
import type { DeskDraft, DeskProposal, WrittenVerdict } from '#app/domain/workbench.ts'
import { CorrectionFields } from './correction-form.tsx'
import { useDeskWords } from './desk-words.ts'
import { RatingDisc } from './rating-mark.tsx'
import { TwinsNote } from './twins-note.tsx'
import { ClockFields } from './verdict-clock-fields.tsx'
import { useAutosave } from './workbench-autosave.ts'
import { WorkbenchConflict } from './workbench-conflict.tsx'
import { suffixes, useLanguages, useWorkbench } from './workbench-context.ts'
import { GroupError, RadioField, TextField } from './workbench-field.tsx'
import { FormFields, useRefusalOf, WorkbenchProblem } from './workbench-form.tsx'
import { RationalePreview } from './workbench-preview.tsx'
import { SaveStatus } from './workbench-save-status.tsx'

type Props = {
	/** What the form begins with. */
	text: WrittenVerdict
	/** What is saved now. */
	draft: DeskDraft | null
	/** The numbers of the evidence on the claim. */
	evidence: number[]
	/** Whether the person may put it before a second one, or only write. */
	proposes: boolean
	/** Whether a verdict is public already, so that this is a correction of it. */
	replaces: boolean
	/** What readers would be told, as it was proposed before and came back. */
	correction: DeskProposal['correction']
	/** How the two languages stand to each other as it is saved. */
	twins: TwinState
}

const id = 'verdict-form'

/**
 * The verdict being written, in both languages side by side. It saves itself; without script it is saved with
 * the button. What somebody else saved in the meantime is shown beside what was typed here.
 */
export function VerdictForm({ text, draft, evidence, proposes, replaces, correction, twins }: Props) {
	const own = useDeskWords().words.desk.workbench.verdict
	const { path } = useWorkbench()
	const submit = useSubmit()
	const busy = useNavigation().state !== 'idle'
	const saveRefused = useRefusalOf('save_draft')
	const proposalRefused = useRefusalOf('propose')
	const refused = saveRefused ?? proposalRefused
	const overtaken = refused?.code === 'stale' ? draft : null
	const { form, revision, save, saveNow, events } = useAutosave(
		`${path}/draft`,
		refused && !overtaken ? Number(refused.typed['revision']) : (draft?.revision ?? 0),
	)
	const reply = save.state === 'refused' ? save.reply : null
	const faults = reply
		? { intent: 'save_draft' as const, code: reply.code, errors: reply.errors, typed: {} }
		: null

	async function onSubmit(event: FormEvent<HTMLFormElement>) {
		const { submitter } = event.nativeEvent as SubmitEvent
		const data = new FormData(event.currentTarget, submitter)
		event.preventDefault()
		if (data.get('intent') !== 'propose') {
			await saveNow({ force: true })
			return
		}
		// What is proposed is saved first, so that nothing that was typed depends on the answer.
		const saved = await saveNow()
		if (saved === null || busy) return
		data.set('revision', String(saved))
		submit(data, { method: 'post', action: path, preventScrollReset: true })
	}

	return (
		<Form
			id={id}
			ref={form}
			method="post"
			action={`${path}#${id}`}
			noValidate
			onSubmit={(event) => void onSubmit(event)}
			{...events}
		>
			{refused ? <WorkbenchProblem refused={refused} formId={id} /> : null}
			<input type="hidden" name="revision" value={revision} />
			<FormFields value={{ id, refused: faults ?? refused }}>
				<VerdictFields {...{ text, evidence }} />
				{replaces && proposes ? <CorrectionFields text={correction} /> : null}
				{overtaken && refused && save.state !== 'saved' ? (
					<WorkbenchConflict stored={overtaken} typed={refused.typed} />
				) : null}
				{save.state === 'refused' && save.reply?.stored ? (
					<WorkbenchConflict stored={save.reply.stored} typed={save.sent} />
				) : null}
				<GroupError name="evidence" />
				<TwinFields twins={save.state === 'saved' ? save.twins : twins} />
				<div className="actions workbench-save">
					<button type="submit" name="intent" value="save_draft" className={proposes ? 'quiet' : undefined}>
						{own.save}
					</button>
					{proposes ? (
						<button type="submit" name="intent" value="propose">
							{replaces ? own.proposeCorrection : own.propose}
						</button>
					) : null}
					<SaveStatus save={save} draft={draft} />
				</div>
				<noscript>
					<p className="hint">{own.noScript}</p>
				</noscript>
			</FormFields>
		</Form>
	)
}

/** What one language has and the other has not, and that a person finds them in step all the same. */
function TwinFields({ twins }: { twins: TwinState }) {
	const own = useDeskWords().words.verdicts.twins
	return (
		<div className="verdict-twins">
			<TwinsNote {...twins} />
			{twins.stale ? (
				<label className="choice">
					<input type="checkbox" name="inStep" value="yes" />
					<span className="choice-name">{own.inStep}</span>
				</label>
			) : null}
		</div>
	)
}

function VerdictFields({ text, evidence }: { text: WrittenVerdict; evidence: number[] }) {
	const { language, words } = useDeskWords()
	const own = words.desk.workbench.verdict
	const { ratings } = useWorkbench()
	const languages = useLanguages()
	const [rationale, setRationale] = useState(text.rationale)
	return (
		<>
			<RadioField
				name="rating"
				label={own.rating}
				value={text.rating}
				className="workbench-scale"
				options={ratings
					.filter(({ key, retired }) => !retired || key === text.rating)
					.map((rating) => ({
						value: rating.key,
						name: (
							<span className="rating" data-rating={rating.key}>
								<RatingDisc shape={shapeOf(rating)} />
								<span>{rating.label[language]}</span>
							</span>
						),
						hint: rating.retired ? own.retired : rating.meaning[language],
					}))}
			/>
			<div className="beside">
				{languages.map((written) => (
					<div key={written}>
						<TextField
							name={`summary${suffixes[written]}`}
							label={own.summary[written]}
							hint={own.summaryHint}
							value={text.summary[written]}
							language={written}
							rows={2}
						/>
						<TextField
							name={`rationale${suffixes[written]}`}
							label={own.rationale[written]}
							hint={own.rationaleHint}
							value={text.rationale[written]}
							language={written}
							rows={8}
							onInput={(typed) => setRationale((before) => ({ ...before, [written]: typed }))}
						/>
						<RationalePreview text={rationale[written] ?? ''} language={written} evidence={evidence} />
					</div>
				))}
			</div>
			<div className="workbench-as-of">
				<TextField name="asOf" label={own.asOf} hint={own.asOfHint} value={text.asOf} type="date" />
			</div>
			<ClockFields text={text} />
		</>
	)
}

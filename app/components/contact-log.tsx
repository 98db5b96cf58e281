import { contactChannels, type DeskContact, loggedKinds } from '#app/domain/contact.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'
import { FactCheckText } from './fact-check-text.tsx'
import { FactLine } from './fact-line.tsx'
import { suffixes, useLanguages, useWorkbench } from './workbench-context.ts'
import { ChoiceField, RadioField, TextField } from './workbench-field.tsx'
import { useRefusalOf, WorkbenchForm } from './workbench-form.tsx'

type Props = { contacts: DeskContact[]; submission: string; records: boolean }

/** What passed between the desk and the claimant, and the form for what comes next. */
export function ContactLog({ contacts, submission, records }: Props) {
	const { language, words } = useDeskWords()
	const own = words.discussion.contacts
	return (
		<section id="contacts" className="contact-log" aria-labelledby="contacts-heading">
			<h2 id="contacts-heading">{own.heading}</h2>
			<p className="hint">{own.note}</p>
			{contacts.length === 0 ? <p className="soft">{own.nothing}</p> : null}
			<ol>
				{contacts.map((contact) => (
					<li key={contact.id}>
						<h3>{own.kinds[contact.kind]}</h3>
						<FactLine
							className="soft small"
							items={[
								formatDay(contact.on, language),
								contact.channel ? own.channels[contact.channel] : null,
								contact.toWhom ? <bdi>{contact.toWhom}</bdi> : null,
								own.recorded(contact.recordedBy),
							]}
						/>
						{contact.asked ? <p dir="auto">{contact.asked}</p> : null}
						{contact.answer ? <blockquote dir="auto">{contact.answer}</blockquote> : null}
						<FactCheckText text={contact.note} language={language} />
						{contact.deadline ? (
							<p className="small">
								{own.deadline} {formatDay(contact.deadline, language)}
							</p>
						) : null}
					</li>
				))}
			</ol>
			{records ? <ContactForm submission={submission} count={contacts.length} /> : null}
		</section>
	)
}

function ContactForm({ submission, count }: { submission: string; count: number }) {
	const { words } = useDeskWords()
	const { now } = useWorkbench()
	const own = words.discussion.contacts
	const refused = useRefusalOf('log_contact')
	return (
		<details className="step" open={refused !== null} key={count}>
			<summary className="button quiet">{own.add}</summary>
			<WorkbenchForm id="log-contact" intent="log_contact">
				<input type="hidden" name="submission" value={`${submission}-contact`} />
				<RadioField
					name="contactKind"
					value="attempted"
					label={own.kind}
					options={loggedKinds.map((value) => ({
						value,
						name: own.kinds[value],
						hint: own.kindHints[value],
					}))}
				/>
				<div className="fields-in-row">
					<TextField name="contactOn" type="date" label={own.on} value={now.slice(0, 10)} />
					<ChoiceField
						name="channel"
						label={own.channel}
						empty={words.desk.workbench.choose}
						options={contactChannels.map((value) => ({ value, name: own.channels[value] }))}
					/>
				</div>
				<TextField name="toWhom" label={own.toWhom} hint={own.toWhomHint} />
				<TextField name="asked" label={own.asked} rows={2} />
				<TextField name="answer" label={own.answer} rows={2} />
				{useLanguages().map((written) => (
					<TextField
						key={written}
						name={`contactNote${suffixes[written]}`}
						label={own.noteIn[written]}
						language={written}
						rows={2}
					/>
				))}
				<TextField name="deadline" type="date" label={own.deadline} />
				<button type="submit">{own.submit}</button>
			</WorkbenchForm>
		</details>
	)
}

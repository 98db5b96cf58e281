import type { PublishedContact } from '#app/domain/contact.ts'
import type { Language } from '#app/domain/language.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { Day } from './day.tsx'
import { FactCheckText } from './fact-check-text.tsx'
import { FactLine } from './fact-line.tsx'

/** The right of reply: what the claimant was asked when, and what they answered, in their own words. */
export function VerdictContacts({
	contacts,
	language,
}: {
	contacts: PublishedContact[]
	language: Language
}) {
	const own = wordsFor(language).discussion.contacts
	if (contacts.length === 0) return null
	return (
		<section className="verdict-contacts" aria-labelledby="contact">
			<h2 id="contact">{own.public.heading}</h2>
			<ol>
				{contacts.map((contact, index) => (
					<li key={index}>
						<FactLine
							className="version-line"
							items={[
								<strong>{own.kinds[contact.kind]}</strong>,
								<Day on={contact.on} language={language} />,
								contact.channel ? own.channels[contact.channel] : null,
							]}
						/>
						{contact.asked ? (
							<>
								<p className="label-soft">{own.public.asked}</p>
								<p dir="auto">{neutraliseBidi(contact.asked)}</p>
							</>
						) : null}
						{contact.answer ? (
							<>
								<p className="label-soft">{own.public.answer}</p>
								<blockquote dir="auto">{neutraliseBidi(contact.answer)}</blockquote>
							</>
						) : null}
						<FactCheckText text={contact.note} language={language} />
						{contact.deadline ? (
							<p className="section-note">{own.public.until(formatDay(contact.deadline, language))}</p>
						) : null}
					</li>
				))}
			</ol>
			<p className="section-note">{own.public.note}</p>
		</section>
	)
}

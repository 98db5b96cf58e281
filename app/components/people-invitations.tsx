import { Form } from '@remix-run/react'
import type { Language } from '#app/domain/language.ts'
import type { Role } from '#app/domain/people.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import { DeskAge } from './desk-age.tsx'
import { useDeskWords } from './desk-words.ts'

/** An invitation that nobody has accepted yet; times as ISO 8601. */
export type ListedInvitation = {
	id: string
	email: string
	role: Role
	language: Language
	inviter: string
	sentAt: string
	expiresAt: string
	expired: boolean
}

/** Open invitations, each with what can be done about it. */
export function PeopleInvitations({ invitations, now }: { invitations: ListedInvitation[]; now: string }) {
	const { language, words } = useDeskWords()
	const { columns, invitations: own } = words.people
	return (
		<table className="desk-table people-table">
			<thead>
				<tr>
					<th scope="col">{own.email}</th>
					<th scope="col">{columns.role}</th>
					<th scope="col">{own.inviter}</th>
					<th scope="col">{own.sent}</th>
					<th scope="col">{own.until}</th>
					<th scope="col">
						<span className="unseen">{own.actions}</span>
					</th>
				</tr>
			</thead>
			<tbody>
				{invitations.map((invitation) => (
					<tr key={invitation.id}>
						<th scope="row">
							<bdi>{invitation.email}</bdi>
						</th>
						<td data-label={columns.role}>{words.desk.roles[invitation.role]}</td>
						<td data-label={own.inviter}>
							<bdi>{invitation.inviter}</bdi>
						</td>
						<td data-label={own.sent}>
							<DeskAge at={invitation.sentAt} now={now} language={language} />
						</td>
						<td data-label={own.until}>
							{invitation.expired ? (
								<strong>{own.expired}</strong>
							) : (
								<time dateTime={invitation.expiresAt}>{formatMoment(invitation.expiresAt, language)}</time>
							)}
						</td>
						<td className="people-actions">
							<InvitationButton
								intent="resend"
								id={invitation.id}
								name={own.resend}
								label={own.resendOf(invitation.email)}
							/>
							<InvitationButton
								intent="revoke"
								id={invitation.id}
								name={own.revoke}
								label={own.revokeOf(invitation.email)}
							/>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}

function InvitationButton({
	intent,
	id,
	name,
	label,
}: {
	intent: 'resend' | 'revoke'
	id: string
	name: string
	label: string
}) {
	return (
		<Form method="post" action="/desk/people">
			<input type="hidden" name="intent" value={intent} />
			<input type="hidden" name="invitationId" value={id} />
			<button type="submit" className="plain" aria-label={label}>
				{name}
			</button>
		</Form>
	)
}

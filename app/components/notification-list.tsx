import { Form } from '@remix-run/react'
import { directionOf } from '#app/domain/language.ts'
import type { DeskNotification } from '#app/domain/notification.ts'
import { claimOfNotification, sayNotification } from '#app/i18n/notification-words.ts'
import { DeskAge } from './desk-age.tsx'
import { useDeskWords } from './desk-words.ts'

/** What a person was told, each with the way to it; opening it is having read it. */
export function NotificationList({ rows, now }: { rows: DeskNotification[]; now: string }) {
	const { language, words } = useDeskWords()
	const own = words.notifications
	return (
		<ol className="notifications">
			{rows.map((row) => {
				const sentence = sayNotification(row, language)
				const claim = claimOfNotification(row, language)
				return (
					<li key={row.id} data-read={row.isRead || undefined}>
						<p className="notification-says">
							{row.isRead ? null : <strong className="notification-new">{own.isNew}</strong>} {sentence}{' '}
							<span className="soft small">
								<DeskAge at={row.at} now={now} language={language} />
							</span>
						</p>
						{claim ? (
							<p className="notification-claim" lang={claim.language} dir={directionOf(claim.language)}>
								{claim.text}
							</p>
						) : null}
						<Form method="post" className="notification-actions">
							<input type="hidden" name="id" value={row.id} />
							<button
								type="submit"
								name="intent"
								value="open"
								aria-label={own.openLabel(sentence)}
								className="plain"
							>
								{own.open}
							</button>
							{row.isRead ? null : (
								<button
									type="submit"
									name="intent"
									value="read_one"
									aria-label={own.markReadLabel(sentence)}
									className="plain"
								>
									{own.markRead}
								</button>
							)}
						</Form>
					</li>
				)
			})}
		</ol>
	)
}

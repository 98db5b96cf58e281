import { Form } from '@remix-run/react'
import {
	type NotificationKind,
	notificationKinds,
	type NotificationWay,
	notificationWays,
} from '#app/domain/notification.ts'
import { useDeskWords } from './desk-words.ts'

/** How a person is told of each kind: on the desk, by mail besides, or not. */
export function AccountNotifications({ ways }: { ways: Record<NotificationKind, NotificationWay> }) {
	const { words } = useDeskWords()
	const own = words.notifications
	return (
		<section id="notifications" aria-labelledby="notifications-title">
			<h2 id="notifications-title">{own.settings.heading}</h2>
			<p className="hint">{own.settings.note}</p>
			<Form method="post" action="?index#notifications">
				<input type="hidden" name="intent" value="notifications" />
				{notificationKinds.map((kind) => (
					<div className="field" key={kind}>
						<label htmlFor={`way-${kind}`}>{own.kinds[kind]}</label>
						<select id={`way-${kind}`} name={kind} defaultValue={ways[kind]}>
							{notificationWays.map((way) => (
								<option key={way} value={way}>
									{own.ways[way]}
								</option>
							))}
						</select>
					</div>
				))}
				<button type="submit">{own.settings.save}</button>
			</Form>
		</section>
	)
}

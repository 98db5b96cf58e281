import { Form } from '@remix-run/react'
import { readDevice } from '#app/domain/device.ts'
import type { AccountAnswer } from '#app/forms/account.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import type { Words } from '#app/i18n/words.ts'
import { AccountRefused, confirmHref } from './account-refusal.tsx'
import { DeskAge } from './desk-age.tsx'
import { useDeskWords } from './desk-words.ts'

/** A session in the list; times in ISO 8601. */
export type ShownSession = {
	publicId: string
	agent: string | null
	network: string | null
	createdAt: string
	lastUsedAt: string
	/** The one that this page is shown in. */
	isThis: boolean
}

type Props = {
	sessions: ShownSession[]
	now: string
	/** Whether the person has lately proved who they are. */
	confirmed: boolean
	answer: AccountAnswer | null
}

/** Where one is signed in, with the means to end what should not be there. */
export function AccountSessions({ sessions, now, confirmed, answer }: Props) {
	const { words } = useDeskWords()
	const text = words.account.sessions
	const hasOthers = sessions.some(({ isThis }) => !isThis)
	return (
		<section id="sessions" aria-labelledby="sessions-title">
			<h2 id="sessions-title">{text.title}</h2>
			<p className="soft">{text.lead}</p>
			<AccountRefused refusal={answer?.refusal} cause={answer} />
			<ul className="account-list">
				{sessions.map((session) => (
					<li key={session.publicId}>
						<Session session={session} now={now} endable={confirmed && !session.isThis} />
					</li>
				))}
			</ul>
			{hasOthers ? null : <p className="soft">{text.onlyThis}</p>}
			{hasOthers && confirmed ? (
				<Form method="post" action="?index#sessions">
					<input type="hidden" name="intent" value="end-sessions" />
					<button className="quiet" type="submit">
						{text.endOthers}
					</button>
				</Form>
			) : null}
			{hasOthers && !confirmed ? (
				<p>
					{text.confirmNote} <a href={confirmHref()}>{words.account.toConfirm}</a>
				</p>
			) : null}
			<p className="hint">{text.limits}</p>
		</section>
	)
}

function Session({ session, now, endable }: { session: ShownSession; now: string; endable: boolean }) {
	const { language, words } = useDeskWords()
	const text = words.account.sessions
	const device = nameDevice(session.agent, words)
	return (
		<>
			<div>
				<p>
					{device} {session.isThis ? <span className="session-this">{text.this}</span> : null}
				</p>
				<dl>
					<div>
						<dt>{text.lastUsed}</dt>
						<dd>
							<DeskAge at={session.lastUsedAt} now={now} language={language} />
						</dd>
					</div>
					<div>
						<dt>{text.began}</dt>
						<dd>
							<time dateTime={session.createdAt}>{formatMoment(session.createdAt, language)}</time>
						</dd>
					</div>
					{session.network ? (
						<div>
							<dt>{text.network}</dt>
							<dd>
								<bdi dir="ltr">{session.network}</bdi>
							</dd>
						</div>
					) : null}
				</dl>
			</div>
			{endable ? (
				<Form method="post" action="?index#sessions">
					<input type="hidden" name="intent" value="end-session" />
					<input type="hidden" name="session" value={session.publicId} />
					<button
						className="quiet"
						type="submit"
						aria-label={text.endNamed(device, formatMoment(session.createdAt, language))}
					>
						{text.end}
					</button>
				</Form>
			) : null}
		</>
	)
}

/** The device a session began on, in words, as far as it said what it is. */
function nameDevice(agent: string | null, words: Words): string {
	const { browsers, systems, device, unknown } = words.account.sessions
	const { browser, system } = readDevice(agent)
	if (browser && system) return device(browsers[browser], systems[system])
	if (browser) return browsers[browser]
	return system ? systems[system] : unknown
}

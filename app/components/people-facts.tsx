import type { Role } from '#app/domain/people.ts'
import { Day } from './day.tsx'
import { DeskAge } from './desk-age.tsx'
import { useDeskWords } from './desk-words.ts'

/** A person as their page knows them; times as ISO 8601. */
export type PersonFacts = {
	email: string
	role: Role
	createdAt: string
	disabledAt: string | null
	lastSignedInAt: string | null
	hasCode: boolean
	passkeys: number
	sessions: number
}

/** What is known of a person's account, at a glance. */
export function PeopleFacts({ person, now }: { person: PersonFacts; now: string }) {
	const { language, words } = useDeskWords()
	const { columns, secondFactor, never, sessionsCount, person: own } = words.people
	const factors = [
		person.hasCode ? own.codes : null,
		person.passkeys > 0 ? own.passkeys(person.passkeys) : null,
	].filter((factor) => factor !== null)
	return (
		<dl className="people-facts">
			<div>
				<dt>{own.email}</dt>
				<dd>
					<a href={`mailto:${person.email}`}>
						<bdi>{person.email}</bdi>
					</a>
				</dd>
			</div>
			<div>
				<dt>{own.state}</dt>
				<dd data-on={!person.disabledAt}>{person.disabledAt ? own.disabled : own.active}</dd>
			</div>
			<div>
				<dt>{columns.role}</dt>
				<dd>{words.desk.roles[person.role]}</dd>
			</div>
			<div>
				<dt>{own.since}</dt>
				<dd>
					<Day on={person.createdAt} language={language} />
				</dd>
			</div>
			<div>
				<dt>{columns.lastSignedIn}</dt>
				<dd>
					{person.lastSignedInAt ? (
						<DeskAge at={person.lastSignedInAt} now={now} language={language} />
					) : (
						never
					)}
				</dd>
			</div>
			<div>
				<dt>{own.sessions}</dt>
				<dd>{sessionsCount(person.sessions)}</dd>
			</div>
			<div>
				<dt>{columns.secondFactor}</dt>
				<dd>{factors.length > 0 ? factors.join(words.desk.comma) : secondFactor.no}</dd>
			</div>
		</dl>
	)
}

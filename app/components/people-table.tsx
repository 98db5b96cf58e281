import { Link } from '@remix-run/react'
import type { Role } from '#app/domain/people.ts'
import { DeskAge } from './desk-age.tsx'
import { useDeskWords } from './desk-words.ts'

/** A person as the table shows them; times as ISO 8601. */
export type ListedPerson = {
	id: string
	name: string
	email: string
	role: Role
	hasSecondFactor: boolean
	lastSignedInAt: string | null
	disabledAt: string | null
	/** Claims in hand, and proposals that wait. */
	research: number
	waiting: number
}

type Props = { people: ListedPerson[]; actorId: string; now: string }

/** People who can sign in, or those who cannot any more. On a narrow screen each row stands by itself, its columns named. */
export function PeopleTable({ people, actorId, now, disabled = false }: Props & { disabled?: boolean }) {
	const { language, words } = useDeskWords()
	const { columns, secondFactor, never, you } = words.people
	return (
		<table className="desk-table people-table">
			<thead>
				<tr>
					<th scope="col">{columns.name}</th>
					<th scope="col">{columns.role}</th>
					{disabled ? (
						<th scope="col">{columns.since}</th>
					) : (
						<>
							<th scope="col">{columns.secondFactor}</th>
							<th scope="col">{columns.lastSignedIn}</th>
						</>
					)}
					<th scope="col">{columns.work}</th>
				</tr>
			</thead>
			<tbody>
				{people.map((person) => (
					<tr key={person.id}>
						<th scope="row">
							<Link to={`/desk/people/${person.id}`}>
								<bdi>{person.name}</bdi>
							</Link>
							{person.id === actorId ? <span className="soft"> ({you})</span> : null}
							<span className="people-email">
								<bdi>{person.email}</bdi>
							</span>
						</th>
						<td data-label={columns.role}>{words.desk.roles[person.role]}</td>
						{disabled && person.disabledAt ? (
							<td data-label={columns.since}>
								<DeskAge at={person.disabledAt} now={now} language={language} />
							</td>
						) : (
							<>
								<td data-label={columns.secondFactor} data-on={person.hasSecondFactor}>
									{person.hasSecondFactor ? secondFactor.yes : secondFactor.no}
								</td>
								<td data-label={columns.lastSignedIn}>
									{person.lastSignedInAt ? (
										<DeskAge at={person.lastSignedInAt} now={now} language={language} />
									) : (
										<span className="soft">{never}</span>
									)}
								</td>
							</>
						)}
						<td data-label={columns.work}>
							<OpenWork {...person} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}

function OpenWork({ id, research, waiting }: ListedPerson) {
	const { words } = useDeskWords()
	const { people } = words
	if (research === 0 && waiting === 0) return <span className="soft">{people.none}</span>
	return (
		<span>
			{research > 0 ? <Link to={`/desk/people/${id}#work`}>{words.claimsCount(research)}</Link> : null}
			{research > 0 && waiting > 0 ? words.desk.comma : null}
			{waiting > 0 ? people.proposalsCount(waiting) : null}
		</span>
	)
}

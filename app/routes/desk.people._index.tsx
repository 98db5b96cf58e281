import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { Day } from '#app/components/day.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { db } from '#app/db.server.ts'
import { listPeople } from '#app/services/people.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.people._index', 'read')
	return json({ people: await listPeople(db) })
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ desk }) => desk.people.title)

export default function DeskPeople() {
	const { people } = useLoaderData<typeof loader>()
	const { language, words } = useDeskWords()
	const { desk } = words
	return (
		<>
			<h1>{desk.people.title}</h1>
			<p className="soft">{desk.people.lead}</p>
			<div className="scroll-x">
				<table className="desk-table">
					<thead>
						<tr>
							<th scope="col">{desk.people.name}</th>
							<th scope="col">{desk.people.email}</th>
							<th scope="col">{desk.people.role}</th>
							<th scope="col">{desk.people.since}</th>
						</tr>
					</thead>
					<tbody>
						{people.map((person) => (
							<tr key={person.id}>
								<th scope="row">
									<bdi>{person.name}</bdi>
								</th>
								<td>
									<a href={`mailto:${person.email}`}>
										<bdi>{person.email}</bdi>
									</a>
								</td>
								<td>
									{desk.roles[person.role]}
									{person.disabledAt ? <span className="status">{desk.people.disabled}</span> : null}
								</td>
								<td>
									<Day on={person.createdAt} language={language} />
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</>
	)
}

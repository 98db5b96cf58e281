import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { ActivityFilterForm } from '#app/components/activity-filter.tsx'
import { ActivityList } from '#app/components/activity-list.tsx'
import { DeskPager } from '#app/components/desk-pager.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { query } from '#app/components/pager.tsx'
import { db } from '#app/db.server.ts'
import { readActivityCursor } from '#app/domain/activity.ts'
import { directionOf, preferText } from '#app/domain/language.ts'
import { readActivityFilter } from '#app/forms/activity-filter.ts'
import { findNamedClaim, listActivity } from '#app/services/activity.server.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { listPeople } from '#app/services/people.server.ts'
import activityStyles from '#app/styles/activity.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: activityStyles }]

/** What there is to see of a claim that nobody knows. */
const nothing: Awaited<ReturnType<typeof listActivity>> = { entries: [], next: null }

export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.activity._index', 'read')
	const search = new URL(request.url).searchParams
	const { filter, claim: named, fields } = readActivityFilter(search)
	const cursor = readActivityCursor(search.get('after'))
	const claim = named ? await findNamedClaim(db, named) : null
	const unknownClaim = fields.claim !== '' && claim === null
	const [page, people, ratings] = await Promise.all([
		unknownClaim ? nothing : listActivity(db, actor, { ...filter, claimId: claim?.id ?? null }, cursor),
		listPeople(db),
		listRatings(db),
	])
	return json({
		...page,
		later: cursor !== null,
		fields,
		claim,
		unknownClaim,
		people: people.map(({ id, name }) => ({ id, name })),
		ratings,
	})
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ activity }) => activity.title)

export default function DeskActivity() {
	const { entries, next, later, fields, claim, unknownClaim, people, ratings } =
		useLoaderData<typeof loader>()
	const { language, words } = useDeskWords()
	const { activity } = words
	const narrowed = Object.values(fields).some(Boolean)
	const statement = claim && preferText(claim, language)
	return (
		<>
			<h1>{activity.title}</h1>
			<p className="soft">{activity.lead}</p>
			<ActivityFilterForm {...{ fields, people, unknownClaim }} />
			{claim && statement ? (
				<p className="activity-of">
					{activity.ofClaim}{' '}
					<Link
						to={`/desk/claims/${claim.id}`}
						lang={statement.language}
						dir={directionOf(statement.language)}
					>
						{statement.text}
					</Link>
				</p>
			) : null}
			{entries.length > 0 ? (
				<>
					<ActivityList entries={entries} ratings={ratings} />
					<DeskPager path="/desk/activity" filter={fields} next={next} later={later} />
					<p className="activity-export">
						{/* A file, and not a page of the desk: the browser asks for it. */}
						<a href={`/desk/activity.csv${query(fields)}`}>{activity.export}</a>{' '}
						<span className="soft small">{activity.exportHint}</span>
					</p>
				</>
			) : (
				<p className="desk-empty">
					{unknownClaim ? null : narrowed || later ? activity.nothingHere : activity.nothing}
				</p>
			)}
		</>
	)
}

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { ClaimList } from '#app/components/claim-list.tsx'
import { DeskListKeys } from '#app/components/desk-list-keys.tsx'
import { DeskPager } from '#app/components/desk-pager.tsx'
import { DeskQueueFilter } from '#app/components/desk-queue-filter.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { db } from '#app/db.server.ts'
import { isCountry } from '#app/domain/countries.ts'
import { addDays, dayOf } from '#app/domain/due.ts'
import { parseStatus } from '#app/domain/workflow.ts'
import { readTyped } from '#app/forms/search.ts'
import { nameCountries } from '#app/i18n/country-names.ts'
import { listRatings, statusByCountry } from '#app/services/dashboard.server.ts'
import { readCursor } from '#app/services/keyset.server.ts'
import { listColleagues } from '#app/services/people.server.ts'
import { listQueue } from '#app/services/queue.server.ts'
import { readSettings } from '#app/services/settings.server.ts'

/** What an address narrows the queue by; a value that is not known narrows nothing. */
function readFilter(search: URLSearchParams, colleagues: { id: string }[]) {
	const country = search.get('country')
	const typed = readTyped(search)
	return {
		typed,
		status: parseStatus(search.get('status')),
		country: isCountry(country) ? country : null,
		overdue: search.get('overdue') === '1' ? '1' : null,
		assignee: colleagues.find(({ id }) => id === search.get('assignee'))?.id ?? null,
	}
}

const nothingFound: Awaited<ReturnType<typeof listQueue>> = { rows: [], next: null }

export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.queue', 'read')
	const search = new URL(request.url).searchParams
	const colleagues = await listColleagues(db)
	const { typed, ...narrowed } = readFilter(search, colleagues)
	const filter = { q: typed.q.trim() || null, ...narrowed }
	const cursor = readCursor(search.get('after'))
	const { 'review-days': reviewDays } = await readSettings(db)
	const today = dayOf(new Date())
	const [page, ratings, { rows }] = await Promise.all([
		typed.problem
			? nothingFound
			: listQueue(
					db,
					{
						status: filter.status,
						country: filter.country,
						assigneeId: filter.assignee,
						overdue: filter.overdue ? { today, proposedBefore: addDays(today, -reviewDays) } : null,
						words: typed.query,
					},
					cursor,
				),
		listRatings(db),
		statusByCountry(db, { articleId: null, from: null, to: null }, true),
	])
	const codes = [...rows.map((row) => row.country), ...(filter.country ? [filter.country] : [])]
	return json({
		actorId: actor.id,
		claims: page.rows,
		next: page.next,
		later: cursor !== null,
		filter,
		problem: typed.problem,
		countries: nameCountries(codes, actor.language),
		colleagues,
		ratings,
		reviewDays,
		now: new Date(),
	})
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ desk }) => desk.queue.title)

export default function DeskQueue() {
	const { claims, next, later, filter, problem, countries, colleagues, actorId, ratings, reviewDays, now } =
		useLoaderData<typeof loader>()
	const { desk } = useDeskWords().words
	const narrowed = Object.values(filter).some(Boolean)
	return (
		<>
			<h1>{desk.queue.title}</h1>
			<DeskQueueFilter {...{ filter, problem, countries, colleagues, actorId }} />
			{claims.length > 0 ? (
				<DeskListKeys>
					<ClaimList {...{ claims, ratings, countries, actorId, now, reviewDays }} wide />
				</DeskListKeys>
			) : problem ? null : (
				<p className="desk-empty">
					{narrowed || later ? desk.queue.nothingHere : desk.queue.nothing}{' '}
					<Link to={narrowed || later ? '/desk/queue' : '/desk/articles'}>
						{narrowed || later ? desk.queue.clear : desk.queue.toArticles}
					</Link>
				</p>
			)}
			<DeskPager path="/desk/queue" filter={filter} next={next} later={later} />
		</>
	)
}

import { and, asc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Db, preparedQuery } from '#app/db.server.ts'
import type { SearchQuery } from '#app/domain/search-query.ts'
import { noFilter } from '#app/domain/search.ts'
import type { Status } from '#app/domain/workflow.ts'
import { claimants, claimCountries, claims, proposals, searchEntries, users } from '#drizzle/schema.ts'
import { after, type Cursor, newestFirst, pageOf } from './keyset.server.ts'
import { tsqueryOf } from './search-statement.server.ts'

/** What the queue is narrowed by; `words` are what a person typed in search of a claim. */
export type QueueFilter = {
	status: Status | null
	country: string | null
	assigneeId: string | null
	/** Only what is past its day: the day itself, and the day before which a proposal that waits was made too long ago. */
	overdue?: { today: string; proposedBefore: string } | null
	words?: SearchQuery | null
}

const assignees = alias(users, 'assignees')
const proposers = alias(users, 'proposers')

/** What a list shows of a claim: whose turn it is and how old the thing is. */
const listed = {
	id: claims.id,
	statementAr: claims.statementAr,
	statementEn: claims.statementEn,
	language: claims.language,
	type: claims.type,
	status: claims.status,
	rating: claims.rating,
	createdAt: claims.createdAt,
	statusSince: claims.statusSince,
	dueOn: claims.dueOn,
	proposedAt: proposals.proposedAt,
	assignee: assignees.name,
	assigneeId: claims.assigneeId,
	proposer: proposers.name,
	proposerId: proposals.proposerId,
	claimantAr: claimants.nameAr,
	claimantEn: claimants.nameEn,
	countries: sql<string[]>`array(select ${claimCountries.country} from ${claimCountries}
		where ${claimCountries.claimId} = ${claims.id} order by 1)`,
}

/**
 * The claims of a filter, the newest first. Each way of narrowing reads the index that has that order: words the one of the
 * search, a country its own.
 * @param cursor where the page before ended
 */
export async function listQueue(db: Db, filter: QueueFilter, cursor: Cursor | null, size = 50) {
	const base = db
		.select(listed)
		.from(claims)
		.leftJoin(assignees, eq(assignees.id, claims.assigneeId))
		.leftJoin(claimants, eq(claimants.id, claims.claimantId))
		.leftJoin(proposals, and(eq(proposals.claimId, claims.id), eq(proposals.decision, 'pending')))
		.leftJoin(proposers, eq(proposers.id, proposals.proposerId))
		.$dynamic()
	const words = tsqueryOf({
		query: filter.words ?? null,
		filter: { ...noFilter, status: filter.status, country: filter.country },
	})
	const rows = filter.words
		? await base
				.innerJoin(searchEntries, and(eq(searchEntries.kind, 'claim'), eq(searchEntries.id, claims.id)))
				.where(
					and(
						sql`${searchEntries.words} @@ ${words}::tsquery`,
						filter.assigneeId ? eq(claims.assigneeId, filter.assigneeId) : undefined,
						isOverdue(filter),
						after(cursor, searchEntries.at, searchEntries.id),
					),
				)
				.orderBy(...newestFirst(searchEntries.at, searchEntries.id))
				.limit(size + 1)
		: filter.country
			? await base
					.innerJoin(
						claimCountries,
						and(eq(claimCountries.claimId, claims.id), eq(claimCountries.country, filter.country)),
					)
					.where(and(matching(filter), after(cursor, claimCountries.createdAt, claimCountries.claimId)))
					.orderBy(...newestFirst(claimCountries.createdAt, claimCountries.claimId))
					.limit(size + 1)
			: await base
					.where(and(matching(filter), after(cursor, claims.createdAt, claims.id)))
					.orderBy(...newestFirst(claims.createdAt, claims.id))
					.limit(size + 1)
	return pageOf(rows, size, (row) => ({ at: row.createdAt, id: row.id }))
}

function matching(filter: QueueFilter) {
	const { status, assigneeId } = filter
	return and(
		status ? eq(claims.status, status) : undefined,
		assigneeId ? eq(claims.assigneeId, assigneeId) : undefined,
		isOverdue(filter),
	)
}

/** Claims past their day that are still open, and proposals that wait for longer than the desk allows. */
function isOverdue({ overdue }: QueueFilter) {
	if (!overdue) return undefined
	return or(
		and(lt(claims.dueOn, overdue.today), inArray(claims.status, ['new', 'in_research', 'in_review'])),
		lt(proposals.proposedAt, new Date(`${overdue.proposedBefore}T00:00:00Z`)),
	)
}

const workOf = preparedQuery((db) =>
	db
		.select(listed)
		.from(claims)
		.leftJoin(assignees, eq(assignees.id, claims.assigneeId))
		.leftJoin(claimants, eq(claimants.id, claims.claimantId))
		.leftJoin(proposals, and(eq(proposals.claimId, claims.id), eq(proposals.decision, 'pending')))
		.leftJoin(proposers, eq(proposers.id, proposals.proposerId))
		.where(
			and(
				eq(claims.assigneeId, sql.placeholder('actorId')),
				inArray(claims.status, ['in_research', 'in_review']),
			),
		)
		.orderBy(asc(claims.statusSince), asc(claims.id))
		.limit(50)
		.prepare('work_of_person'),
)

/** What a person has in hand, the oldest first, at most 50. */
export async function listWork(db: Db, actorId: string) {
	return workOf(db).execute({ actorId })
}

const waitingFor = preparedQuery((db) =>
	db
		.select(listed)
		.from(proposals)
		.innerJoin(claims, eq(claims.id, proposals.claimId))
		.leftJoin(assignees, eq(assignees.id, claims.assigneeId))
		.leftJoin(claimants, eq(claimants.id, claims.claimantId))
		.innerJoin(proposers, eq(proposers.id, proposals.proposerId))
		.where(
			and(eq(proposals.decision, 'pending'), sql`${proposals.proposerId} <> ${sql.placeholder('actorId')}`),
		)
		.orderBy(asc(proposals.proposedAt), asc(proposals.id))
		.limit(50)
		.prepare('waiting_for_review'),
)

/** What waits for a second person and was not proposed by this one, the oldest first, at most 50. */
export async function listWaiting(db: Db, actorId: string) {
	return waitingFor(db).execute({ actorId })
}

import { eq, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import {
	type ActivityCursor,
	type ActivityEntry,
	type ActivityFilter,
	type ActivitySource,
	kindsOf,
	writeActivityCursor,
} from '#app/domain/activity.ts'
import type { Actor } from '#app/domain/people.ts'
import { hasRole } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { claims } from '#drizzle/schema.ts'
import { recordAccountEvent } from './account-events.server.ts'

type Row = {
	source: ActivitySource
	id: string
	at: string
	kind: string
	detail: Record<string, unknown>
	actorId: string | null
	actorName: string | null
	subjectId: string | null
	subjectName: string | null
	claimId: string | null
	statementAr: string | null
	statementEn: string | null
	articleId: string | null
	title: string | null
	opening: string | null
	articleLanguage: 'ar' | 'en' | null
	email: string | null
}

/** Where each kind of history is written down, with the columns that all of them have. */
const branches: Record<
	ActivitySource,
	{
		from: SQL
		at: SQL
		id: SQL
		columns: SQL
		kind: SQL
		/** Of a person: each of these reads an index of its own; a line that fits two of them is one line. */
		person: (id: string) => SQL[]
		claim: (id: string) => SQL
	}
> = {
	claim: {
		from: sql`claim_events e`,
		at: sql`e.at`,
		id: sql`e.id`,
		kind: sql`e.kind`,
		columns: sql`e.id as sequence, e.id::text as id, e.at, e.kind, e.detail, e.actor_id,
			e.detail->>'assigneeId' as subject_id, e.claim_id, null::text as article_id`,
		person: (id) => [sql`e.actor_id = ${id}`],
		claim: (id) => sql`e.claim_id = ${id}`,
	},
	account: {
		from: sql`account_events e`,
		at: sql`e.at`,
		id: sql`e.id`,
		kind: sql`e.kind`,
		columns: sql`e.id as sequence, e.id::text as id, e.at, e.kind, e.detail, e.actor_id, e.subject_id,
			null::text as claim_id, null::text as article_id`,
		person: (id) => [sql`e.actor_id = ${id}`, sql`e.subject_id = ${id}`],
		claim: () => sql`false`,
	},
	article: {
		from: sql`articles e`,
		at: sql`e.created_at`,
		id: sql`e.id`,
		kind: sql`'capture'`,
		columns: sql`0::bigint as sequence, e.id, e.created_at as at, 'capture' as kind, '{}'::jsonb as detail,
			e.created_by as actor_id, null::text as subject_id, null::text as claim_id, e.id as article_id`,
		person: (id) => [sql`e.created_by = ${id}`],
		claim: () => sql`false`,
	},
}

/**
 * What people did, the newest first.
 * @param cursor where the page before ended; `null` for the first page
 * @throws Refusal `forbidden` unless an admin asks
 */
export async function listActivity(
	db: Db,
	actor: Actor,
	filter: ActivityFilter,
	cursor: ActivityCursor | null,
	size = 50,
): Promise<{ entries: ActivityEntry[]; next: string | null }> {
	if (!hasRole(actor.role, 'admin')) throw new Refusal('forbidden')
	const statement = activityStatement(filter, cursor, size + 1)
	if (!statement) return { entries: [], next: null }
	const rows = await db.execute<Row>(statement)
	const entries = rows.slice(0, size).map(entryOf)
	const last = entries.at(-1)
	return { entries, next: rows.length > size && last ? writeActivityCursor(cursorOf(last)) : null }
}

/**
 * The one statement that a page is read by: every source gives at most a page from its index, and names and texts
 * are looked up for what is left. `null` when the filter leaves no source.
 * @param size how many lines at most
 */
export function activityStatement(
	filter: ActivityFilter,
	cursor: ActivityCursor | null,
	size: number,
): SQL | null {
	const parts = (Object.keys(branches) as ActivitySource[]).flatMap((source) =>
		branch(source, filter, cursor, size),
	)
	if (parts.length === 0) return null
	return sql`
		with page as (
			${sql.join(parts, filter.personId ? sql` union ` : sql` union all `)}
			order by at desc, source desc, sequence desc, id desc
			limit ${size}
		)
		select page.source, page.id, page.kind, page.detail,
			to_char(page.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
			page.actor_id as "actorId", actor.name as "actorName",
			page.subject_id as "subjectId", subject.name as "subjectName",
			page.claim_id as "claimId", c.statement_ar as "statementAr", c.statement_en as "statementEn",
			page.article_id as "articleId", a.title, a.language as "articleLanguage",
			case when a.title is null then (select left(v.text, 300) from article_versions v
				where v.article_id = page.article_id and v.number = 1) end as opening,
			i.email
		from page
		left join users actor on actor.id = page.actor_id
		left join users subject on subject.id = page.subject_id
		left join claims c on c.id = page.claim_id
		left join articles a on a.id = page.article_id
		left join invitations i on i.id = page.detail->>'invitationId' and page.source = 'account'
		order by page.at desc, page.source desc, page.sequence desc, page.id desc`
}

/** Where the list goes on after an entry. */
export function cursorOf({ at, source, id }: ActivityEntry): ActivityCursor {
	return { at: new Date(at), source, id }
}

/** The statements that give one source's part of a page; none when the filter leaves nothing of it. */
function branch(
	source: ActivitySource,
	filter: ActivityFilter,
	cursor: ActivityCursor | null,
	size: number,
): SQL[] {
	const { from, at, id, columns, kind, person, claim } = branches[source]
	const kinds = kindsOf(source, filter.group)
	if (kinds?.length === 0 || (filter.claimId && source !== 'claim')) return []
	const conditions = [
		sql`true`,
		kinds
			? sql`${kind} in (${sql.join(
					kinds.map((name) => sql`${name}`),
					sql`, `,
				)})`
			: null,
		filter.claimId ? claim(filter.claimId) : null,
		filter.from ? sql`${at} >= (${filter.from}::date)::timestamp at time zone 'UTC'` : null,
		filter.to ? sql`${at} < (${filter.to}::date + 1)::timestamp at time zone 'UTC'` : null,
		cursor ? beyond(source, cursor, at, id) : null,
	].filter((condition) => condition !== null)
	const ofPerson = filter.personId ? person(filter.personId) : [sql`true`]
	// The indexes keep nulls last, and there are none; said otherwise, Postgres would sort instead of reading them.
	return ofPerson.map(
		(
			whose,
			index,
		) => sql`select * from (select ${sql.raw(`'${source}'`)}::text as source, ${columns} from ${from}
			where ${sql.join([...conditions, whose], sql` and `)}
			order by ${at} desc nulls last, ${id} desc nulls last limit ${size}) ${sql.raw(`of_${source}_${index}`)}`,
	)
}

/** What of a source comes after the cursor. Times are compared to the millisecond, which is what they are written with. */
function beyond(source: ActivitySource, cursor: ActivityCursor, at: SQL, id: SQL): SQL {
	const moment = sql`${cursor.at.toISOString()}::timestamptz`
	if (source === cursor.source) {
		const last = source === 'article' ? sql`${cursor.id}::text` : sql`${cursor.id}::bigint`
		return sql`(${at}, ${id}) < (${moment}, ${last})`
	}
	return source < cursor.source ? sql`${at} <= ${moment}` : sql`${at} < ${moment}`
}

function entryOf(row: Row): ActivityEntry {
	const person = (id: string | null, name: string | null) => (id && name !== null ? { id, name } : null)
	return {
		source: row.source,
		id: row.id,
		at: row.at,
		kind: row.kind,
		actor: person(row.actorId, row.actorName),
		subject: person(row.subjectId, row.subjectName),
		claim: row.claimId ? { id: row.claimId, statement: { ar: row.statementAr, en: row.statementEn } } : null,
		article: row.articleId
			? { id: row.articleId, title: row.title, opening: row.opening ?? '', language: row.articleLanguage }
			: null,
		email: row.email,
		detail: row.detail,
	}
}

/** The claim that an id or a slug names; `null` for none. */
export async function findNamedClaim(db: Db, named: string) {
	const [found] = await db
		.select({ id: claims.id, ar: claims.statementAr, en: claims.statementEn })
		.from(claims)
		.where(or(eq(claims.id, named), eq(claims.slug, named)))
		.limit(1)
	return found ?? null
}

/**
 * Everything that fits the filter up to this moment, a batch at a time and the newest first, for taking it out of the
 * house; that it was taken out is written down before the first line.
 * @throws Refusal `forbidden` unless an admin asks
 */
export async function exportActivity(
	db: Db,
	actor: Actor,
	filter: ActivityFilter,
	now = new Date(),
	size = 1000,
): Promise<AsyncGenerator<ActivityEntry[]>> {
	if (!hasRole(actor.role, 'admin')) throw new Refusal('forbidden')
	const exported = { actorId: actor.id, subjectId: null, kind: 'activity-exported' as const }
	await recordAccountEvent(db, { ...exported, detail: filter }, now)
	return batches(db, actor, filter, size)
}

async function* batches(db: Db, actor: Actor, filter: ActivityFilter, size: number) {
	let cursor: ActivityCursor | null = null
	for (;;) {
		const page: Awaited<ReturnType<typeof listActivity>> = await listActivity(db, actor, filter, cursor, size)
		if (page.entries.length > 0) yield page.entries
		const last = page.entries.at(-1)
		if (!page.next || !last) return
		cursor = cursorOf(last)
	}
}

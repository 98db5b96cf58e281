import { sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'

/**
 * What keeps the application from rewriting what only grows: it signs in as a role of its own; it has such a role, but
 * could drop it for that of its login; or triggers alone, which their owner can switch off.
 */
export type Protection = 'own login' | 'assumed role' | 'triggers only'

/** How the database that `db` stands for is protected from whoever gets hold of this connection. */
export async function describeProtection(db: Db): Promise<Protection> {
	const [found] = await db.execute<{ login: boolean; present: boolean }>(sql`
		select pg_has_role(session_user, c.relowner, 'MEMBER') as login,
			pg_has_role(current_user, c.relowner, 'MEMBER') or has_table_privilege(c.oid, 'update')
				or has_table_privilege(c.oid, 'delete') or has_table_privilege(c.oid, 'truncate') as present
		from pg_class c where c.oid = 'public.ledger'::regclass`)
	if (!found || found.present) return 'triggers only'
	return found.login ? 'assumed role' : 'own login'
}

import type postgres from 'postgres'

/*
 * Two roles: whoever owns the tables brings them up to date; the application reads and writes rows and cannot do more. Of
 * what only grows it may not change a row, so that a hole in the application is none through which history is rewritten.
 */

/** The role that the application has, unless a login of its own is given to it. */
export const appRole = 'tadqiq_app'

/**
 * Make sure that there is a role for the application, without any right of its own.
 * @param options.login whether one may sign in as it, which the embedded server's sockets allow without a password
 * @returns whether it is there and this account may act as it
 */
export async function ensureAppRole(client: postgres.Sql, { login }: { login: boolean }): Promise<boolean> {
	// Roles belong to the whole server: another process may be about to make this one, for another database.
	for (let tries = 0; tries < 3; tries++) {
		try {
			const [role] = await client<{ login: boolean; above: boolean }[]>`
				select rolcanlogin as login, rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as above
				from pg_roles where rolname = ${appRole}`
			if (!role) {
				await client`create role ${client(appRole)} noinherit nologin`
				// Who makes a role without being a superuser may give it away, and from Postgres 16 on not yet use it.
				await client`grant ${client(appRole)} to current_user`
				continue
			}
			// Somebody gave it more than it is for, and it would protect nothing.
			if (role.above) return false
			if (login && !role.login) await client`alter role ${client(appRole)} login`
			await client.begin((sql) => sql`set local role ${sql(appRole)}`)
			return true
		} catch {
			// This account may make no roles, or not act as this one; or somebody else was quicker.
		}
	}
	return false
}

/**
 * Give a role what the application needs in this database: rows of all tables, of what only grows reading and adding, and
 * no table of its own. Runs after the migrations, as the owner. What only grows is known by the trigger that refuses
 * its change, so a new table of that kind needs nothing here.
 */
export async function grantToApp(client: postgres.Sql, role: string): Promise<void> {
	const [known] = await client`select from pg_roles where rolname = ${role}`
	if (known === undefined || (await isGranted(client, role))) return
	const to = client(role)
	await client.begin(async (sql) => {
		for (const schema of ['public', 'pgboss', 'drizzle'])
			await sql`grant usage on schema ${sql(schema)} to ${to}`
		await sql`revoke create on schema public from public, ${to}`
		for (const schema of ['public', 'pgboss']) {
			await sql`revoke all on all tables in schema ${sql(schema)} from ${to}`
			await sql`grant select, insert, update, delete on all tables in schema ${sql(schema)} to ${to}`
			await sql`grant usage, select on all sequences in schema ${sql(schema)} to ${to}`
		}
		await sql`grant select on all tables in schema drizzle to ${to}`
		for (const { name } of await sql<{ name: string }[]>`select relname as name from ${growing(sql)}`) {
			await sql`revoke update, delete on table ${sql(name)} from ${to}`
		}
		const [server] = await sql<{ maintains: boolean }[]>`
			select current_setting('server_version_num')::int >= 170000 as maintains`
		// Counts how common stems are, after many claims came in at once. Before Postgres 17 only owners may.
		if (server?.maintains) await sql`grant maintain on table claim_match_keys to ${to}`
	})
}

/** Tables that only grow, by the triggers of the migrations. */
const growing = (sql: postgres.Sql | postgres.TransactionSql) => sql`(
	select distinct c.oid, c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
	where p.proname = 'refuse_change' and t.tgtype & 16 = 16 and c.relnamespace = 'public'::regnamespace) as growing`

/** Whether a role has just what it should: most starts then write nothing. */
async function isGranted(client: postgres.Sql, role: string): Promise<boolean> {
	const [wrong] = await client`
		select from pg_class c left join ${growing(client)} on growing.oid = c.oid
		where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace)
			and not (
				has_table_privilege(${role}, c.oid, 'select') and has_table_privilege(${role}, c.oid, 'insert')
				and has_table_privilege(${role}, c.oid, 'update') = (growing.oid is null)
				and has_table_privilege(${role}, c.oid, 'delete') = (growing.oid is null)
				and not has_table_privilege(${role}, c.oid, 'truncate'))
		limit 1`
	const [reads] = await client<{ all: boolean }[]>`
		select has_schema_privilege(${role}, 'drizzle', 'usage')
			and has_table_privilege(${role}, 'drizzle.__drizzle_migrations', 'select') as all`
	return wrong === undefined && reads?.all === true
}

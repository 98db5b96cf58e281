import { eq, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { type SettingKey, settingDefaults, type Settings } from '#app/domain/account.ts'
import { type Actor, hasRole } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { recordAccountEvent } from '#app/services/account-events.server.ts'
import { settings } from '#drizzle/schema.ts'

/** Every setting as it is in force. */
export async function readSettings(db: Db): Promise<Settings> {
	const rows = await db.select({ key: settings.key, value: settings.value }).from(settings)
	return { ...settingDefaults, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) }
}

/**
 * Decide a setting of the desk.
 * @throws Refusal `forbidden` unless an admin does it
 */
export async function changeSetting<Key extends SettingKey>(
	db: Db,
	actor: Actor,
	key: Key,
	value: Settings[Key],
	now = new Date(),
): Promise<void> {
	if (!hasRole(actor.role, 'admin')) throw new Refusal('forbidden')
	await db.transaction(async (tx) => {
		const [before] = await tx.select().from(settings).where(eq(settings.key, key)).for('update')
		if (before?.value === value) return
		await tx
			.insert(settings)
			.values({ key, value, changedBy: actor.id, changedAt: now })
			.onConflictDoUpdate({
				target: settings.key,
				set: { value, changedBy: actor.id, changedAt: now, revision: sql`${settings.revision} + 1` },
			})
		const detail = { key, from: before?.value ?? settingDefaults[key], to: value }
		await recordAccountEvent(tx, { actorId: actor.id, subjectId: null, kind: 'setting-changed', detail }, now)
	})
}

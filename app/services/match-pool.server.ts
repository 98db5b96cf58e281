import { sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { isArabic } from '#app/domain/match-affixes.ts'
import { newId } from '#app/ids.server.ts'
import { claims, users } from '#drizzle/schema.ts'
import { type Wording, writeMatchKeys } from './match-keys.server.ts'

/** So many claims go into one transaction. */
const batchSize = 500

/**
 * Put claims without articles into an empty database, with their match keys, for measuring and for the command `match`.
 * Never into a desk's database: nobody said these claims, and no history tells of them.
 */
export async function addLooseClaims(db: Db, list: Iterable<{ id: string; text: string }>): Promise<void> {
	const keeper = newId()
	await db.insert(users).values({
		id: keeper,
		email: `${keeper}@scratch.example`,
		name: 'scratch',
		role: 'reviewer',
		language: 'ar',
		passwordHash: 'none',
	})
	let batch: Wording[] = []
	const write = async () => {
		const wordings = batch
		batch = []
		if (wordings.length === 0) return
		await db.transaction(async (tx) => {
			// All in one parameter: half a thousand rows of twenty columns are slow to write as so many.
			await tx.execute(sql`
				insert into ${claims} (id, slug, language, statement_ar, statement_en, type, created_by, created_at, status_since)
				select id, id, case when "statementAr" is null then 'en' else 'ar' end, "statementAr", "statementEn",
					'event', ${keeper}, 'epoch', 'epoch'
				from jsonb_to_recordset(${JSON.stringify(wordings)}::jsonb)
					as row(id text, "statementAr" text, "statementEn" text)`)
			await writeMatchKeys(tx, wordings)
		})
	}
	for (const { id, text } of list) {
		const arabic = [...text.matchAll(/\p{L}/gu)].some(([letter]) => isArabic(letter))
		batch.push({ id, statementAr: arabic ? text : null, statementEn: arabic ? null : text })
		if (batch.length === batchSize) await write()
	}
	await write()
}

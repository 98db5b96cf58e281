import type { Db } from '#app/db.server.ts'
import { tidyLine } from '#app/domain/incoming-text.ts'
import type { Language } from '#app/domain/language.ts'
import type { DeskNotification } from '#app/domain/notification.ts'
import { claimOfNotification, sayNotification } from '#app/i18n/notification-words.ts'
import { findUnreadNews, listDigestNews } from '#app/services/notifications.server.ts'
import type { Composed, Occasion } from './compose.server.ts'
import { writeDigest, writeNotification } from './content.ts'

/** What was told so long ago, in milliseconds, is no news: a history that is loaded writes to nobody. */
const staleAfter = 48 * 3_600_000

/** One notification; `null` when it was read meanwhile, or its reader is gone. */
export async function composeNotification(
	tx: Db,
	{ notificationId }: { notificationId: string },
	{ origin }: Occasion,
	now: Date,
): Promise<Composed | null> {
	const found = await findUnreadNews(tx, notificationId)
	if (!found || now.getTime() - Date.parse(found.news.at) > staleAfter) return null
	const { reader, news } = found
	const facts = { ...line(news, reader.language), href: new URL(news.path, origin).href }
	return {
		to: reader.email,
		language: reader.language,
		content: writeNotification(reader.language, { name: tidyLine(reader.name), ...facts }),
	}
}

/** What a digest took up and was not read since; `null` when all of it was. */
export async function composeDigest(
	tx: Db,
	{ userId, digestedAt }: { userId: string; digestedAt: string },
	{ origin }: Occasion,
): Promise<Composed | null> {
	const found = await listDigestNews(tx, userId, new Date(digestedAt))
	const [first] = found
	if (!first) return null
	const { language, name, email } = first.reader
	const lines = found.map(({ news }) => line(news, language))
	const href = new URL('/desk/notifications', origin).href
	return { to: email, language, content: writeDigest(language, { name: tidyLine(name), lines, href }) }
}

function line(news: DeskNotification, language: Language): { says: string; statement: string | null } {
	const statement = claimOfNotification(news, language)
	return { says: sayNotification(news, language), statement: statement && tidyLine(statement.text) }
}

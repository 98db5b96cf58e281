import { sql } from 'drizzle-orm'
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	unique,
	uniqueIndex,
} from 'drizzle-orm/pg-core'
import { type Intake, intakes, type ProposedDetails } from '#app/domain/article.ts'
import type { Language } from '#app/domain/language.ts'
import { users } from './accounts.ts'
import { bytes, day, moment, oneOf } from './columns.ts'

export const articles = pgTable(
	'articles',
	{
		id: text('id').primaryKey(),
		title: text('title'),
		outlet: text('outlet'),
		author: text('author'),
		url: text('url'),
		/** What the address is in whatever manner it is written: the same address is the same article. */
		addressKey: text('address_key'),
		publishedOn: day('published_on'),
		language: text('language').$type<Language>(),
		/** Rises with every change of the fields above; a change made from an older one is refused. */
		revision: integer('revision').notNull().default(1),
		/** What the file or page says of itself, until a person has confirmed or mended the fields above. */
		proposed: jsonb('proposed').$type<ProposedDetails>(),
		confirmedBy: text('confirmed_by').references(() => users.id),
		confirmedAt: moment('confirmed_at'),
		createdBy: text('created_by')
			.notNull()
			.references(() => users.id),
		createdAt: moment('created_at').notNull(),
	},
	(t) => [
		index('articles_newest').on(t.createdAt.desc(), t.id.desc()),
		index('articles_address').on(t.addressKey, t.createdAt),
	],
)

/** What an article's text was taken from, byte for byte; only grows. The id is the SHA-256, lower-case hexadecimal. */
export const originals = pgTable('originals', {
	sha256: text('sha256').primaryKey(),
	mediaType: text('media_type').notNull(),
	size: integer('size').notNull(),
	bytes: bytes('bytes').notNull(),
	createdAt: moment('created_at').notNull(),
})

/** The text as it was captured, never changed. Offsets anywhere are UTF-16 code units of this text. */
export const articleVersions = pgTable(
	'article_versions',
	{
		id: text('id').primaryKey(),
		articleId: text('article_id')
			.notNull()
			.references(() => articles.id),
		number: integer('number').notNull(),
		text: text('text').notNull(),
		/** Of the text as UTF-8, lower-case hexadecimal. The same text is one article. */
		sha256: text('sha256').notNull().unique(),
		fileName: text('file_name'),
		/** How it came in. */
		intake: text('intake').$type<Intake>().notNull().default('paste'),
		/** What the text was read from; open when the text itself is what was given. */
		originalSha256: text('original_sha256').references(() => originals.sha256),
		/** The address it was fetched from, after every redirection. */
		fetchedFrom: text('fetched_from'),
		capturedBy: text('captured_by')
			.notNull()
			.references(() => users.id),
		capturedAt: moment('captured_at').notNull(),
	},
	(t) => [
		unique('article_versions_number').on(t.articleId, t.number),
		index('article_versions_newest').on(t.capturedAt.desc(), t.id.desc()),
		check('article_versions_intake', oneOf('intake', intakes)),
	],
)

/** Suggestions that a person put aside, by their words: in a newer version the same words stay put aside. */
export const suggestionDismissals = pgTable(
	'suggestion_dismissals',
	{
		id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		articleId: text('article_id')
			.notNull()
			.references(() => articles.id),
		exact: text('exact').notNull(),
		dismissedBy: text('dismissed_by')
			.notNull()
			.references(() => users.id),
		dismissedAt: moment('dismissed_at').notNull(),
		/** When it was taken back. */
		restoredAt: moment('restored_at'),
		restoredBy: text('restored_by').references(() => users.id),
	},
	(t) => [
		uniqueIndex('suggestion_dismissals_open')
			.on(t.articleId, sql`md5(${t.exact})`)
			.where(sql`restored_at is null`),
	],
)

/** Pieces of a text that a person took back out of what was set aside as furniture, or set aside themselves. */
export const furnitureDecisions = pgTable(
	'furniture_decisions',
	{
		id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		versionId: text('version_id')
			.notNull()
			.references(() => articleVersions.id),
		start: integer('start').notNull(),
		end: integer('end').notNull(),
		/** The last decision about a piece counts. */
		setAside: boolean('set_aside').notNull(),
		decidedBy: text('decided_by')
			.notNull()
			.references(() => users.id),
		decidedAt: moment('decided_at').notNull(),
	},
	(t) => [index('furniture_decisions_version').on(t.versionId, t.start)],
)

import { sql } from 'drizzle-orm'
import {
	type AnyPgColumn,
	bigint,
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
} from 'drizzle-orm/pg-core'
import type { ClaimantKind, ClaimType } from '#app/domain/claim.ts'
import type { Comparator, FigureUnit } from '#app/domain/figure.ts'
import type { Language } from '#app/domain/language.ts'
import { type AnchorOutcome, anchorOutcomes } from '#app/domain/quotation.ts'
import type { EventKind } from '#app/domain/workbench.ts'
import type { DropReason, Status } from '#app/domain/workflow.ts'
import { moment, day, oneOf } from './columns.ts'
import { users } from './accounts.ts'
import { articles, articleVersions } from './articles.ts'
import { ratings } from './ratings.ts'

export const claimants = pgTable(
	'claimants',
	{
		id: text('id').primaryKey(),
		slug: text('slug').notNull().unique(),
		kind: text('kind').$type<ClaimantKind>().notNull(),
		nameAr: text('name_ar'),
		nameEn: text('name_en'),
		roleAr: text('role_ar'),
		roleEn: text('role_en'),
		url: text('url'),
		/** The normalised names, so that a spelling does not make two of one person. */
		nameKeyAr: text('name_key_ar').unique(),
		nameKeyEn: text('name_key_en').unique(),
		/** What the names look like to the eye, so that an impostor spelt with other letters is noticed. */
		looksAr: text('looks_ar'),
		looksEn: text('looks_en'),
	},
	(t) => [
		index('claimants_looks_ar').on(t.looksAr),
		index('claimants_looks_en').on(t.looksEn),
		check('claimants_kind', oneOf('kind', ['person', 'organisation', 'unnamed'])),
		check('claimants_named', sql`coalesce(${t.nameAr}, ${t.nameEn}) is not null`),
	],
)

export const claims = pgTable(
	'claims',
	{
		id: text('id').primaryKey(),
		slug: text('slug').notNull().unique(),
		language: text('language').$type<Language>().notNull(),
		statementAr: text('statement_ar'),
		statementEn: text('statement_en'),
		type: text('type').$type<ClaimType>().notNull(),
		claimantId: text('claimant_id').references(() => claimants.id),
		claimedOn: day('claimed_on'),
		/** How the day is known: the text says so, or evidence does. */
		claimedOnBasis: text('claimed_on_basis').$type<'text' | 'evidence'>(),
		tags: text('tags').array().notNull().default([]),
		noteAr: text('note_ar'),
		noteEn: text('note_en'),
		status: text('status').$type<Status>().notNull().default('new'),
		dropReason: text('drop_reason').$type<DropReason>(),
		/** The claim that this one turned out to be. */
		duplicateOf: text('duplicate_of').references((): AnyPgColumn => claims.id),
		assigneeId: text('assignee_id').references(() => users.id),
		/** The rating of the verdict in force, kept beside the status for the roll-up. */
		rating: text('rating').references(() => ratings.key),
		/** Until when it should be published, as an editor or whoever has it in hand has set. */
		dueOn: day('due_on'),
		revision: integer('revision').notNull().default(1),
		createdBy: text('created_by')
			.notNull()
			.references(() => users.id),
		createdAt: moment('created_at').notNull(),
		/** Since when it has had its present status. */
		statusSince: moment('status_since').notNull(),
	},
	(t) => [
		check('claims_status', oneOf('status', ['new', 'in_research', 'in_review', 'published', 'dropped'])),
		check('claims_drop_reason', sql`(${t.status} = 'dropped') = (${t.dropReason} is not null)`),
		check('claims_stated', sql`coalesce(${t.statementAr}, ${t.statementEn}) is not null`),
		index('claims_newest').on(t.createdAt.desc(), t.id.desc()),
		index('claims_by_status').on(t.status, t.createdAt.desc(), t.id.desc()),
		index('claims_by_claimant').on(t.claimantId),
		index('claims_by_assignee').on(t.assigneeId, t.status, t.statusSince),
		index('claims_due')
			.on(t.dueOn, t.id)
			.where(sql`due_on is not null and status in ('new', 'in_research', 'in_review')`),
	],
)

export const claimCountries = pgTable(
	'claim_countries',
	{
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		country: text('country').notNull(),
		/** A copy of the claim's, so that a country's queue reads one index. */
		createdAt: moment('created_at').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.claimId, t.country] }),
		index('claim_countries_newest').on(t.country, t.createdAt.desc(), t.claimId.desc()),
		check('claim_countries_code', sql`${t.country} ~ '^[A-Z]{2}$'`),
	],
)

/** A place where the claim occurs: a quotation with its anchor in an article version, or an address outside. */
export const appearances = pgTable(
	'appearances',
	{
		id: text('id').primaryKey(),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		articleId: text('article_id').references(() => articles.id),
		articleVersionId: text('article_version_id').references(() => articleVersions.id),
		exact: text('exact').notNull(),
		prefix: text('prefix').notNull().default(''),
		suffix: text('suffix').notNull().default(''),
		start: integer('start'),
		end: integer('end'),
		url: text('url'),
		createdBy: text('created_by')
			.notNull()
			.references(() => users.id),
		createdAt: moment('created_at').notNull(),
	},
	(t) => [
		index('appearances_claim').on(t.claimId),
		index('appearances_article').on(t.articleId, t.start),
		check(
			'appearances_anchored',
			sql`(${t.articleVersionId} is not null and ${t.start} >= 0 and ${t.end} > ${t.start}) or ${t.url} is not null`,
		),
	],
)

/**
 * Where a quotation stands in a newer version of its article, or that it is lost there. What was quoted stays as it is in
 * `appearances`.
 */
export const appearanceAnchors = pgTable(
	'appearance_anchors',
	{
		appearanceId: text('appearance_id')
			.notNull()
			.references(() => appearances.id),
		versionId: text('version_id')
			.notNull()
			.references(() => articleVersions.id),
		outcome: text('outcome').$type<AnchorOutcome>().notNull(),
		start: integer('start'),
		end: integer('end'),
		/** Whether the sentence round the quotation reads otherwise now. */
		sentenceChanged: boolean('sentence_changed').notNull(),
		/** Who placed it by hand; nobody for what was found. */
		placedBy: text('placed_by').references(() => users.id),
		at: moment('at').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.appearanceId, t.versionId] }),
		index('appearance_anchors_version').on(t.versionId, t.start),
		check('appearance_anchors_outcome', oneOf('outcome', anchorOutcomes)),
		check(
			'appearance_anchors_placed',
			sql`(${t.outcome} = 'lost') = (${t.start} is null) and (${t.start} is null) = (${t.end} is null)`,
		),
	],
)

export const figures = pgTable(
	'figures',
	{
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		position: integer('position').notNull(),
		value: text('value').notNull(),
		unit: text('unit').$type<FigureUnit>().notNull(),
		comparator: text('comparator').$type<Comparator>().notNull(),
		/** The currency of `money` by ISO 4217, the unit of a `measure` by UCUM; nothing for other units. */
		measuredIn: text('measured_in'),
		/** The end of a range whose beginning is `value`. */
		valueTo: text('value_to'),
		/** Of what. */
		base: text('base'),
		/** Where, when and by whose count, in the words of a person. */
		place: text('place'),
		period: text('period'),
		countedBy: text('counted_by'),
		/** One unit of the last digit as written: `0.01` for 40.27, `1000000` for "3 million". */
		rounding: text('rounding'),
		asWritten: text('as_written').notNull(),
		/** Where it stands in the text of the version that was quoted: half-open, in UTF-16 code units. */
		start: integer('start'),
		end: integer('end'),
		/** What it is a figure of, the same for all figures of one quantity; derived, see `figure-ledger.server.ts`. */
		quantity: text('quantity'),
	},
	(t) => [
		primaryKey({ columns: [t.claimId, t.position] }),
		index('figures_quantity').on(t.unit, t.value),
		index('figures_ledger').on(t.quantity),
		check(
			'figures_place',
			sql`(${t.start} is null and ${t.end} is null) or (${t.start} >= 0 and ${t.end} > ${t.start})`,
		),
		check(
			'figures_measured_in',
			sql`case ${t.unit} when 'money' then true when 'measure' then ${t.measuredIn} is not null else ${t.measuredIn} is null end`,
		),
	],
)

/** What people did, in the transaction that did it. Only grows. */
export const claimEvents = pgTable(
	'claim_events',
	{
		id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		actorId: text('actor_id')
			.notNull()
			.references(() => users.id),
		kind: text('kind').$type<EventKind>().notNull(),
		fromStatus: text('from_status').$type<Status>(),
		toStatus: text('to_status').$type<Status>(),
		detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
		at: moment('at').notNull(),
	},
	(t) => [
		index('claim_events_claim').on(t.claimId, t.id),
		index('claim_events_actor').on(t.actorId, t.at.desc(), t.id.desc()),
		index('claim_events_newest').on(t.at.desc(), t.id.desc()),
	],
)

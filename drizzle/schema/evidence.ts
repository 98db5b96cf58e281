import { sql } from 'drizzle-orm'
import {
	type AnyPgColumn,
	bigint,
	check,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { SourceKind, Stance } from '#app/domain/claim.ts'
import {
	type CheckOutcome,
	checkOutcomes,
	type CopyStatus,
	copyStatuses,
	type CopyWay,
	copyWays,
	type PassageOutcome,
	passageOutcomes,
	type SourceEventKind,
} from '#app/domain/source.ts'
import type { Comparator, FigureUnit } from '#app/domain/figure.ts'
import { users } from './accounts.ts'
import { claims } from './claims.ts'
import { bytes, day, moment, oneOf } from './columns.ts'

export const sources = pgTable(
	'sources',
	{
		id: text('id').primaryKey(),
		url: text('url').unique(),
		/** One form for all manners in which the address is written, see `canonicalAddress`. */
		addressKey: text('address_key').unique(),
		publisher: text('publisher'),
		title: text('title'),
		publishedOn: day('published_on'),
		language: text('language'),
		createdAt: moment('created_at').notNull(),
		revision: integer('revision').notNull().default(1),
		/** How many days pass between two looks at the page; 0 for none. */
		checkedEvery: integer('checked_every').notNull().default(30),
		/** When it is to be looked at next; `null` while there is nothing to compare it with. */
		nextCheckAt: moment('next_check_at'),
	},
	(t) => [
		index('sources_newest').on(t.createdAt.desc(), t.id.desc()),
		index('sources_next_check')
			.on(t.nextCheckAt)
			.where(sql`next_check_at is not null`),
		check('sources_checked_every', sql`${t.checkedEvery} between 0 and 366`),
	],
)

/** What people did to the record of a source. Only grows. */
export const sourceEvents = pgTable(
	'source_events',
	{
		id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		sourceId: text('source_id')
			.notNull()
			.references(() => sources.id),
		actorId: text('actor_id')
			.notNull()
			.references(() => users.id),
		kind: text('kind').$type<SourceEventKind>().notNull(),
		detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
		at: moment('at').notNull(),
	},
	(t) => [index('source_events_source').on(t.sourceId, t.id)],
)

/** Whom a source relies on: another source, or an origin that is only named. Taken back, it stays on record. */
export const reliances = pgTable(
	'reliances',
	{
		id: text('id').primaryKey(),
		sourceId: text('source_id')
			.notNull()
			.references(() => sources.id),
		onSourceId: text('on_source_id').references(() => sources.id),
		onName: text('on_name'),
		/** The name as it is compared. */
		onKey: text('on_key'),
		addedBy: text('added_by')
			.notNull()
			.references(() => users.id),
		addedAt: moment('added_at').notNull(),
		removedAt: moment('removed_at'),
	},
	(t) => [
		index('reliances_source').on(t.sourceId),
		index('reliances_on_source').on(t.onSourceId),
		uniqueIndex('reliances_once')
			.on(t.sourceId, sql`coalesce(on_source_id, 'name ' || on_key)`)
			.where(sql`removed_at is null`),
		check('reliances_on_one', sql`(${t.onSourceId} is null) = (${t.onName} is not null)`),
		check('reliances_on_key', sql`(${t.onName} is null) = (${t.onKey} is null)`),
		check('reliances_not_itself', sql`${t.onSourceId} is distinct from ${t.sourceId}`),
	],
)

/** Bytes by their SHA-256: what is kept twice is kept once. Only grows. */
export const blobs = pgTable(
	'blobs',
	{
		sha256: text('sha256').primaryKey(),
		bytes: bytes('bytes').notNull(),
		size: integer('size').notNull(),
	},
	(t) => [
		check('blobs_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
		check('blobs_size', sql`${t.size} = length(${t.bytes})`),
	],
)

/** A copy of a source as it was found on a day, or that none could be had. What is settled is never changed. */
export const sourceCopies = pgTable(
	'source_copies',
	{
		id: text('id').primaryKey(),
		sourceId: text('source_id')
			.notNull()
			.references(() => sources.id),
		status: text('status').$type<CopyStatus>().notNull(),
		way: text('way').$type<CopyWay>().notNull(),
		askedBy: text('asked_by').references(() => users.id),
		askedAt: moment('asked_at').notNull(),
		/** How often it was tried, and why the last try failed. */
		tries: integer('tries').notNull().default(0),
		reason: text('reason'),
		/** When the bytes came, or when they were given up. */
		settledAt: moment('settled_at'),
		sha256: text('sha256').references(() => blobs.sha256),
		mediaType: text('media_type'),
		fileName: text('file_name'),
		/** Where it was found in the end. */
		finalUrl: text('final_url'),
		etag: text('etag'),
		lastModified: text('last_modified'),
		/** What can be read in it. */
		text: text('text'),
	},
	(t) => [
		index('source_copies_source').on(t.sourceId, t.askedAt.desc(), t.id.desc()),
		index('source_copies_sha256').on(t.sha256),
		uniqueIndex('source_copies_under_way')
			.on(t.sourceId)
			.where(sql`status = 'fetching'`),
		check('source_copies_status', oneOf('status', copyStatuses)),
		check('source_copies_way', oneOf('way', copyWays)),
		check(
			'source_copies_kept',
			sql`(${t.status} = 'kept') = (${t.sha256} is not null) and (${t.status} = 'kept') = (${t.mediaType} is not null)`,
		),
		check('source_copies_failed', sql`${t.status} <> 'failed' or ${t.reason} is not null`),
		check('source_copies_settled', sql`(${t.status} = 'fetching') = (${t.settledAt} is null)`),
	],
)

/** What a later look at a page said of it. Only grows. */
export const sourceChecks = pgTable(
	'source_checks',
	{
		id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		sourceId: text('source_id')
			.notNull()
			.references(() => sources.id),
		/** What the page was compared with. */
		copyId: text('copy_id')
			.notNull()
			.references(() => sourceCopies.id),
		outcome: text('outcome').$type<CheckOutcome>().notNull(),
		/** What was kept of it where it had changed. */
		newCopyId: text('new_copy_id').references((): AnyPgColumn => sourceCopies.id),
		/** Whose passages are no longer found. */
		evidenceIds: text('evidence_ids').array().notNull().default([]),
		reason: text('reason'),
		at: moment('at').notNull(),
	},
	(t) => [
		index('source_checks_source').on(t.sourceId, t.id),
		check('source_checks_outcome', oneOf('outcome', checkOutcomes)),
	],
)

export const evidence = pgTable(
	'evidence',
	{
		id: text('id').primaryKey(),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		/** What `[n]` in a rationale points at. Never reused within a claim. */
		number: integer('number').notNull(),
		sourceId: text('source_id')
			.notNull()
			.references(() => sources.id),
		stance: text('stance').$type<Stance>().notNull(),
		kind: text('kind').$type<SourceKind>().notNull(),
		passage: text('passage'),
		labelAr: text('label_ar'),
		labelEn: text('label_en'),
		showsAr: text('shows_ar'),
		showsEn: text('shows_en'),
		/** The query or the path by which it was found, for the next person who looks. */
		foundBy: text('found_by'),
		addedBy: text('added_by')
			.notNull()
			.references(() => users.id),
		addedAt: moment('added_at').notNull(),
		/** Set when it is taken off the claim; published versions keep their own copy. */
		removedAt: moment('removed_at'),
	},
	(t) => [
		unique('evidence_number').on(t.claimId, t.number),
		index('evidence_source').on(t.sourceId),
		check('evidence_stance', oneOf('stance', ['supports', 'refutes', 'context'])),
		check('evidence_kind', oneOf('kind', ['primary', 'secondary'])),
	],
)

/** The figures that a piece of evidence gives, as the figures of a claim are kept. */
export const evidenceFigures = pgTable(
	'evidence_figures',
	{
		evidenceId: text('evidence_id')
			.notNull()
			.references(() => evidence.id),
		position: integer('position').notNull(),
		value: text('value').notNull(),
		unit: text('unit').$type<FigureUnit>().notNull(),
		comparator: text('comparator').$type<Comparator>().notNull(),
		measuredIn: text('measured_in'),
		valueTo: text('value_to'),
		/** Of what. */
		base: text('base'),
		rounding: text('rounding'),
		asWritten: text('as_written').notNull(),
	},
	(t) => [primaryKey({ columns: [t.evidenceId, t.position] })],
)

/** Whether the passage of a piece of evidence stands in a copy of its source, and where: half-open, in UTF-16 code units. */
export const evidencePassages = pgTable(
	'evidence_passages',
	{
		evidenceId: text('evidence_id')
			.notNull()
			.references(() => evidence.id),
		copyId: text('copy_id')
			.notNull()
			.references(() => sourceCopies.id),
		outcome: text('outcome').$type<PassageOutcome>().notNull(),
		start: integer('start'),
		end: integer('end'),
		at: moment('at').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.evidenceId, t.copyId] }),
		check('evidence_passages_outcome', oneOf('outcome', passageOutcomes)),
		check(
			'evidence_passages_place',
			sql`(${t.outcome} in ('exact', 'normalised')) = (${t.start} is not null) and (${t.start} is null) = (${t.end} is null)`,
		),
	],
)

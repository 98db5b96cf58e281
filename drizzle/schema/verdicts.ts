import { sql } from 'drizzle-orm'
import {
	boolean,
	check,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { FactCheck } from '#app/domain/fact-check.ts'
import type { GateRule } from '#app/domain/gate.ts'
import type { Language } from '#app/domain/language.ts'
import type { ChangeReason, CorrectionKind, Severity } from '#app/domain/workflow.ts'
import { users } from './accounts.ts'
import { claims } from './claims.ts'
import { day, moment, oneOf } from './columns.ts'
import { ratings } from './ratings.ts'

/** The verdict being written for a claim: one working text that autosaves, with its own revision. */
export const drafts = pgTable('drafts', {
	claimId: text('claim_id')
		.primaryKey()
		.references(() => claims.id),
	rating: text('rating').references(() => ratings.key),
	summaryAr: text('summary_ar'),
	summaryEn: text('summary_en'),
	rationaleAr: text('rationale_ar'),
	rationaleEn: text('rationale_en'),
	asOf: day('as_of'),
	/** How the claim stands today, where that is not how it stood when it was said, and since when. */
	ratingNow: text('rating_now').references(() => ratings.key),
	nowSince: day('now_since'),
	/** When somebody has to look again, for what is bound to change. */
	reviewOn: day('review_on'),
	/** The language whose text was left behind when the other was changed. */
	stale: text('stale').$type<Language>(),
	revision: integer('revision').notNull().default(1),
	updatedBy: text('updated_by')
		.notNull()
		.references(() => users.id),
	updatedAt: moment('updated_at').notNull(),
})

/** A verdict put before a second person, frozen as it was proposed. At most one waits per claim. */
export const proposals = pgTable(
	'proposals',
	{
		id: text('id').primaryKey(),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		rating: text('rating')
			.notNull()
			.references(() => ratings.key),
		summaryAr: text('summary_ar'),
		summaryEn: text('summary_en'),
		rationaleAr: text('rationale_ar'),
		rationaleEn: text('rationale_en'),
		asOf: day('as_of').notNull(),
		ratingNow: text('rating_now').references(() => ratings.key),
		nowSince: day('now_since'),
		reviewOn: day('review_on'),
		stale: text('stale').$type<Language>(),
		/** For a claim that already has a published verdict: what changes and why. */
		correction: jsonb('correction').$type<{
			kind: Exclude<CorrectionKind, 'reassessment'>
			severity: Severity
			whatAr: string | null
			whatEn: string | null
			whyAr: string | null
			whyEn: string | null
		}>(),
		proposerId: text('proposer_id')
			.notNull()
			.references(() => users.id),
		proposedAt: moment('proposed_at').notNull(),
		decision: text('decision').$type<'pending' | 'approved' | 'returned'>().notNull().default('pending'),
		decidedBy: text('decided_by').references(() => users.id),
		decidedAt: moment('decided_at'),
		reason: text('reason').$type<ChangeReason>(),
		comment: text('comment'),
	},
	(t) => [
		uniqueIndex('proposals_pending')
			.on(t.claimId)
			.where(sql`${t.decision} = 'pending'`),
		index('proposals_claim').on(t.claimId, t.proposedAt),
		check('proposals_second_person', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposerId}`),
		check('proposals_decided', sql`(${t.decision} = 'pending') = (${t.decidedBy} is null)`),
		check('proposals_decision', oneOf('decision', ['pending', 'approved', 'returned'])),
	],
)

/** Reasons to publish although a rule of the gate does not pass; readers see them. */
export const gateExceptions = pgTable(
	'gate_exceptions',
	{
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		rule: text('rule').$type<GateRule>().notNull(),
		reasonAr: text('reason_ar'),
		reasonEn: text('reason_en'),
		grantedBy: text('granted_by')
			.notNull()
			.references(() => users.id),
		grantedAt: moment('granted_at').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.claimId, t.rule] }),
		check('gate_exceptions_reason', sql`coalesce(${t.reasonAr}, ${t.reasonEn}) is not null`),
	],
)

/** Published verdicts. Every version is immutable and holds in `content` all that readers see of it. */
export const verdicts = pgTable(
	'verdicts',
	{
		id: text('id').primaryKey(),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		number: integer('number').notNull(),
		proposalId: text('proposal_id')
			.notNull()
			.unique()
			.references(() => proposals.id),
		rating: text('rating')
			.notNull()
			.references(() => ratings.key),
		proposerId: text('proposer_id')
			.notNull()
			.references(() => users.id),
		approverId: text('approver_id')
			.notNull()
			.references(() => users.id),
		content: jsonb('content').$type<FactCheck>().notNull(),
		publishedAt: moment('published_at').notNull(),
	},
	(t) => [
		unique('verdicts_number').on(t.claimId, t.number),
		check('verdicts_second_person', sql`${t.approverId} <> ${t.proposerId}`),
	],
)

export const corrections = pgTable(
	'corrections',
	{
		id: text('id').primaryKey(),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		/** The version this change led to. */
		verdictNumber: integer('verdict_number').notNull(),
		number: integer('number').notNull(),
		on: day('on').notNull(),
		kind: text('kind').$type<CorrectionKind>().notNull(),
		severity: text('severity').$type<Severity>().notNull(),
		/** A change made while drafting, before readers saw anything. */
		beforePublication: boolean('before_publication').notNull().default(false),
		ratingBefore: text('rating_before').references(() => ratings.key),
		ratingAfter: text('rating_after').references(() => ratings.key),
		whatAr: text('what_ar'),
		whatEn: text('what_en'),
		whyAr: text('why_ar'),
		whyEn: text('why_en'),
		createdAt: moment('created_at').notNull(),
	},
	(t) => [
		unique('corrections_number').on(t.claimId, t.number),
		index('corrections_newest').on(t.createdAt.desc(), t.id.desc()),
		index('corrections_of_kind').on(t.kind, t.createdAt.desc(), t.id.desc()),
		foreignKey({
			columns: [t.claimId, t.verdictNumber],
			foreignColumns: [verdicts.claimId, verdicts.number],
		}),
	],
)

/** The verdict in force for each published claim: what public lists and pages read, one row a page. */
export const factChecks = pgTable(
	'fact_checks',
	{
		claimId: text('claim_id')
			.primaryKey()
			.references(() => claims.id),
		slug: text('slug').notNull().unique(),
		verdictId: text('verdict_id')
			.notNull()
			.references(() => verdicts.id),
		rating: text('rating')
			.notNull()
			.references(() => ratings.key),
		retracted: boolean('retracted').notNull().default(false),
		firstPublishedAt: moment('first_published_at').notNull(),
		publishedAt: moment('published_at').notNull(),
		/** When somebody has to look again. */
		reviewOn: day('review_on'),
	},
	(t) => [
		index('fact_checks_review').on(t.reviewOn, t.claimId),
		index('fact_checks_newest').on(t.firstPublishedAt.desc(), t.claimId.desc()),
	],
)

import { sql } from 'drizzle-orm'
import {
	bigint,
	boolean,
	check,
	customType,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	real,
	text,
	timestamp,
	unique,
	uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { AccountEventKind, SettingKey, TokenPurpose } from '#app/domain/account.ts'
import type { ClaimantKind, ClaimType, SourceKind, Stance } from '#app/domain/claim.ts'
import type { FactCheck } from '#app/domain/fact-check.ts'
import type { Comparator, FigureUnit } from '#app/domain/figure.ts'
import type { GateRule } from '#app/domain/gate.ts'
import type { Language } from '#app/domain/language.ts'
import {
	matchKinds,
	matchStates,
	type MatchKind,
	type MatchReason,
	type MatchState,
} from '#app/domain/match-kinds.ts'
import type { Role } from '#app/domain/people.ts'
import type { EventKind } from '#app/domain/workbench.ts'
import type { ChangeReason, CorrectionKind, DropReason, Severity, Status } from '#app/domain/workflow.ts'

/*
 * The shape of stored data. Ids are text, so that a stray address is a 404 and never a cast error;
 * times carry a zone; days are `YYYY-MM-DD`. What only grows (events, article versions, verdicts,
 * corrections) is guarded by triggers in the migrations, which refuse UPDATE and DELETE.
 */

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const day = (name: string) => date(name, { mode: 'string' })
/** A set of lexemes without places or weights. */
const lexemes = customType<{ data: string[]; driverData: string }>({
	dataType: () => 'tsvector',
	toDriver: (words) =>
		words.map((word) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' '),
})
/** Words that come from a list in the domain; the check is written once for each column. */
const oneOf = (column: string, values: readonly string[]) =>
	sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`)

export const users = pgTable(
	'users',
	{
		id: text('id').primaryKey(),
		email: text('email').notNull().unique(),
		name: text('name').notNull(),
		role: text('role').$type<Role>().notNull(),
		language: text('language').$type<Language>().notNull(),
		passwordHash: text('password_hash').notNull(),
		/** The secret that an authenticator application shares, in Base32; it counts once a code of it was shown. */
		secondFactorSecret: text('second_factor_secret'),
		secondFactorAt: moment('second_factor_at'),
		/** The time step of the last code that was taken, so that no code is taken twice. */
		secondFactorStep: bigint('second_factor_step', { mode: 'number' }),
		lastSignedInAt: moment('last_signed_in_at'),
		disabledAt: moment('disabled_at'),
		createdAt: moment('created_at').notNull().defaultNow(),
	},
	(t) => [
		check('users_role', oneOf('role', ['reviewer', 'editor', 'admin'])),
		check('users_email_lower', sql`${t.email} = lower(${t.email})`),
	],
)

/** The id is the SHA-256 of the token in the cookie, so a leaked table opens nothing. */
export const sessions = pgTable(
	'sessions',
	{
		id: text('id').primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => users.id),
		createdAt: moment('created_at').notNull(),
		/** Moves on with use: the end of the idle time. */
		expiresAt: moment('expires_at').notNull(),
		/** Never moves. */
		absoluteExpiresAt: moment('absolute_expires_at').notNull(),
		/** What a page may call the session by: the id would be half a secret. */
		publicId: text('public_id').notNull().unique(),
		lastUsedAt: moment('last_used_at').notNull(),
		agent: text('agent'),
		/** The network it began from: the address, of IPv6 the first 64 bits. */
		network: text('network'),
		/** Whether a second factor was shown when it began or since. */
		secondFactor: boolean('second_factor').notNull().default(false),
		/** When the person last proved who they are: steps that can do harm ask for it afresh. */
		confirmedAt: moment('confirmed_at').notNull(),
	},
	(t) => [index('sessions_user').on(t.userId)],
)

/** Someone asked to join, until they do, or the time is up, or the asking is taken back. */
export const invitations = pgTable(
	'invitations',
	{
		id: text('id').primaryKey(),
		email: text('email').notNull(),
		role: text('role').$type<Role>().notNull(),
		language: text('language').$type<Language>().notNull(),
		invitedBy: text('invited_by')
			.notNull()
			.references(() => users.id),
		createdAt: moment('created_at').notNull(),
		/** Moves on when it is sent again. */
		expiresAt: moment('expires_at').notNull(),
		acceptedAt: moment('accepted_at'),
		acceptedBy: text('accepted_by').references(() => users.id),
		revokedAt: moment('revoked_at'),
	},
	(t) => [
		check('invitations_role', oneOf('role', ['reviewer', 'editor', 'admin'])),
		check('invitations_email_lower', sql`${t.email} = lower(${t.email})`),
		uniqueIndex('invitations_open')
			.on(t.email)
			.where(sql`accepted_at is null and revoked_at is null`),
	],
)

/** The id is the SHA-256 of what stands in the link or the cookie. Each is spent once, for its one purpose. */
export const oneTimeTokens = pgTable(
	'one_time_tokens',
	{
		id: text('id').primaryKey(),
		purpose: text('purpose').$type<TokenPurpose>().notNull(),
		/** Whom it is for; nobody yet for an invitation or the first set-up. */
		userId: text('user_id').references(() => users.id),
		invitationId: text('invitation_id').references(() => invitations.id),
		detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull(),
		usedAt: moment('used_at'),
	},
	(t) => [
		index('one_time_tokens_user').on(t.userId, t.purpose),
		index('one_time_tokens_invitation').on(t.invitationId),
	],
)

/** Codes for the day the telephone is lost, hashed like passwords; each works once. */
export const recoveryCodes = pgTable(
	'recovery_codes',
	{
		id: text('id').primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => users.id),
		hash: text('hash').notNull(),
		createdAt: moment('created_at').notNull(),
		usedAt: moment('used_at'),
	},
	(t) => [index('recovery_codes_user').on(t.userId)],
)

/** WebAuthn credentials. The id is the credential's, in base64url; the key is public by nature. */
export const passkeys = pgTable(
	'passkeys',
	{
		id: text('id').primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => users.id),
		/** COSE, in base64url. */
		publicKey: text('public_key').notNull(),
		counter: bigint('counter', { mode: 'number' }).notNull(),
		transports: jsonb('transports').$type<string[]>().notNull().default([]),
		/** What the person calls it. */
		name: text('name').notNull(),
		createdAt: moment('created_at').notNull(),
		lastUsedAt: moment('last_used_at'),
	},
	(t) => [index('passkeys_user').on(t.userId)],
)

/** A new mail address, until both the old and the new mailbox have agreed. */
export const emailChanges = pgTable(
	'email_changes',
	{
		id: text('id').primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => users.id),
		newEmail: text('new_email').notNull(),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull(),
		oldConfirmedAt: moment('old_confirmed_at'),
		newConfirmedAt: moment('new_confirmed_at'),
		/** When it came into force, or was given up for another. */
		endedAt: moment('ended_at'),
	},
	(t) => [
		check('email_changes_lower', sql`${t.newEmail} = lower(${t.newEmail})`),
		uniqueIndex('email_changes_open')
			.on(t.userId)
			.where(sql`ended_at is null`),
	],
)

/** Devices that a person has signed in from: a flood of guesses from elsewhere does not shut them out. */
export const knownDevices = pgTable(
	'known_devices',
	{
		/** SHA-256 of the token in the device's cookie. */
		id: text('id').primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => users.id),
		network: text('network').notNull(),
		lastUsedAt: moment('last_used_at').notNull(),
	},
	(t) => [index('known_devices_user').on(t.userId, t.network)],
)

/** What was counted against a limit; the library that counts writes it. */
export const rateLimits = pgTable(
	'rate_limits',
	{
		key: text('key').primaryKey(),
		points: integer('points').notNull(),
		expire: moment('expire'),
	},
	(t) => [index('rate_limits_expire').on(t.expire)],
)

/** What happened to accounts and settings: who, what, when. Only grows; names and addresses stay out of it. */
export const accountEvents = pgTable(
	'account_events',
	{
		id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		/** Nobody for what a stranger or the process itself did. */
		actorId: text('actor_id').references(() => users.id),
		/** Whose account it concerns. */
		subjectId: text('subject_id').references(() => users.id),
		kind: text('kind').$type<AccountEventKind>().notNull(),
		detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
		at: moment('at').notNull(),
	},
	(t) => [
		index('account_events_newest').on(t.at.desc(), t.id.desc()),
		index('account_events_subject').on(t.subjectId, t.id),
	],
)

/** What the desk has decided about itself; a key that is not here has its default. */
export const settings = pgTable('settings', {
	key: text('key').$type<SettingKey>().primaryKey(),
	value: jsonb('value').notNull(),
	revision: integer('revision').notNull().default(1),
	changedBy: text('changed_by').references(() => users.id),
	changedAt: moment('changed_at').notNull(),
})

/** Keys of forms already taken, so that a form sent twice is done once. */
export const submissions = pgTable('submissions', {
	key: text('key').primaryKey(),
	userId: text('user_id')
		.notNull()
		.references(() => users.id),
	/** The id of what the form made; the second sender is sent there. */
	result: text('result').notNull(),
	at: moment('at').notNull(),
})

export const articles = pgTable(
	'articles',
	{
		id: text('id').primaryKey(),
		title: text('title'),
		outlet: text('outlet'),
		author: text('author'),
		url: text('url'),
		publishedOn: day('published_on'),
		language: text('language').$type<Language>(),
		/** Rises with every change of the fields above; a change made from an older one is refused. */
		revision: integer('revision').notNull().default(1),
		createdBy: text('created_by')
			.notNull()
			.references(() => users.id),
		createdAt: moment('created_at').notNull(),
	},
	(t) => [index('articles_newest').on(t.createdAt.desc(), t.id.desc())],
)

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
		capturedBy: text('captured_by')
			.notNull()
			.references(() => users.id),
		capturedAt: moment('captured_at').notNull(),
	},
	(t) => [unique('article_versions_number').on(t.articleId, t.number)],
)

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

export const ratings = pgTable('ratings', {
	key: text('key').primaryKey(),
	position: integer('position').notNull(),
	value: integer('value'),
	labelAr: text('label_ar').notNull(),
	labelEn: text('label_en').notNull(),
	meaningAr: text('meaning_ar').notNull(),
	meaningEn: text('meaning_en').notNull(),
	retiredAt: moment('retired_at'),
})

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
		assigneeId: text('assignee_id').references(() => users.id),
		/** The rating of the verdict in force, kept beside the status for the roll-up. */
		rating: text('rating').references(() => ratings.key),
		contactNoteAr: text('contact_note_ar'),
		contactNoteEn: text('contact_note_en'),
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
		index('claims_by_assignee').on(t.assigneeId, t.status, t.statusSince),
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
		base: text('base'),
		asWritten: text('as_written').notNull(),
	},
	(t) => [primaryKey({ columns: [t.claimId, t.position] })],
)

export const sources = pgTable(
	'sources',
	{
		id: text('id').primaryKey(),
		url: text('url').unique(),
		publisher: text('publisher'),
		title: text('title'),
		publishedOn: day('published_on'),
		language: text('language'),
		createdAt: moment('created_at').notNull(),
	},
	(t) => [index('sources_newest').on(t.createdAt.desc(), t.id.desc())],
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
	},
	(t) => [index('fact_checks_newest').on(t.firstPublishedAt.desc(), t.claimId.desc())],
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
		index('claim_events_newest').on(t.at.desc(), t.id.desc()),
	],
)

/**
 * How many claims concern a country at a status and rating (`''` when no verdict is in force), written
 * in the transaction of the change it counts. `article_id` is `''` for all articles together.
 */
export const statusCounts = pgTable(
	'status_counts',
	{
		articleId: text('article_id').notNull().default(''),
		country: text('country').notNull(),
		status: text('status').$type<Status>().notNull(),
		rating: text('rating').notNull().default(''),
		count: integer('count').notNull(),
	},
	(t) => [primaryKey({ columns: [t.articleId, t.country, t.status, t.rating] })],
)

/** The same by the day the claim was added, for charts of a span of time. */
export const dailyStatusCounts = pgTable(
	'daily_status_counts',
	{
		articleId: text('article_id').notNull().default(''),
		day: day('day').notNull(),
		country: text('country').notNull(),
		status: text('status').$type<Status>().notNull(),
		rating: text('rating').notNull().default(''),
		count: integer('count').notNull(),
	},
	(t) => [primaryKey({ columns: [t.articleId, t.day, t.country, t.status, t.rating] })],
)

/**
 * What a claim's wording is found by, one row a language; written in the transaction that writes the wording. Derived:
 * `keepMatchKey` can write it again at any time.
 */
export const claimMatchKeys = pgTable(
	'claim_match_keys',
	{
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		language: text('language').$type<Language>().notNull(),
		/** Equal for wordings that differ in nothing but spelling. */
		fingerprint: text('fingerprint').notNull(),
		/** MinHash bands: wordings with many words in common share one or more. */
		bands: integer('bands').array().notNull(),
		/** The stems and figures, for wordings that share only a few telling ones. */
		stems: lexemes('stems').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.claimId, t.language] }),
		index('claim_match_keys_fingerprint').using('hash', t.fingerprint),
		index('claim_match_keys_bands').using('gin', t.bands).with({ fastupdate: false }),
		index('claim_match_keys_stems').using('gin', t.stems).with({ fastupdate: false }),
	],
)

/** That two claims may say the same, or contradict each other: suggested until a person decides. The lesser id is first. */
export const matches = pgTable(
	'matches',
	{
		id: text('id').primaryKey(),
		firstId: text('first_id')
			.notNull()
			.references(() => claims.id),
		secondId: text('second_id')
			.notNull()
			.references(() => claims.id),
		kind: text('kind').$type<MatchKind>().notNull(),
		state: text('state').$type<MatchState>().notNull().default('suggested'),
		/** From 0 to 1; for the order of suggestions, and for nothing else. */
		score: real('score').notNull(),
		reasons: jsonb('reasons').$type<MatchReason[]>().notNull(),
		decidedBy: text('decided_by').references(() => users.id),
		decidedAt: moment('decided_at'),
		/** Rises with every decision; one made from an older one is refused. */
		revision: integer('revision').notNull().default(1),
		createdAt: moment('created_at').notNull(),
	},
	(t) => [
		unique('matches_pair').on(t.firstId, t.secondId),
		index('matches_second').on(t.secondId),
		check('matches_ordered', sql`${t.firstId} < ${t.secondId} collate "C"`),
		check('matches_kind', oneOf('kind', matchKinds)),
		check('matches_state', oneOf('state', matchStates)),
		check('matches_decided', sql`(${t.state} = 'suggested') = (${t.decidedBy} is null)`),
	],
)

/** Who decided what about a match, and what was shown to them. Only grows. */
export const matchDecisions = pgTable(
	'match_decisions',
	{
		id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		matchId: text('match_id')
			.notNull()
			.references(() => matches.id),
		state: text('state').$type<MatchState>().notNull(),
		kind: text('kind').$type<MatchKind>().notNull(),
		reasons: jsonb('reasons').$type<MatchReason[]>().notNull(),
		comment: text('comment'),
		decidedBy: text('decided_by')
			.notNull()
			.references(() => users.id),
		decidedAt: moment('decided_at').notNull(),
	},
	(t) => [
		index('match_decisions_match').on(t.matchId, t.id),
		check('match_decisions_state', oneOf('state', ['confirmed', 'rejected'])),
	],
)

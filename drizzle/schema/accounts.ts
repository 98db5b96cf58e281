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
	uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { AccountEventKind, SettingKey, TokenPurpose } from '#app/domain/account.ts'
import type { Language } from '#app/domain/language.ts'
import type { Role } from '#app/domain/people.ts'
import { moment, oneOf } from './columns.ts'

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
		index('account_events_subject').on(t.subjectId, t.at.desc(), t.id.desc()),
		index('account_events_actor').on(t.actorId, t.at.desc(), t.id.desc()),
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

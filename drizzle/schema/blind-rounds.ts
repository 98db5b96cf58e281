import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { users } from './accounts.ts'
import { claims } from './claims.ts'
import { moment, oneOf } from './columns.ts'
import { ratings } from './ratings.ts'

/** Two people rate a claim without seeing what the other, or the draft, says. At most one round is open for a claim. */
export const blindRounds = pgTable(
	'blind_rounds',
	{
		id: text('id').primaryKey(),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		firstRaterId: text('first_rater_id')
			.notNull()
			.references(() => users.id),
		secondRaterId: text('second_rater_id')
			.notNull()
			.references(() => users.id),
		openedBy: text('opened_by')
			.notNull()
			.references(() => users.id),
		openedAt: moment('opened_at').notNull(),
		/** `rated` waits for a third person: the two disagree. */
		state: text('state')
			.$type<'open' | 'rated' | 'agreed' | 'adjudicated' | 'called_off'>()
			.notNull()
			.default('open'),
		/** What it came to, once it is settled. */
		rating: text('rating').references(() => ratings.key),
		settledBy: text('settled_by').references(() => users.id),
		settledAt: moment('settled_at'),
		/** Why the third person decided so, or why it was called off. */
		reason: text('reason'),
	},
	(t) => [
		uniqueIndex('blind_rounds_open')
			.on(t.claimId)
			.where(sql`${t.state} in ('open', 'rated')`),
		index('blind_rounds_claim').on(t.claimId, t.openedAt),
		check('blind_rounds_state', oneOf('state', ['open', 'rated', 'agreed', 'adjudicated', 'called_off'])),
		check('blind_rounds_two_people', sql`${t.firstRaterId} <> ${t.secondRaterId}`),
		check('blind_rounds_settled', sql`(${t.state} in ('agreed', 'adjudicated')) = (${t.rating} is not null)`),
		check(
			'blind_rounds_third_person',
			sql`${t.state} <> 'adjudicated' or ${t.settledBy} not in (${t.firstRaterId}, ${t.secondRaterId})`,
		),
	],
)

/** What each of the two said. Only grows. */
export const blindRatings = pgTable(
	'blind_ratings',
	{
		roundId: text('round_id')
			.notNull()
			.references(() => blindRounds.id),
		raterId: text('rater_id')
			.notNull()
			.references(() => users.id),
		rating: text('rating')
			.notNull()
			.references(() => ratings.key),
		reason: text('reason').notNull(),
		at: moment('at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.roundId, t.raterId] })],
)

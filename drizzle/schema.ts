/*
 * The shape of stored data. Ids are text, so that a stray address is a 404 and never a cast error;
 * times carry a zone; days are `YYYY-MM-DD`. What only grows (events, article versions, verdicts,
 * corrections) is guarded by triggers in the migrations, which refuse UPDATE and DELETE.
 */

export * from './schema/accounts.ts'
export * from './schema/articles.ts'
export * from './schema/claims.ts'
export * from './schema/ratings.ts'
export * from './schema/evidence.ts'
export * from './schema/verdicts.ts'
export * from './schema/tasks.ts'
export * from './schema/clocks.ts'
export * from './schema/counts.ts'
export * from './schema/matches.ts'
export * from './schema/search.ts'
export * from './schema/blind-rounds.ts'
export * from './schema/attendance.ts'
export * from './schema/ledger.ts'
export * from './schema/discussion.ts'
export * from './schema/notifications.ts'
export * from './schema/contacts.ts'
export * from './schema/complaints.ts'
export * from './schema/bundles.ts'

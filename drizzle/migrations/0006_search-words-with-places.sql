-- Nothing was kept here yet, and what is comes from other tables.
DELETE FROM "search_entries";--> statement-breakpoint
ALTER TABLE "search_entries" DROP CONSTRAINT "search_entries_kind_id_language_pk";--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_kind_id_pk" PRIMARY KEY("kind","id");--> statement-breakpoint
ALTER TABLE "search_entries" DROP COLUMN "language";--> statement-breakpoint
ALTER TABLE "search_entries" DROP COLUMN "status";--> statement-breakpoint
ALTER TABLE "search_entries" DROP COLUMN "rating";--> statement-breakpoint
ALTER TABLE "search_entries" DROP COLUMN "countries";--> statement-breakpoint
ALTER TABLE "search_entries" DROP COLUMN "claimant_id";
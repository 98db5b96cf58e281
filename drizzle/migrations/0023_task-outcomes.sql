ALTER TABLE "tasks" DROP CONSTRAINT "tasks_outcome";--> statement-breakpoint
CREATE INDEX "tasks_due" ON "tasks" USING btree (coalesce(due_on, '3000-01-01'::date),"id") WHERE "tasks"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "tasks_closed_newest" ON "tasks" USING btree ("closed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "tasks"."closed_at" is not null;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_outcome" CHECK (outcome in ('acted', 'no_change', 'mistaken', 'duplicate', 'spam'));
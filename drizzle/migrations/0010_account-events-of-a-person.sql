DROP INDEX "account_events_subject";--> statement-breakpoint
CREATE INDEX "account_events_subject" ON "account_events" USING btree ("subject_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);
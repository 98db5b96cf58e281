ALTER TABLE "figures" ADD COLUMN "quantity" text;--> statement-breakpoint
CREATE INDEX "figures_ledger" ON "figures" USING btree ("quantity");
ALTER TABLE "articles" ADD COLUMN "address_key" text;--> statement-breakpoint
CREATE INDEX "articles_address" ON "articles" USING btree ("address_key","created_at");
CREATE TABLE "imported_bundles" (
	"sha256" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"origin" text NOT NULL,
	"slug" text NOT NULL,
	"imported_by" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "imported_bundles" ADD CONSTRAINT "imported_bundles_sha256_blobs_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."blobs"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_bundles" ADD CONSTRAINT "imported_bundles_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_bundles" ADD CONSTRAINT "imported_bundles_imported_by_users_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imported_bundles_claim" ON "imported_bundles" USING btree ("claim_id");
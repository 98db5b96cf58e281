CREATE TABLE "furniture_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "furniture_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" text NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"set_aside" boolean NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "originals" (
	"sha256" text PRIMARY KEY NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suggestion_dismissals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "suggestion_dismissals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" text NOT NULL,
	"exact" text NOT NULL,
	"dismissed_by" text NOT NULL,
	"dismissed_at" timestamp with time zone NOT NULL,
	"restored_at" timestamp with time zone,
	"restored_by" text
);
--> statement-breakpoint
CREATE TABLE "appearance_anchors" (
	"appearance_id" text NOT NULL,
	"version_id" text NOT NULL,
	"outcome" text NOT NULL,
	"start" integer,
	"end" integer,
	"sentence_changed" boolean NOT NULL,
	"placed_by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "appearance_anchors_appearance_id_version_id_pk" PRIMARY KEY("appearance_id","version_id"),
	CONSTRAINT "appearance_anchors_outcome" CHECK (outcome in ('exact', 'normalised', 'placed', 'lost')),
	CONSTRAINT "appearance_anchors_placed" CHECK (("appearance_anchors"."outcome" = 'lost') = ("appearance_anchors"."start" is null) and ("appearance_anchors"."start" is null) = ("appearance_anchors"."end" is null))
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"language" text NOT NULL,
	"words" "tsvector" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"status" text,
	"rating" text,
	"countries" text[] DEFAULT '{}' NOT NULL,
	"claimant_id" text,
	CONSTRAINT "search_entries_kind_id_language_pk" PRIMARY KEY("kind","id","language"),
	CONSTRAINT "search_entries_kind" CHECK (kind in ('article', 'claim', 'verdict'))
);
--> statement-breakpoint
ALTER TABLE "article_versions" ADD COLUMN "intake" text DEFAULT 'paste' NOT NULL;--> statement-breakpoint
ALTER TABLE "article_versions" ADD COLUMN "original_sha256" text;--> statement-breakpoint
ALTER TABLE "article_versions" ADD COLUMN "fetched_from" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "proposed" jsonb;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "confirmed_by" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "duplicate_of" text;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "value_to" text;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "period" text;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "counted_by" text;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "rounding" text;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "start" integer;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "end" integer;--> statement-breakpoint
ALTER TABLE "furniture_decisions" ADD CONSTRAINT "furniture_decisions_version_id_article_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."article_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "furniture_decisions" ADD CONSTRAINT "furniture_decisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_dismissed_by_users_id_fk" FOREIGN KEY ("dismissed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_restored_by_users_id_fk" FOREIGN KEY ("restored_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appearance_anchors" ADD CONSTRAINT "appearance_anchors_appearance_id_appearances_id_fk" FOREIGN KEY ("appearance_id") REFERENCES "public"."appearances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appearance_anchors" ADD CONSTRAINT "appearance_anchors_version_id_article_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."article_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appearance_anchors" ADD CONSTRAINT "appearance_anchors_placed_by_users_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "furniture_decisions_version" ON "furniture_decisions" USING btree ("version_id","start");--> statement-breakpoint
CREATE UNIQUE INDEX "suggestion_dismissals_open" ON "suggestion_dismissals" USING btree ("article_id",md5("exact")) WHERE restored_at is null;--> statement-breakpoint
CREATE INDEX "appearance_anchors_version" ON "appearance_anchors" USING btree ("version_id","start");--> statement-breakpoint
CREATE INDEX "search_entries_words" ON "search_entries" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_entries_newest" ON "search_entries" USING btree ("kind","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_original_sha256_originals_sha256_fk" FOREIGN KEY ("original_sha256") REFERENCES "public"."originals"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_duplicate_of_claims_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_events_actor" ON "account_events" USING btree ("actor_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "article_versions_newest" ON "article_versions" USING btree ("captured_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "claim_events_actor" ON "claim_events" USING btree ("actor_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "figures_quantity" ON "figures" USING btree ("unit","value");--> statement-breakpoint
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_intake" CHECK (intake in ('paste', 'file', 'url', 'import', 'seed'));--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_place" CHECK (("figures"."start" is null and "figures"."end" is null) or ("figures"."start" >= 0 and "figures"."end" > "figures"."start"));
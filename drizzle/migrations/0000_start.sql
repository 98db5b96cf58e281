CREATE TABLE "appearances" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"article_id" text,
	"article_version_id" text,
	"exact" text NOT NULL,
	"prefix" text DEFAULT '' NOT NULL,
	"suffix" text DEFAULT '' NOT NULL,
	"start" integer,
	"end" integer,
	"url" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "appearances_anchored" CHECK (("appearances"."article_version_id" is not null and "appearances"."start" >= 0 and "appearances"."end" > "appearances"."start") or "appearances"."url" is not null)
);
--> statement-breakpoint
CREATE TABLE "article_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"sha256" text NOT NULL,
	"file_name" text,
	"captured_by" text NOT NULL,
	"captured_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_versions_sha256_unique" UNIQUE("sha256"),
	CONSTRAINT "article_versions_number" UNIQUE("article_id","number")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text,
	"outlet" text,
	"author" text,
	"url" text,
	"published_on" date,
	"language" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_countries" (
	"claim_id" text NOT NULL,
	"country" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "claim_countries_claim_id_country_pk" PRIMARY KEY("claim_id","country"),
	CONSTRAINT "claim_countries_code" CHECK ("claim_countries"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "claim_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "claim_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"claim_id" text NOT NULL,
	"actor_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_status" text,
	"to_status" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claimants" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"name_ar" text,
	"name_en" text,
	"role_ar" text,
	"role_en" text,
	"url" text,
	"name_key_ar" text,
	"name_key_en" text,
	CONSTRAINT "claimants_slug_unique" UNIQUE("slug"),
	CONSTRAINT "claimants_name_key_ar_unique" UNIQUE("name_key_ar"),
	CONSTRAINT "claimants_name_key_en_unique" UNIQUE("name_key_en"),
	CONSTRAINT "claimants_kind" CHECK (kind in ('person', 'organisation', 'unnamed')),
	CONSTRAINT "claimants_named" CHECK (coalesce("claimants"."name_ar", "claimants"."name_en") is not null)
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"language" text NOT NULL,
	"statement_ar" text,
	"statement_en" text,
	"type" text NOT NULL,
	"claimant_id" text,
	"claimed_on" date,
	"claimed_on_basis" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"note_ar" text,
	"note_en" text,
	"status" text DEFAULT 'new' NOT NULL,
	"drop_reason" text,
	"assignee_id" text,
	"rating" text,
	"contact_note_ar" text,
	"contact_note_en" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"status_since" timestamp with time zone NOT NULL,
	CONSTRAINT "claims_slug_unique" UNIQUE("slug"),
	CONSTRAINT "claims_status" CHECK (status in ('new', 'in_research', 'in_review', 'published', 'dropped')),
	CONSTRAINT "claims_drop_reason" CHECK (("claims"."status" = 'dropped') = ("claims"."drop_reason" is not null)),
	CONSTRAINT "claims_stated" CHECK (coalesce("claims"."statement_ar", "claims"."statement_en") is not null)
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"verdict_number" integer NOT NULL,
	"number" integer NOT NULL,
	"on" date NOT NULL,
	"kind" text NOT NULL,
	"severity" text NOT NULL,
	"before_publication" boolean DEFAULT false NOT NULL,
	"rating_before" text,
	"rating_after" text,
	"what_ar" text,
	"what_en" text,
	"why_ar" text,
	"why_en" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "corrections_number" UNIQUE("claim_id","number")
);
--> statement-breakpoint
CREATE TABLE "daily_status_counts" (
	"article_id" text DEFAULT '' NOT NULL,
	"day" date NOT NULL,
	"country" text NOT NULL,
	"status" text NOT NULL,
	"rating" text DEFAULT '' NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "daily_status_counts_article_id_day_country_status_rating_pk" PRIMARY KEY("article_id","day","country","status","rating")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"claim_id" text PRIMARY KEY NOT NULL,
	"rating" text,
	"summary_ar" text,
	"summary_en" text,
	"rationale_ar" text,
	"rationale_en" text,
	"as_of" date,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"number" integer NOT NULL,
	"source_id" text NOT NULL,
	"stance" text NOT NULL,
	"kind" text NOT NULL,
	"passage" text,
	"label_ar" text,
	"label_en" text,
	"shows_ar" text,
	"shows_en" text,
	"found_by" text,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "evidence_number" UNIQUE("claim_id","number"),
	CONSTRAINT "evidence_stance" CHECK (stance in ('supports', 'refutes', 'context')),
	CONSTRAINT "evidence_kind" CHECK (kind in ('primary', 'secondary'))
);
--> statement-breakpoint
CREATE TABLE "fact_checks" (
	"claim_id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"verdict_id" text NOT NULL,
	"rating" text NOT NULL,
	"retracted" boolean DEFAULT false NOT NULL,
	"first_published_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "fact_checks_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"claim_id" text NOT NULL,
	"position" integer NOT NULL,
	"value" text NOT NULL,
	"unit" text NOT NULL,
	"comparator" text NOT NULL,
	"base" text,
	"as_written" text NOT NULL,
	CONSTRAINT "figures_claim_id_position_pk" PRIMARY KEY("claim_id","position")
);
--> statement-breakpoint
CREATE TABLE "gate_exceptions" (
	"claim_id" text NOT NULL,
	"rule" text NOT NULL,
	"reason_ar" text,
	"reason_en" text,
	"granted_by" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "gate_exceptions_claim_id_rule_pk" PRIMARY KEY("claim_id","rule"),
	CONSTRAINT "gate_exceptions_reason" CHECK (coalesce("gate_exceptions"."reason_ar", "gate_exceptions"."reason_en") is not null)
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"rating" text NOT NULL,
	"summary_ar" text,
	"summary_en" text,
	"rationale_ar" text,
	"rationale_en" text,
	"as_of" date NOT NULL,
	"correction" jsonb,
	"proposer_id" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decision" text DEFAULT 'pending' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text,
	"comment" text,
	CONSTRAINT "proposals_second_person" CHECK ("proposals"."decided_by" is null or "proposals"."decided_by" <> "proposals"."proposer_id"),
	CONSTRAINT "proposals_decided" CHECK (("proposals"."decision" = 'pending') = ("proposals"."decided_by" is null)),
	CONSTRAINT "proposals_decision" CHECK (decision in ('pending', 'approved', 'returned'))
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"key" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"value" integer,
	"label_ar" text NOT NULL,
	"label_en" text NOT NULL,
	"meaning_ar" text NOT NULL,
	"meaning_en" text NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"absolute_expires_at" timestamp with time zone NOT NULL,
	"agent" text
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"url" text,
	"publisher" text,
	"title" text,
	"published_on" date,
	"language" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sources_url_unique" UNIQUE("url")
);
--> statement-breakpoint
CREATE TABLE "status_counts" (
	"article_id" text DEFAULT '' NOT NULL,
	"country" text NOT NULL,
	"status" text NOT NULL,
	"rating" text DEFAULT '' NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "status_counts_article_id_country_status_rating_pk" PRIMARY KEY("article_id","country","status","rating")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"key" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"result" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"language" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_role" CHECK (role in ('reviewer', 'editor', 'admin')),
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
CREATE TABLE "verdicts" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"number" integer NOT NULL,
	"proposal_id" text NOT NULL,
	"rating" text NOT NULL,
	"proposer_id" text NOT NULL,
	"approver_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "verdicts_proposal_id_unique" UNIQUE("proposal_id"),
	CONSTRAINT "verdicts_number" UNIQUE("claim_id","number"),
	CONSTRAINT "verdicts_second_person" CHECK ("verdicts"."approver_id" <> "verdicts"."proposer_id")
);
--> statement-breakpoint
ALTER TABLE "appearances" ADD CONSTRAINT "appearances_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appearances" ADD CONSTRAINT "appearances_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appearances" ADD CONSTRAINT "appearances_article_version_id_article_versions_id_fk" FOREIGN KEY ("article_version_id") REFERENCES "public"."article_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appearances" ADD CONSTRAINT "appearances_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_captured_by_users_id_fk" FOREIGN KEY ("captured_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_countries" ADD CONSTRAINT "claim_countries_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_events" ADD CONSTRAINT "claim_events_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_events" ADD CONSTRAINT "claim_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_claimant_id_claimants_id_fk" FOREIGN KEY ("claimant_id") REFERENCES "public"."claimants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_rating_ratings_key_fk" FOREIGN KEY ("rating") REFERENCES "public"."ratings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_rating_before_ratings_key_fk" FOREIGN KEY ("rating_before") REFERENCES "public"."ratings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_rating_after_ratings_key_fk" FOREIGN KEY ("rating_after") REFERENCES "public"."ratings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_claim_id_verdict_number_verdicts_claim_id_number_fk" FOREIGN KEY ("claim_id","verdict_number") REFERENCES "public"."verdicts"("claim_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_rating_ratings_key_fk" FOREIGN KEY ("rating") REFERENCES "public"."ratings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_checks" ADD CONSTRAINT "fact_checks_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_checks" ADD CONSTRAINT "fact_checks_verdict_id_verdicts_id_fk" FOREIGN KEY ("verdict_id") REFERENCES "public"."verdicts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_checks" ADD CONSTRAINT "fact_checks_rating_ratings_key_fk" FOREIGN KEY ("rating") REFERENCES "public"."ratings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_exceptions" ADD CONSTRAINT "gate_exceptions_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_exceptions" ADD CONSTRAINT "gate_exceptions_granted_by_users_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_rating_ratings_key_fk" FOREIGN KEY ("rating") REFERENCES "public"."ratings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_proposer_id_users_id_fk" FOREIGN KEY ("proposer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_rating_ratings_key_fk" FOREIGN KEY ("rating") REFERENCES "public"."ratings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_proposer_id_users_id_fk" FOREIGN KEY ("proposer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_approver_id_users_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appearances_claim" ON "appearances" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "appearances_article" ON "appearances" USING btree ("article_id","start");--> statement-breakpoint
CREATE INDEX "articles_newest" ON "articles" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "claim_countries_newest" ON "claim_countries" USING btree ("country","created_at" DESC NULLS LAST,"claim_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "claim_events_claim" ON "claim_events" USING btree ("claim_id","id");--> statement-breakpoint
CREATE INDEX "claims_newest" ON "claims" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "claims_by_status" ON "claims" USING btree ("status","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "claims_by_assignee" ON "claims" USING btree ("assignee_id","status","status_since");--> statement-breakpoint
CREATE INDEX "corrections_newest" ON "corrections" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "evidence_source" ON "evidence" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "fact_checks_newest" ON "fact_checks" USING btree ("first_published_at" DESC NULLS LAST,"claim_id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_pending" ON "proposals" USING btree ("claim_id") WHERE "proposals"."decision" = 'pending';--> statement-breakpoint
CREATE INDEX "proposals_claim" ON "proposals" USING btree ("claim_id","proposed_at");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sources_newest" ON "sources" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);
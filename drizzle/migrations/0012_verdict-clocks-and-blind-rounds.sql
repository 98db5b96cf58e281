CREATE TABLE "attendance" (
	"claim_id" text NOT NULL,
	"user_id" text NOT NULL,
	"writing" boolean DEFAULT false NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attendance_claim_id_user_id_pk" PRIMARY KEY("claim_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "kept_forms" (
	"user_id" text NOT NULL,
	"claim_id" text NOT NULL,
	"form" text NOT NULL,
	"fields" jsonb NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_forms_claim_id_user_id_form_pk" PRIMARY KEY("claim_id","user_id","form")
);
--> statement-breakpoint
CREATE TABLE "blind_ratings" (
	"round_id" text NOT NULL,
	"rater_id" text NOT NULL,
	"rating" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "blind_ratings_round_id_rater_id_pk" PRIMARY KEY("round_id","rater_id")
);
--> statement-breakpoint
CREATE TABLE "blind_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"first_rater_id" text NOT NULL,
	"second_rater_id" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"rating" text,
	"settled_by" text,
	"settled_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "blind_rounds_state" CHECK (state in ('open', 'rated', 'agreed', 'adjudicated', 'called_off')),
	CONSTRAINT "blind_rounds_two_people" CHECK ("blind_rounds"."first_rater_id" <> "blind_rounds"."second_rater_id"),
	CONSTRAINT "blind_rounds_settled" CHECK (("blind_rounds"."state" in ('agreed', 'adjudicated')) = ("blind_rounds"."rating" is not null)),
	CONSTRAINT "blind_rounds_third_person" CHECK ("blind_rounds"."state" <> 'adjudicated' or "blind_rounds"."settled_by" not in ("blind_rounds"."first_rater_id", "blind_rounds"."second_rater_id"))
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "rating_now" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "now_since" date;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "review_on" date;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "stale" text;--> statement-breakpoint
ALTER TABLE "fact_checks" ADD COLUMN "review_on" date;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "rating_now" text;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "now_since" date;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "review_on" date;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "stale" text;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_forms" ADD CONSTRAINT "kept_forms_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_forms" ADD CONSTRAINT "kept_forms_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_ratings" ADD CONSTRAINT "blind_ratings_round_id_blind_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."blind_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_ratings" ADD CONSTRAINT "blind_ratings_rater_id_users_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_ratings" ADD CONSTRAINT "blind_ratings_rating_ratings_key_fk" FOREIGN KEY ("rating") REFERENCES "public"."ratings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_first_rater_id_users_id_fk" FOREIGN KEY ("first_rater_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_second_rater_id_users_id_fk" FOREIGN KEY ("second_rater_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_rating_ratings_key_fk" FOREIGN KEY ("rating") REFERENCES "public"."ratings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendance_seen" ON "attendance" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "kept_forms_kept" ON "kept_forms" USING btree ("kept_at");--> statement-breakpoint
CREATE UNIQUE INDEX "blind_rounds_open" ON "blind_rounds" USING btree ("claim_id") WHERE "blind_rounds"."state" in ('open', 'rated');--> statement-breakpoint
CREATE INDEX "blind_rounds_claim" ON "blind_rounds" USING btree ("claim_id","opened_at");--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_rating_now_ratings_key_fk" FOREIGN KEY ("rating_now") REFERENCES "public"."ratings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_rating_now_ratings_key_fk" FOREIGN KEY ("rating_now") REFERENCES "public"."ratings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fact_checks_review" ON "fact_checks" USING btree ("review_on","claim_id");
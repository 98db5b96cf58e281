CREATE TABLE "claim_match_keys" (
	"claim_id" text NOT NULL,
	"language" text NOT NULL,
	"fingerprint" text NOT NULL,
	"bands" integer[] NOT NULL,
	"stems" "tsvector" NOT NULL,
	CONSTRAINT "claim_match_keys_claim_id_language_pk" PRIMARY KEY("claim_id","language")
);
--> statement-breakpoint
CREATE TABLE "match_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "match_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"match_id" text NOT NULL,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"comment" text,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "match_decisions_state" CHECK (state in ('confirmed', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "matches" (
	"id" text PRIMARY KEY NOT NULL,
	"first_id" text NOT NULL,
	"second_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'suggested' NOT NULL,
	"score" real NOT NULL,
	"reasons" jsonb NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "matches_pair" UNIQUE("first_id","second_id"),
	CONSTRAINT "matches_ordered" CHECK ("matches"."first_id" < "matches"."second_id" collate "C"),
	CONSTRAINT "matches_kind" CHECK (kind in ('repeats', 'narrows', 'contradicts')),
	CONSTRAINT "matches_state" CHECK (state in ('suggested', 'confirmed', 'rejected')),
	CONSTRAINT "matches_decided" CHECK (("matches"."state" = 'suggested') = ("matches"."decided_by" is null))
);
--> statement-breakpoint
ALTER TABLE "claim_match_keys" ADD CONSTRAINT "claim_match_keys_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_decisions" ADD CONSTRAINT "match_decisions_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_decisions" ADD CONSTRAINT "match_decisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_first_id_claims_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_second_id_claims_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_match_keys_fingerprint" ON "claim_match_keys" USING hash ("fingerprint");--> statement-breakpoint
CREATE INDEX "claim_match_keys_bands" ON "claim_match_keys" USING gin ("bands") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "claim_match_keys_stems" ON "claim_match_keys" USING gin ("stems") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "match_decisions_match" ON "match_decisions" USING btree ("match_id","id");--> statement-breakpoint
CREATE INDEX "matches_second" ON "matches" USING btree ("second_id");--> statement-breakpoint
-- How common words are is read from the statistics of this column; the usual hundred is too few to know them all.
ALTER TABLE "claim_match_keys" ALTER COLUMN "stems" SET STATISTICS 300;--> statement-breakpoint
create trigger match_decisions_only_grow before update or delete on match_decisions
	for each row execute function refuse_change();
--> statement-breakpoint
create trigger match_decisions_not_emptied before truncate on match_decisions execute function refuse_change();
--> statement-breakpoint
-- A suggestion may be taken back; what a person has decided stays.
create trigger matches_decided_stay before delete on matches
	for each row when (old.state <> 'suggested') execute function refuse_change();

CREATE TABLE "clocks" (
	"name" text PRIMARY KEY NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "blobs" (
	"sha256" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "blobs_sha256" CHECK ("blobs"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "blobs_size" CHECK ("blobs"."size" = length("blobs"."bytes"))
);
--> statement-breakpoint
CREATE TABLE "evidence_figures" (
	"evidence_id" text NOT NULL,
	"position" integer NOT NULL,
	"value" text NOT NULL,
	"unit" text NOT NULL,
	"comparator" text NOT NULL,
	"measured_in" text,
	"value_to" text,
	"base" text,
	"rounding" text,
	"as_written" text NOT NULL,
	CONSTRAINT "evidence_figures_evidence_id_position_pk" PRIMARY KEY("evidence_id","position")
);
--> statement-breakpoint
CREATE TABLE "evidence_passages" (
	"evidence_id" text NOT NULL,
	"copy_id" text NOT NULL,
	"outcome" text NOT NULL,
	"start" integer,
	"end" integer,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_passages_evidence_id_copy_id_pk" PRIMARY KEY("evidence_id","copy_id"),
	CONSTRAINT "evidence_passages_outcome" CHECK (outcome in ('exact', 'normalised', 'several', 'absent')),
	CONSTRAINT "evidence_passages_place" CHECK (("evidence_passages"."outcome" in ('exact', 'normalised')) = ("evidence_passages"."start" is not null) and ("evidence_passages"."start" is null) = ("evidence_passages"."end" is null))
);
--> statement-breakpoint
CREATE TABLE "reliances" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"on_source_id" text,
	"on_name" text,
	"on_key" text,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "reliances_on_one" CHECK (("reliances"."on_source_id" is null) = ("reliances"."on_name" is not null)),
	CONSTRAINT "reliances_on_key" CHECK (("reliances"."on_name" is null) = ("reliances"."on_key" is null)),
	CONSTRAINT "reliances_not_itself" CHECK ("reliances"."on_source_id" is distinct from "reliances"."source_id")
);
--> statement-breakpoint
CREATE TABLE "source_checks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "source_checks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source_id" text NOT NULL,
	"copy_id" text NOT NULL,
	"outcome" text NOT NULL,
	"new_copy_id" text,
	"evidence_ids" text[] DEFAULT '{}' NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "source_checks_outcome" CHECK (outcome in ('unchanged', 'changed_elsewhere', 'changed_at_passage', 'gone', 'unreachable'))
);
--> statement-breakpoint
CREATE TABLE "source_copies" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"status" text NOT NULL,
	"way" text NOT NULL,
	"asked_by" text,
	"asked_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"reason" text,
	"settled_at" timestamp with time zone,
	"sha256" text,
	"media_type" text,
	"file_name" text,
	"final_url" text,
	"etag" text,
	"last_modified" text,
	"text" text,
	CONSTRAINT "source_copies_status" CHECK (status in ('fetching', 'kept', 'failed')),
	CONSTRAINT "source_copies_way" CHECK (way in ('fetch', 'upload', 'check')),
	CONSTRAINT "source_copies_kept" CHECK (("source_copies"."status" = 'kept') = ("source_copies"."sha256" is not null) and ("source_copies"."status" = 'kept') = ("source_copies"."media_type" is not null)),
	CONSTRAINT "source_copies_failed" CHECK ("source_copies"."status" <> 'failed' or "source_copies"."reason" is not null),
	CONSTRAINT "source_copies_settled" CHECK (("source_copies"."status" = 'fetching') = ("source_copies"."settled_at" is null))
);
--> statement-breakpoint
CREATE TABLE "source_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "source_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source_id" text NOT NULL,
	"actor_id" text NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"claim_id" text,
	"source_id" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"key" text,
	"due_on" date,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" text,
	"assignee_id" text,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"outcome" text,
	"note" text,
	CONSTRAINT "tasks_kind" CHECK (kind in ('source_changed', 'source_gone', 'complaint', 'other')),
	CONSTRAINT "tasks_outcome" CHECK (outcome in ('acted', 'no_change', 'mistaken')),
	CONSTRAINT "tasks_closed" CHECK (("tasks"."closed_at" is null) = ("tasks"."outcome" is null) and ("tasks"."closed_by" is null or "tasks"."closed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "address_key" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "checked_every" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "next_check_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "evidence_figures" ADD CONSTRAINT "evidence_figures_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_passages" ADD CONSTRAINT "evidence_passages_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_passages" ADD CONSTRAINT "evidence_passages_copy_id_source_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."source_copies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reliances" ADD CONSTRAINT "reliances_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reliances" ADD CONSTRAINT "reliances_on_source_id_sources_id_fk" FOREIGN KEY ("on_source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reliances" ADD CONSTRAINT "reliances_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_checks" ADD CONSTRAINT "source_checks_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_checks" ADD CONSTRAINT "source_checks_copy_id_source_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."source_copies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_checks" ADD CONSTRAINT "source_checks_new_copy_id_source_copies_id_fk" FOREIGN KEY ("new_copy_id") REFERENCES "public"."source_copies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_copies" ADD CONSTRAINT "source_copies_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_copies" ADD CONSTRAINT "source_copies_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_copies" ADD CONSTRAINT "source_copies_sha256_blobs_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."blobs"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_events" ADD CONSTRAINT "source_events_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_events" ADD CONSTRAINT "source_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reliances_source" ON "reliances" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "reliances_on_source" ON "reliances" USING btree ("on_source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reliances_once" ON "reliances" USING btree ("source_id",coalesce(on_source_id, 'name ' || on_key)) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "source_checks_source" ON "source_checks" USING btree ("source_id","id");--> statement-breakpoint
CREATE INDEX "source_copies_source" ON "source_copies" USING btree ("source_id","asked_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "source_copies_sha256" ON "source_copies" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "source_copies_under_way" ON "source_copies" USING btree ("source_id") WHERE status = 'fetching';--> statement-breakpoint
CREATE INDEX "source_events_source" ON "source_events" USING btree ("source_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_open_key" ON "tasks" USING btree ("key") WHERE "tasks"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("opened_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "tasks"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "tasks_newest" ON "tasks" USING btree ("opened_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tasks_claim" ON "tasks" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "tasks_source" ON "tasks" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "sources_next_check" ON "sources" USING btree ("next_check_at") WHERE next_check_at is not null;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_address_key_unique" UNIQUE("address_key");--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_checked_every" CHECK ("sources"."checked_every" between 0 and 366);
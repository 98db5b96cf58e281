CREATE TABLE "complaints" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"version" integer NOT NULL,
	"task_id" text,
	"text" text NOT NULL,
	"url" text,
	"email" text,
	"language" text NOT NULL,
	"form" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "complaints_form_unique" UNIQUE("form")
);
--> statement-breakpoint
CREATE TABLE "form_secrets" (
	"id" integer PRIMARY KEY NOT NULL,
	"secret" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"kind" text NOT NULL,
	"on" date NOT NULL,
	"channel" text,
	"to_whom" text,
	"asked" text,
	"answer" text,
	"note_ar" text,
	"note_en" text,
	"deadline" date,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contacts_kind" CHECK (kind in ('attempted', 'answered', 'declined', 'not_possible', 'noted')),
	CONSTRAINT "contacts_channel" CHECK (channel in ('email', 'phone', 'letter', 'form', 'in_person', 'social', 'other')),
	CONSTRAINT "contacts_says" CHECK (case "contacts"."kind"
				when 'attempted' then "contacts"."asked" is not null and "contacts"."channel" is not null
				when 'answered' then "contacts"."answer" is not null and "contacts"."channel" is not null
				when 'declined' then "contacts"."channel" is not null
				else coalesce("contacts"."note_ar", "contacts"."note_en") is not null end)
);
--> statement-breakpoint
CREATE TABLE "comment_mentions" (
	"comment_id" text NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "comment_mentions_comment_id_user_id_pk" PRIMARY KEY("comment_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "comment_texts" (
	"comment_id" text NOT NULL,
	"number" integer NOT NULL,
	"text" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "comment_texts_comment_id_number_pk" PRIMARY KEY("comment_id","number")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"author_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"about" text NOT NULL,
	"evidence_number" integer,
	"part" text,
	"opened_by" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"resolved_by" text,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "threads_about" CHECK (about in ('claim', 'evidence', 'verdict')),
	CONSTRAINT "threads_subject" CHECK (("threads"."about" = 'evidence') = ("threads"."evidence_number" is not null) and ("threads"."about" = 'verdict') = ("threads"."part" is not null)),
	CONSTRAINT "threads_resolved" CHECK (("threads"."resolved_by" is null) = ("threads"."resolved_at" is null))
);
--> statement-breakpoint
CREATE TABLE "notification_choices" (
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"way" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notification_choices_user_id_kind_pk" PRIMARY KEY("user_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"occasion" text NOT NULL,
	"actor_id" text,
	"claim_id" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"mail" text,
	"digested_at" timestamp with time zone,
	CONSTRAINT "notifications_once" UNIQUE("user_id","kind","occasion"),
	CONSTRAINT "notifications_kind" CHECK (kind in ('mentioned', 'replied', 'assigned', 'review_waits', 'changes_requested', 'published', 'due_soon', 'overdue', 'task_opened'))
);
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_texts" ADD CONSTRAINT "comment_texts_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaints_claim" ON "complaints" USING btree ("claim_id","at");--> statement-breakpoint
CREATE INDEX "complaints_task" ON "complaints" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "contacts_claim" ON "contacts" USING btree ("claim_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("thread_id","at","id");--> statement-breakpoint
CREATE INDEX "threads_claim" ON "threads" USING btree ("claim_id","opened_at");--> statement-breakpoint
CREATE INDEX "notifications_newest" ON "notifications" USING btree ("user_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_undigested" ON "notifications" USING btree ("user_id","at") WHERE mail = 'digest' and digested_at is null and read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_occasion" ON "notifications" USING btree ("kind","occasion");--> statement-breakpoint
CREATE INDEX "claims_due" ON "claims" USING btree ("due_on","id") WHERE due_on is not null and status in ('new', 'in_research', 'in_review');--> statement-breakpoint
CREATE INDEX "corrections_of_kind" ON "corrections" USING btree ("kind","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);
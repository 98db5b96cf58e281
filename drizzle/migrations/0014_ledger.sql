CREATE TABLE "ledger" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"verdict" integer NOT NULL,
	"correction" integer,
	"version" integer,
	"body" text NOT NULL,
	CONSTRAINT "ledger_hash_unique" UNIQUE("hash"),
	CONSTRAINT "ledger_kind" CHECK (kind in ('verdict', 'correction', 'retraction')),
	CONSTRAINT "ledger_hashes" CHECK ("ledger"."prev" ~ '^[0-9a-f]{64}$' and "ledger"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "ledger_says" CHECK (coalesce("ledger"."version", "ledger"."correction") is not null),
	CONSTRAINT "ledger_version_is_verdict" CHECK ("ledger"."version" = "ledger"."verdict")
);
--> statement-breakpoint
CREATE TABLE "ledger_heads" (
	"size" bigint PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"chain" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"first_used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_nodes" (
	"level" integer NOT NULL,
	"index" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "ledger_nodes_level_index_pk" PRIMARY KEY("level","index")
);
--> statement-breakpoint
CREATE TABLE "ledger_salts" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ledger_heads" ADD CONSTRAINT "ledger_heads_size_ledger_seq_fk" FOREIGN KEY ("size") REFERENCES "public"."ledger"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_heads" ADD CONSTRAINT "ledger_heads_key_id_ledger_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."ledger_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_salts" ADD CONSTRAINT "ledger_salts_seq_ledger_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."ledger"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_version" ON "ledger" USING btree ("slug","version");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_correction" ON "ledger" USING btree ("slug","correction");--> statement-breakpoint
CREATE INDEX "ledger_heads_key" ON "ledger_heads" USING btree ("key_id");
CREATE TABLE "corrections" (
	"revision_id" uuid NOT NULL,
	"fact" text NOT NULL,
	"correction" json,
	"comment" text NOT NULL,
	"version" integer NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "corrections_revision_id_fact_pk" PRIMARY KEY("revision_id","fact")
);
--> statement-breakpoint
ALTER TABLE "findings" DROP CONSTRAINT "findings_by_revision";--> statement-breakpoint
ALTER TABLE "dispositions" ALTER COLUMN "verdict" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "cause" text;--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "gone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "findings_by_revision" ON "findings" USING btree ("revision_id","ordinal");--> statement-breakpoint
UPDATE "findings" SET "cause" = "body"->'diagnosis'->>'cause' WHERE position('\u0000' in "body"::text) = 0;

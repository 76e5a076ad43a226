CREATE TABLE "rectification_items" (
	"rectification_id" uuid NOT NULL,
	"finding_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"answer" text,
	"version" integer NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "rectification_items_rectification_id_finding_id_pk" PRIMARY KEY("rectification_id","finding_id")
);
--> statement-breakpoint
CREATE TABLE "rectifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"revision_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"note" text NOT NULL,
	"sent_by" uuid,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"resubmitted_as" uuid,
	CONSTRAINT "rectifications_revision_id_unique" UNIQUE("revision_id")
);
--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "rectification_items" ADD CONSTRAINT "rectification_items_rectification_id_rectifications_id_fk" FOREIGN KEY ("rectification_id") REFERENCES "public"."rectifications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification_items" ADD CONSTRAINT "rectification_items_finding_id_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."findings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification_items" ADD CONSTRAINT "rectification_items_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectifications" ADD CONSTRAINT "rectifications_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectifications" ADD CONSTRAINT "rectifications_sent_by_users_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectifications" ADD CONSTRAINT "rectifications_resubmitted_as_revisions_id_fk" FOREIGN KEY ("resubmitted_as") REFERENCES "public"."revisions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rectification_items_by_finding" ON "rectification_items" USING btree ("finding_id");--> statement-breakpoint
CREATE INDEX "rectifications_by_dossier" ON "rectifications" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "dossiers_by_due" ON "dossiers" USING btree (coalesce("due_on", 'infinity'::date),"id");
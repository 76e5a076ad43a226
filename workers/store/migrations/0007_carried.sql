ALTER TABLE "dispositions" ADD COLUMN "carried_from" uuid;--> statement-breakpoint
ALTER TABLE "dispositions" ADD CONSTRAINT "dispositions_carried_from_findings_id_fk" FOREIGN KEY ("carried_from") REFERENCES "public"."findings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispositions_by_origin" ON "dispositions" USING btree ("carried_from");
CREATE TABLE "presence" (
	"dossier_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"place" text,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "presence_dossier_id_user_id_pk" PRIMARY KEY("dossier_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "presence_by_moment" ON "presence" USING btree ("seen_at");
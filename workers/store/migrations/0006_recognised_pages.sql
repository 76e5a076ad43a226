CREATE TABLE "recognised_pages" (
	"document_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"body" "bytea",
	"problem" text,
	CONSTRAINT "recognised_pages_document_id_page_pk" PRIMARY KEY("document_id","page")
);
--> statement-breakpoint
ALTER TABLE "recognised_pages" ADD CONSTRAINT "recognised_pages_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;
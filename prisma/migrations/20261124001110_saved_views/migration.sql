-- Queries of the queue that somebody named, for themselves or for everybody in the organisation, and how each member likes
-- their table. Neither holds anything about a person: a query is kept without whoever was looked for.
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "staff_id" UUID,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "saved_view_organisation_id_staff_id_idx" ON "saved_view"("organisation_id", "staff_id");
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_organisation" FOREIGN KEY ("organisation_id")
  REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON saved_view
  USING (organisation_id = habeas_organisation()) WITH CHECK (organisation_id = habeas_organisation());

ALTER TABLE "membership" ADD COLUMN "queue_columns" TEXT[], ADD COLUMN "density" TEXT NOT NULL DEFAULT 'comfortable';
ALTER TABLE membership ADD CONSTRAINT density_is_known CHECK (density IN ('comfortable', 'compact'));

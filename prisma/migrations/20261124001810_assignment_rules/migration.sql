-- Who gets which request, as data: the first rule that fits gives it to the one among its people who has the fewest open.
CREATE TABLE "assignment_rule" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "rights" TEXT[],
    "regimes" TEXT[],
    "languages" TEXT[],
    "relations" TEXT[],
    "staff_ids" UUID[],
    "role" TEXT,
    "turn" INTEGER NOT NULL DEFAULT 0,
    "turns" JSONB NOT NULL DEFAULT '{}',
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_rule_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "assignment_rule_organisation_id_place_idx" ON "assignment_rule"("organisation_id", "place");
ALTER TABLE "assignment_rule" ADD CONSTRAINT "assignment_rule_organisation" FOREIGN KEY ("organisation_id")
  REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE assignment_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON assignment_rule
  USING (organisation_id = habeas_organisation()) WITH CHECK (organisation_id = habeas_organisation());

-- Who wants the weekly letter; null: whoever is data protection officer.
ALTER TABLE "membership" ADD COLUMN "weekly_letter" BOOLEAN;

-- The weeks whose letters were owed, by their last day. A second worker finds the row taken, one that comes late finds none,
-- and the letters are written in the transaction that writes it.
CREATE TABLE "told_week" (
    "organisation_id" UUID NOT NULL,
    "last_day" DATE NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "told_week_pkey" PRIMARY KEY ("organisation_id","last_day")
);
ALTER TABLE told_week ENABLE ROW LEVEL SECURITY;
ALTER TABLE told_week FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON told_week
  USING (organisation_id = habeas_organisation()) WITH CHECK (organisation_id = habeas_organisation());

-- What dates were promised under: each version of an organisation's holidays and promise, kept for as long as requests name it.
-- A request names its version in its events, so a new profile or another calendar never moves a date that somebody was told.
CREATE TABLE "clock_settings" (
    "organisation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "promise_days" INTEGER NOT NULL,
    "published_period_days" INTEGER,
    "holidays" DATE[],
    "regimes" TEXT[],
    "digest" TEXT NOT NULL,

    CONSTRAINT "clock_settings_pkey" PRIMARY KEY ("organisation_id", "version")
);
ALTER TABLE "clock_settings" ADD CONSTRAINT "clock_settings_organisation" FOREIGN KEY ("organisation_id")
  REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE clock_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE clock_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON clock_settings
  USING (organisation_id = habeas_organisation()) WITH CHECK (organisation_id = habeas_organisation());
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON clock_settings FOR EACH ROW EXECUTE FUNCTION habeas_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON clock_settings FOR EACH STATEMENT EXECUTE FUNCTION habeas_append_only();

-- The newest version, under which new requests are received. 0: no start has written any yet.
ALTER TABLE "organisation" ADD COLUMN "clock_settings" INTEGER NOT NULL DEFAULT 0;

-- The version that a request's dates stand under; the oldest records name none, and mean the first.
ALTER TABLE "privacy_request" ADD COLUMN "clock_settings" INTEGER NOT NULL DEFAULT 1;
CREATE INDEX privacy_request_promised_before ON privacy_request (organisation_id, clock_settings, id)
  WHERE state IN ('open', 'in_progress', 'waiting_for_person', 'answer_prepared');

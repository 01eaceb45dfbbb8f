-- Files from another tool. Their rows are personal data of people who asked long ago: sealed, and gone after a day.
CREATE TABLE "backlog_import" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "body" BYTEA,
    "settings" JSONB,
    "rows" INTEGER NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 0,
    "filed" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "ended" INTEGER NOT NULL DEFAULT 0,
    "mistakes" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "backlog_import_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "backlog_import_organisation_id_staff_id_at_idx" ON "backlog_import"("organisation_id", "staff_id", "at");
CREATE INDEX "backlog_import_at_idx" ON "backlog_import"("at");
ALTER TABLE backlog_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE backlog_import FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON backlog_import
  USING (organisation_id = habeas_organisation()) WITH CHECK (organisation_id = habeas_organisation());

-- One more task that the app itself adds.
CREATE OR REPLACE FUNCTION habeas_enqueue(task text, payload json, job_key text, run_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- A name that is null is no known name either.
  IF (task IN ('send_letter', 'fresh_links', 'recognise_address', 'check_risks', 'import_backlog')) IS NOT TRUE THEN
    RAISE EXCEPTION 'the app adds no task of this name' USING ERRCODE = '42501';
  END IF;
  PERFORM graphile_worker.add_job(task, payload, run_at := run_at, job_key := job_key, max_attempts := 25);
END $$;

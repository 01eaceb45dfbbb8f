-- One step for many requests: which ones is fixed when it is looked over, and each keeps its own result. Ids and codes only.
CREATE TABLE "bulk_run" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "assign_to" UUID,
    "chosen_from" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "bulk_row" (
    "run_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "seen_version" INTEGER NOT NULL,
    "result" TEXT,
    "owner_before" UUID,
    "undone" TEXT,

    CONSTRAINT "bulk_row_pkey" PRIMARY KEY ("run_id","place")
);
CREATE UNIQUE INDEX "bulk_run_own" ON "bulk_run"("id", "organisation_id");
CREATE INDEX "bulk_run_organisation_id_created_at_idx" ON "bulk_run"("organisation_id", "created_at");
CREATE UNIQUE INDEX "bulk_row_run_id_request_id_key" ON "bulk_row"("run_id", "request_id");
CREATE INDEX "bulk_row_request_id_idx" ON "bulk_row"("request_id");
ALTER TABLE "bulk_row" ADD CONSTRAINT "bulk_row_run" FOREIGN KEY ("run_id", "organisation_id")
  REFERENCES "bulk_run"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "bulk_row" ADD CONSTRAINT "bulk_row_request" FOREIGN KEY ("request_id", "organisation_id")
  REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

DO $$
DECLARE walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['bulk_run', 'bulk_row'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I USING (organisation_id = habeas_organisation()) WITH CHECK (organisation_id = habeas_organisation())',
      walled
    );
  END LOOP;
END $$;

-- The app adds this job by a door of its own: it names a run and nothing else.
CREATE FUNCTION habeas_enqueue_bulk(run uuid, organisation uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    'bulk', json_build_object('runId', run, 'organisationId', organisation),
    job_key := 'bulk:' || run, max_attempts := 25
  );
END $$;
REVOKE EXECUTE ON FUNCTION habeas_enqueue_bulk(uuid, uuid) FROM PUBLIC;

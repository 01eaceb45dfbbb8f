-- An address that was confirmed is looked up in what the organisation holds; the app adds that job in the transaction that
-- confirms it. Mirrors queuedTasks in lib/db/job-queue.ts.
CREATE OR REPLACE FUNCTION habeas_enqueue(task text, payload json, job_key text, run_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- A name that is null is no known name either.
  IF (task IN ('send_letter', 'fresh_links', 'recognise_address')) IS NOT TRUE THEN
    RAISE EXCEPTION 'the app adds no task of this name' USING ERRCODE = '42501';
  END IF;
  PERFORM graphile_worker.add_job(task, payload, run_at := run_at, job_key := job_key, max_attempts := 25);
END $$;

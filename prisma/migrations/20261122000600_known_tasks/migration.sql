-- Whoever could make the app's role run SQL of theirs shall not set the worker, which belongs to the owner, to just any
-- work: the queue takes the tasks that the app itself adds (queuedTasks in lib/db/job-queue.ts) and no others.
CREATE OR REPLACE FUNCTION habeas_enqueue(task text, payload json, job_key text, run_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- A name that is null is no known name either.
  IF (task IN ('send_letter', 'fresh_links')) IS NOT TRUE THEN
    RAISE EXCEPTION 'the app adds no task of this name' USING ERRCODE = '42501';
  END IF;
  PERFORM graphile_worker.add_job(task, payload, run_at := run_at, job_key := job_key, max_attempts := 25);
END $$;

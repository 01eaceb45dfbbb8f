-- One more task that the app itself adds: looking at what stands around a request, where nobody can watch how long it takes.
CREATE OR REPLACE FUNCTION habeas_enqueue(task text, payload json, job_key text, run_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- A name that is null is no known name either.
  IF (task IN ('send_letter', 'fresh_links', 'recognise_address', 'check_risks')) IS NOT TRUE THEN
    RAISE EXCEPTION 'the app adds no task of this name' USING ERRCODE = '42501';
  END IF;
  PERFORM graphile_worker.add_job(task, payload, run_at := run_at, job_key := job_key, max_attempts := 25);
END $$;

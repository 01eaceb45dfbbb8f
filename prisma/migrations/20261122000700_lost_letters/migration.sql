-- A letter that is owed and whose job is gone gets a new one. The queue is not the app's to read, so it asks here: a job
-- that still has tries left, or runs, keeps its back-off and its count; a lost or worn-out one is added anew.
CREATE FUNCTION habeas_enqueue_lost(task text, payload json, job_key text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- The queue frees a job four hours after its worker took it and never came back.
  IF EXISTS (
    SELECT 1 FROM graphile_worker.jobs j WHERE j.key = habeas_enqueue_lost.job_key
      AND (j.attempts < j.max_attempts OR j.locked_at > now() - interval '4 hours')
  ) THEN
    RETURN false;
  END IF;
  PERFORM public.habeas_enqueue(task, payload, job_key, NULL);
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION habeas_enqueue_lost(text, json, text) FROM PUBLIC;

-- Letters to staff about no one request stand on no request's page. Whoever watches the desk sees that one failed, by number.
CREATE INDEX "letter_failed_to_staff" ON "letter"("organisation_id") WHERE "status" = 'failed' AND "request_id" IS NULL;

-- Asked by whoever watches, who belongs to no organisation: each is counted behind its own wall, and only the sum comes out.
-- What the caller's transaction had set is set again at the end.
CREATE FUNCTION habeas_failed_staff_letters() RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  before text := coalesce(current_setting('app.organisation', true), '');
  each_one uuid;
  failed int := 0;
BEGIN
  FOR each_one IN SELECT id FROM organisation LOOP
    PERFORM set_config('app.organisation', each_one::text, true);
    failed := failed + (
      SELECT count(*) FROM letter
        WHERE organisation_id = each_one AND status = 'failed' AND request_id IS NULL
    );
  END LOOP;
  PERFORM set_config('app.organisation', before, true);
  RETURN failed;
END $$;
REVOKE EXECUTE ON FUNCTION habeas_failed_staff_letters() FROM PUBLIC;

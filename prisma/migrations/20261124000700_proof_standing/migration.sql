-- How far a request is proven is folded from its record into a column, so that the queue can hold apart what can be worked
-- on and what cannot yet: none · some · all of its rights. The gate does not read it: it asks the proofs themselves.
ALTER TABLE "privacy_request" ADD COLUMN "proven" TEXT NOT NULL DEFAULT 'none';
ALTER TABLE privacy_request ADD CONSTRAINT proven_is_known CHECK (proven IN ('none', 'some', 'all'));
CREATE INDEX "privacy_request_organisation_id_proven_due_on_id_idx" ON "privacy_request"("organisation_id", "proven", "due_on", "id");

-- The network that a request came from is known for a while and then forgotten. It is never written anew.
CREATE FUNCTION habeas_source_goes() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the network a request came from can be forgotten, not written' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER source_goes BEFORE UPDATE ON privacy_request FOR EACH ROW WHEN (
  NEW.source_index IS NOT NULL AND NEW.source_index IS DISTINCT FROM OLD.source_index
) EXECUTE FUNCTION habeas_source_goes();

DO $$
DECLARE each_one uuid;
BEGIN
  -- The owner is held to one organisation at a time like everybody else.
  FOR each_one IN SELECT id FROM organisation LOOP
    PERFORM set_config('app.organisation', each_one::text, true);
    UPDATE privacy_request r SET proven = standing.proven FROM (
      SELECT one.request_id, CASE WHEN bool_and(one.held) THEN 'all' WHEN bool_or(one.held) THEN 'some' ELSE 'none' END AS proven
      FROM (
        SELECT k.request_id, habeas_satisfied(k.request_id, k.level_needed, k.ways, 2147483647) AS held FROM request_right k
      ) one GROUP BY one.request_id
    ) standing WHERE standing.request_id = r.id AND standing.proven <> 'none';
  END LOOP;
  PERFORM set_config('app.organisation', '', true);
END $$;

-- A proof that was found wrong afterwards holds nothing any more, and whoever asks for somebody else needs the proof that
-- they may act, whatever else they showed. Mirrors levelHeld in lib/domain/verification.ts.
CREATE OR REPLACE FUNCTION habeas_level_held(request uuid, before_seq int) RETURNS int LANGUAGE sql STABLE AS $$
  WITH standing AS (
    SELECT p.kind, p.level FROM proof p
    WHERE p.request_id = request AND p.event_seq < before_seq AND NOT EXISTS (
      SELECT 1 FROM event e
      WHERE e.chain_id = request AND e.type = 'ProofRejected' AND e.payload ->> 'kind' = p.kind
        AND e.seq > p.event_seq AND e.seq < before_seq
    )
  )
  SELECT CASE
    WHEN NOT coalesce(bool_or(kind = 'contact_confirmed'), false) THEN 0
    WHEN (SELECT relation FROM privacy_request WHERE id = request) NOT IN ('self', 'helper')
      AND NOT bool_or(kind = 'authority_checked') THEN 1
    ELSE max(level)
  END FROM standing
$$;

-- Only roles that were granted it may add jobs.
REVOKE EXECUTE ON FUNCTION habeas_enqueue(text, json, text, timestamptz) FROM PUBLIC;

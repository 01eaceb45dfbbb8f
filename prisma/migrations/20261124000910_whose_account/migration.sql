-- The organisation's own account confirms an address where somebody came from it, in the filing itself: the event right after
-- a receipt that says so (042). Nowhere else is `account` an answer to who confirmed an address.
CREATE OR REPLACE FUNCTION habeas_contact_is_confirmed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.payload ->> 'by' = 'account' THEN
    IF NEW.seq <> 2 OR NOT EXISTS (
      SELECT 1 FROM event e WHERE e.chain_id = NEW.chain_id AND e.seq = 1 AND e.type = 'RequestReceived'
        AND e.payload -> 'fromAccount' = 'true'::jsonb
    ) THEN
      RAISE EXCEPTION 'no account confirmed this address when the request was filed' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM challenge c WHERE c.request_id = NEW.request_id AND c.purpose IN ('confirm', 'open')
      AND c.marked_at > clock_timestamp() - interval '15 minutes'
  ) THEN
    RAISE EXCEPTION 'nobody confirmed this address' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER contact_is_confirmed ON event;
CREATE TRIGGER contact_is_confirmed BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'ContactConfirmed')
  EXECUTE FUNCTION habeas_contact_is_confirmed();

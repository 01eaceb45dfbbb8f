-- What was shown anew counts in the browser that showed it, and nowhere else. Mirrors freshLevel in lib/domain/delivery.ts.
CREATE FUNCTION habeas_collects_in_its_browser() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE needed int := habeas_delivery_needed(NEW.request_id);
BEGIN
  IF needed > 0 AND NOT EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.type = 'DeliveryProven' AND e.seq < NEW.seq
      AND NEW.at BETWEEN e.at AND e.at + interval '15 minutes' AND (e.payload ->> 'level')::int >= needed
      AND e.payload ->> 'session' IS NOT DISTINCT FROM NEW.payload ->> 'session'
  ) THEN
    RAISE EXCEPTION 'the gate is shut: nothing was shown anew in this browser' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER gate_delivery_browser BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'AnswerCollected')
  EXECUTE FUNCTION habeas_collects_in_its_browser();

-- An address is changed by whoever reads the new one, in the moment in which they use the link of the letter that the last
-- asking named, and only after the address of before was written to (ATK-I3).
CREATE FUNCTION habeas_address_is_confirmed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE asked record;
BEGIN
  SELECT e.type, e.payload ->> 'letterId' AS letter_id, e.seq INTO asked FROM event e
  WHERE e.chain_id = NEW.request_id AND e.seq < NEW.seq
    AND e.type IN ('AddressChangeAsked', 'AddressChangeStopped', 'AddressChanged')
  ORDER BY e.seq DESC LIMIT 1;
  IF asked.type IS DISTINCT FROM 'AddressChangeAsked' OR asked.letter_id IS DISTINCT FROM NEW.payload ->> 'letterId' THEN
    RAISE EXCEPTION 'no change of this address is open' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM challenge c WHERE c.request_id = NEW.request_id AND c.purpose = 'new_address'
      AND c.letter_id::text = asked.letter_id AND c.used_at = NEW.at
  ) THEN
    RAISE EXCEPTION 'the new address was not confirmed' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM letter l WHERE l.request_id = NEW.request_id AND l.kind = 'address_change_asked' AND l.cause LIKE (
      SELECT e.id::text || ':%' FROM event e WHERE e.chain_id = NEW.request_id AND e.seq = asked.seq
    )
  ) THEN
    RAISE EXCEPTION 'the address of before was not told' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER address_is_confirmed BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'AddressChanged')
  EXECUTE FUNCTION habeas_address_is_confirmed();

-- And the change is whole: the address itself is another one from this transaction on, and the one of before is told again.
CREATE FUNCTION habeas_address_change_is_whole() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM letter l WHERE l.request_id = NEW.request_id AND l.kind = 'address_changed' AND l.address IS NOT NULL
      AND l.queued_at = NEW.at
  ) OR EXISTS (
    SELECT 1 FROM challenge c WHERE c.request_id = NEW.request_id AND c.used_at IS NULL AND c.created_at < NEW.at
      AND c.purpose <> 'authorise'
  ) OR EXISTS (
    SELECT 1 FROM person_session s WHERE s.request_id = NEW.request_id AND s.ended_at IS NULL AND s.created_at < NEW.at
  ) THEN
    RAISE EXCEPTION 'an address changes whole: the one of before is told, and its keys end' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER address_change_is_whole AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.type = 'AddressChanged') EXECUTE FUNCTION habeas_address_change_is_whole();

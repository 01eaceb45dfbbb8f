-- The person's own word about an agent is theirs alone: an event says so only where the link in their letter was used in
-- the same moment, and once they have said no, nothing of the agent's counts again (11 CCR §7063, ATK-I4).
CREATE FUNCTION habeas_persons_word() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM challenge c WHERE c.request_id = NEW.request_id AND c.purpose = 'authorise' AND c.used_at = NEW.at
  ) THEN
    RAISE EXCEPTION 'nobody but the person says whether an agent may act' USING ERRCODE = '42501';
  END IF;
  IF NEW.type = 'AuthorityConfirmed' AND EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.chain_id AND e.type = 'AuthorityDenied'
  ) THEN
    RAISE EXCEPTION 'the person said that they asked nobody to act for them' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER persons_word BEFORE INSERT ON event FOR EACH ROW
  WHEN (NEW.type IN ('AuthorityConfirmed', 'AuthorityDenied')) EXECUTE FUNCTION habeas_persons_word();

-- What staff accept against the person's own word, or instead of it, is no proof.
CREATE FUNCTION habeas_proof_keeps_the_word() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind IN ('authority_checked', 'power_of_attorney', 'confirmed_by_person') AND EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.type = 'AuthorityDenied'
  ) THEN
    RAISE EXCEPTION 'the person said that they asked nobody to act for them' USING ERRCODE = '42501';
  END IF;
  IF NEW.kind = 'confirmed_by_person' AND NOT EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.type = 'AuthorityConfirmed'
  ) THEN
    RAISE EXCEPTION 'the person has not confirmed it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proof_keeps_the_word BEFORE INSERT ON proof FOR EACH ROW EXECUTE FUNCTION habeas_proof_keeps_the_word();

-- An address that strangers can have us write to gets few letters a day, across requests: counted by its keyed hash.
ALTER TABLE "letter" ADD COLUMN "address_index" TEXT;
CREATE INDEX "letter_organisation_id_address_index_leaves_at_idx" ON "letter"("organisation_id", "address_index", "leaves_at");

CREATE FUNCTION habeas_purge_takes_addresses() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM letter l WHERE l.request_id = NEW.request_id AND l.address_index IS NOT NULL) THEN
    RAISE EXCEPTION 'a purge leaves nothing personal behind' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER purge_takes_addresses AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.type = 'RequestPurged') EXECUTE FUNCTION habeas_purge_takes_addresses();

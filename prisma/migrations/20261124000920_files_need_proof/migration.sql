-- No byte without proof, and no proof for what hands out nothing. Mirrors lib/domain/request-proofs.ts and delivery.ts;
-- decision 041.

-- 1. What a file hands out stands in no outcome. An answer with files needs the proof of every right of its request: when it
-- is prepared, when it is released and when it is collected. Files that were destroyed since keep their rows, and count.
CREATE FUNCTION habeas_answer_has_files(request uuid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM stored_file f JOIN answer a ON a.id = f.answer_id
    WHERE a.request_id = request AND a.returned_at IS NULL
  )
$$;

CREATE OR REPLACE FUNCTION habeas_gate(request uuid, before_seq int) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE files boolean := habeas_answer_has_files(request);
BEGIN
  IF EXISTS (
    SELECT 1 FROM request_right r WHERE r.request_id = request AND (files OR r.outcome IN ('granted', 'partly'))
      AND NOT habeas_satisfied(request, r.level_needed, r.ways, before_seq)
  ) THEN
    RAISE EXCEPTION 'the gate is shut: this answer needs proof that the request does not hold' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM request_right r WHERE r.request_id = request)
    OR EXISTS (SELECT 1 FROM request_right r WHERE r.request_id = request AND r.outcome IS NULL) THEN
    RAISE EXCEPTION 'the gate is shut: a right is left without an outcome' USING ERRCODE = '42501';
  END IF;
END $$;

CREATE FUNCTION habeas_files_need_proof() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (coalesce(NEW.payload -> 'files', '[]'::jsonb) <> '[]'::jsonb OR habeas_answer_has_files(NEW.request_id))
    AND EXISTS (
      SELECT 1 FROM request_right r WHERE r.request_id = NEW.request_id
        AND NOT habeas_satisfied(NEW.request_id, r.level_needed, r.ways, NEW.seq)
    ) THEN
    RAISE EXCEPTION 'the gate is shut: files go into an answer only where everything asked is proven' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER files_need_proof BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'AnswerPrepared')
  EXECUTE FUNCTION habeas_files_need_proof();

-- 2. Something is shown anew for what hands out data, and for nothing else.
CREATE OR REPLACE FUNCTION habeas_delivery_needed(request uuid) RETURNS int LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN coalesce(max(r.level_needed), 0) > 1 THEN max(r.level_needed) ELSE 0 END
  FROM request_right r, (SELECT habeas_answer_has_files(request) AS go_along) files
  WHERE r.request_id = request AND (files.go_along OR (
    r.outcome IN ('granted', 'partly') AND r."right" IN ('access', 'portability', 'automated_decision_review')
  ))
$$;

-- 3. Proof that is accepted after the release is accepted by somebody else than the one who prepared what it opens: nobody
-- looks at it a second time.
CREATE FUNCTION habeas_proof_by_other_eyes() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM privacy_request r JOIN answer a ON a.request_id = r.id
    WHERE r.id = NEW.request_id AND r.state IN ('answered', 'closed') AND a.released_at IS NOT NULL
      AND a.prepared_by::text = NEW.actor_id
  ) THEN
    RAISE EXCEPTION 'whoever prepared the answer accepts no proof for it after its release' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proof_by_other_eyes BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'ProofAccepted')
  EXECUTE FUNCTION habeas_proof_by_other_eyes();

-- 4. The person's yes is for whoever read the mailbox of that day. After the address was changed it is asked anew; a no
-- stays.
CREATE FUNCTION habeas_since_address(request uuid, wanted text) RETURNS boolean LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = request AND e.type = wanted AND NOT EXISTS (
      SELECT 1 FROM event later WHERE later.chain_id = request AND later.type = 'AddressChanged' AND later.seq > e.seq
    )
  )
$$;

CREATE OR REPLACE FUNCTION habeas_persons_word() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
  IF NEW.type = 'AuthorityConfirmed' AND NOT habeas_since_address(NEW.request_id, 'AuthorityAsked') THEN
    RAISE EXCEPTION 'the person was not asked about whoever reads this mailbox now' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION habeas_proof_keeps_the_word() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind IN ('authority_checked', 'power_of_attorney', 'confirmed_by_person') AND EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.type = 'AuthorityDenied'
  ) THEN
    RAISE EXCEPTION 'the person said that they asked nobody to act for them' USING ERRCODE = '42501';
  END IF;
  IF NEW.kind = 'confirmed_by_person' AND NOT habeas_since_address(NEW.request_id, 'AuthorityConfirmed') THEN
    RAISE EXCEPTION 'the person has not confirmed it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

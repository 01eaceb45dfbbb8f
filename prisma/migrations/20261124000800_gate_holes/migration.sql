-- Read as whoever writes SQL with the app's role reads it, the gate had holes. Each of these closes one; decision 049.

-- 1. The app says when something happened; the database says when it was told. What is fresh must be fresh by both clocks:
-- no forged instant makes an old proof new.
ALTER TABLE "event" ADD COLUMN "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "challenge" ADD COLUMN "marked_at" TIMESTAMPTZ(3);

CREATE FUNCTION habeas_recorded() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.recorded_at := clock_timestamp();
  RETURN NEW;
END $$;
-- Triggers fire in the order of their names: before every other that looks at a new event.
CREATE TRIGGER a_recorded BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION habeas_recorded();

-- 2. A challenge opens one door of one request, once.
CREATE FUNCTION habeas_challenge_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.used_at IS NOT NULL THEN
      RAISE EXCEPTION 'a challenge is made before it is used' USING ERRCODE = '42501';
    END IF;
    NEW.marked_at := NULL;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.organisation_id, NEW.request_id, NEW.letter_id, NEW.purpose, NEW.token_hash)
    IS DISTINCT FROM (OLD.id, OLD.organisation_id, OLD.request_id, OLD.letter_id, OLD.purpose, OLD.token_hash) THEN
    RAISE EXCEPTION 'a challenge opens the door it was made for' USING ERRCODE = '42501';
  END IF;
  IF OLD.used_at IS NOT NULL AND (NEW.used_at, NEW.code_hash) IS DISTINCT FROM (OLD.used_at, OLD.code_hash) THEN
    RAISE EXCEPTION 'a challenge is used once' USING ERRCODE = '42501';
  END IF;
  NEW.marked_at := CASE WHEN OLD.used_at IS NULL AND NEW.used_at IS NOT NULL THEN clock_timestamp() ELSE OLD.marked_at END;
  RETURN NEW;
END $$;
CREATE TRIGGER challenge_stays BEFORE INSERT OR UPDATE ON challenge FOR EACH ROW EXECUTE FUNCTION habeas_challenge_stays();

-- 3. An address is confirmed by whoever reads it: the event needs the link or code that was used. `account`: the
-- organisation's own account system vouched for the address, and no letter was needed.
CREATE FUNCTION habeas_contact_is_confirmed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM challenge c WHERE c.request_id = NEW.request_id AND c.purpose IN ('confirm', 'open')
      AND c.marked_at > clock_timestamp() - interval '15 minutes'
  ) THEN
    RAISE EXCEPTION 'nobody confirmed this address' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contact_is_confirmed BEFORE INSERT ON event FOR EACH ROW WHEN (
  NEW.type = 'ContactConfirmed' AND NEW.payload ->> 'by' IS DISTINCT FROM 'account'
) EXECUTE FUNCTION habeas_contact_is_confirmed();

-- 4. What is asked, and the proof that it needs, is what the receipt says; nothing is added later.
CREATE FUNCTION habeas_right_is_received() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.outcome IS NOT NULL OR (SELECT max(seq) FROM event WHERE chain_id = NEW.request_id) IS DISTINCT FROM 1
    OR NOT EXISTS (
      SELECT 1 FROM event e, jsonb_array_elements(e.payload -> 'rights') asked
      WHERE e.chain_id = NEW.request_id AND e.type = 'RequestReceived' AND asked.value ->> 'right' = NEW."right"
        AND (asked.value ->> 'level')::int = NEW.level_needed AND asked.value -> 'ways' IS NOT DISTINCT FROM NEW.ways
    ) THEN
    RAISE EXCEPTION 'a right is asked when the request is filed, with the proof that the receipt names' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER right_is_received AFTER INSERT ON request_right FOR EACH ROW EXECUTE FUNCTION habeas_right_is_received();

CREATE OR REPLACE FUNCTION habeas_level_never_falls() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.level_needed < OLD.level_needed OR NEW.request_id <> OLD.request_id OR NEW."right" <> OLD."right" THEN
    RAISE EXCEPTION 'the proof a right needs may rise, never fall' USING ERRCODE = '42501';
  END IF;
  -- Old rights without ways are judged by their level alone: ways come to them only with a higher one.
  IF NEW.ways IS DISTINCT FROM OLD.ways AND ((OLD.ways IS NULL AND NEW.level_needed = OLD.level_needed)
    OR (OLD.ways IS NOT NULL AND (NEW.ways IS NULL OR EXISTS (
      SELECT 1 FROM jsonb_array_elements(NEW.ways) made
      WHERE NOT EXISTS (SELECT 1 FROM jsonb_array_elements(OLD.ways) kept WHERE made.value @> kept.value)
    )))) THEN
    RAISE EXCEPTION 'the ways to prove a right may be narrowed, never widened' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- 5. For whom somebody asks decides what they must prove.
CREATE FUNCTION habeas_request_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.id, NEW.organisation_id, NEW.reference, NEW.relation, NEW.channel, NEW.country, NEW.region, NEW.regimes)
    IS DISTINCT FROM (OLD.id, OLD.organisation_id, OLD.reference, OLD.relation, OLD.channel, OLD.country, OLD.region, OLD.regimes)
  THEN
    RAISE EXCEPTION 'how a request was filed stays' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER request_stays BEFORE UPDATE ON privacy_request FOR EACH ROW EXECUTE FUNCTION habeas_request_stays();

-- 6. `answered` is reached by the event that releases, and `closed` from there alone. Both by the column's version, which is
-- the number of that event: an earlier proof is one of an earlier event, whatever number somebody writes.
CREATE OR REPLACE FUNCTION habeas_gate_request() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.state = 'closed' AND (TG_OP = 'INSERT' OR OLD.state NOT IN ('answered', 'closed')) THEN
    RAISE EXCEPTION 'the gate is shut: what was never answered is not closed' USING ERRCODE = '42501';
  END IF;
  IF NEW.state = 'answered' AND (TG_OP = 'INSERT' OR OLD.state <> 'answered') THEN
    PERFORM habeas_gate(NEW.id, NEW.version);
    IF NOT EXISTS (
      SELECT 1 FROM event e WHERE e.chain_id = NEW.id AND e.seq = NEW.version AND e.type = 'AnswerReleased'
    ) OR NOT EXISTS (
      SELECT 1 FROM answer a WHERE a.request_id = NEW.id AND a.released_at IS NOT NULL AND a.returned_at IS NULL
    ) THEN
      RAISE EXCEPTION 'the gate is shut: no released answer' USING ERRCODE = '42501';
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- 7. An answer is of one request, and what was returned is never handed out.
CREATE FUNCTION habeas_answer_is_bound() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.id, NEW.organisation_id, NEW.request_id, NEW.prepared_by, NEW.prepared_at)
    IS DISTINCT FROM (OLD.id, OLD.organisation_id, OLD.request_id, OLD.prepared_by, OLD.prepared_at)
 THEN
    RAISE EXCEPTION 'a prepared answer stays whose it is' USING ERRCODE = '42501';
  END IF;
  IF NEW.released_at IS NOT NULL AND NEW.returned_at IS NOT NULL THEN
    RAISE EXCEPTION 'the gate is shut: an answer that was returned is not released' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_is_bound BEFORE UPDATE ON answer FOR EACH ROW EXECUTE FUNCTION habeas_answer_is_bound();

-- 8. A file goes into an answer of its own request, before a second person released it (ATK-I5).
CREATE FUNCTION habeas_file_is_bound() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM answer a WHERE a.id = NEW.answer_id AND a.request_id = NEW.request_id AND a.released_at IS NULL
  ) THEN
    RAISE EXCEPTION 'a file goes into an answer of its own request, before it is released' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER file_is_bound BEFORE INSERT ON stored_file FOR EACH ROW WHEN (NEW.answer_id IS NOT NULL)
  EXECUTE FUNCTION habeas_file_is_bound();

-- 9. What was shown anew: by a browser that holds the key to this request, and fresh by both clocks.
CREATE FUNCTION habeas_shown_anew(request uuid, factors jsonb, moment timestamptz, before_seq int) RETURNS boolean
LANGUAGE sql VOLATILE SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (
    SELECT 1 FROM jsonb_array_elements_text(factors) factor WHERE NOT CASE
      WHEN factor.value IN ('code', 'desk_code') THEN EXISTS (
        SELECT 1 FROM challenge c WHERE c.request_id = request
          AND c.purpose = CASE factor.value WHEN 'code' THEN 'deliver' ELSE 'desk_code' END
          AND c.used_at BETWEEN moment - interval '15 minutes' AND moment
          AND c.marked_at > clock_timestamp() - interval '15 minutes'
      )
      WHEN factor.value IN ('signed_in', 'matched') THEN EXISTS (
        SELECT 1 FROM event e WHERE e.chain_id = request AND e.seq < before_seq AND e.type = 'ProofShown'
          AND CASE factor.value WHEN 'signed_in' THEN e.payload ->> 'kind' = 'signed_in'
            ELSE e.payload ->> 'kind' IN ('data_points_matched', 'three_points_matched') END
          AND e.at BETWEEN moment - interval '15 minutes' AND moment
          AND e.recorded_at > clock_timestamp() - interval '15 minutes'
      )
      ELSE false
    END
  )
$$;

CREATE FUNCTION habeas_browser_of(request uuid, session text) RETURNS boolean LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM person_session s
    WHERE s.id::text = session AND s.request_id = request AND s.proven AND s.ended_at IS NULL
  )
$$;

CREATE OR REPLACE FUNCTION habeas_delivery_is_proven() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE factors jsonb := NEW.payload -> 'by';
BEGIN
  IF NOT habeas_browser_of(NEW.request_id, NEW.payload ->> 'session') THEN
    RAISE EXCEPTION 'what was shown anew was shown in a browser of this request' USING ERRCODE = '42501';
  END IF;
  IF (NEW.payload ->> 'level')::int IS DISTINCT FROM habeas_delivery_level(NEW.request_id, factors, NEW.seq) THEN
    RAISE EXCEPTION 'what was shown anew is not worth this level' USING ERRCODE = '42501';
  END IF;
  IF NOT habeas_shown_anew(NEW.request_id, factors, NEW.at, NEW.seq) THEN
    RAISE EXCEPTION 'nothing shows that this was shown anew' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION habeas_gate_delivery() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE needed int; file text := NEW.payload ->> 'fileId';
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM answer a JOIN privacy_request r ON r.id = a.request_id
    WHERE a.request_id = NEW.request_id AND a.released_at IS NOT NULL AND r.state IN ('answered', 'closed')
      AND (file IS NULL OR EXISTS (SELECT 1 FROM stored_file f WHERE f.id::text = file AND f.answer_id = a.id))
  ) THEN
    RAISE EXCEPTION 'the gate is shut: no such answer was released' USING ERRCODE = '42501';
  END IF;
  PERFORM habeas_gate(NEW.request_id, NEW.seq);
  needed := habeas_delivery_needed(NEW.request_id);
  IF needed > 0 AND NOT EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.type = 'DeliveryProven' AND e.seq < NEW.seq
      AND NEW.at BETWEEN e.at AND e.at + interval '15 minutes'
      AND e.recorded_at > clock_timestamp() - interval '15 minutes'
      AND (e.payload ->> 'level')::int >= needed
      AND e.payload ->> 'session' = NEW.payload ->> 'session'
      AND habeas_browser_of(NEW.request_id, NEW.payload ->> 'session')
      AND habeas_shown_anew(NEW.request_id, e.payload -> 'by', NEW.at, NEW.seq)
      AND NOT EXISTS (
        SELECT 1 FROM event later WHERE later.chain_id = e.chain_id AND later.seq BETWEEN e.seq AND NEW.seq
          AND later.type IN ('AddressChanged', 'ProofRejected', 'AuthorityDenied')
      )
  ) THEN
    RAISE EXCEPTION 'the gate is shut: nothing was shown anew' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- 10. A changed address is written by the transaction that says so, and by no later one.
CREATE OR REPLACE FUNCTION habeas_person_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF num_nonnulls(NEW.wrapped_key, NEW.person, NEW.details, NEW.email_index, NEW.name_index) = 0
    AND habeas_purged(OLD.id) THEN
    RETURN NEW;
  END IF;
  -- Turning the key ring wraps the same key anew, under another id. That is the operator's work: whether the key inside is
  -- the same cannot be seen here, so the app, which could write anything, may not.
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    AND NEW.wrapped_key IS NOT NULL AND NEW.wrapped_key <> OLD.wrapped_key AND NEW.key_id <> OLD.key_id
    AND (NEW.person, NEW.details, NEW.email_index, NEW.name_index)
      IS NOT DISTINCT FROM (OLD.person, OLD.details, OLD.email_index, OLD.name_index) THEN
    RETURN NEW;
  END IF;
  IF num_nonnulls(NEW.person, NEW.email_index) = 2
    AND (NEW.wrapped_key, NEW.key_id, NEW.details, NEW.name_index)
      IS NOT DISTINCT FROM (OLD.wrapped_key, OLD.key_id, OLD.details, OLD.name_index)
    AND EXISTS (
      SELECT 1 FROM event e WHERE e.chain_id = OLD.id AND e.type = 'AddressChanged'
        AND e.xmin = pg_current_xact_id()::xid
        AND e.seq = (SELECT max(seq) FROM event last WHERE last.chain_id = OLD.id)
    ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'who asked, and the key to their words, stay until the request is purged' USING ERRCODE = '42501';
END $$;

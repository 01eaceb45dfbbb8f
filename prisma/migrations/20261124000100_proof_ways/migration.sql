-- What counts as proof is written down with each right, an answer opens only to whoever shows anew that it is them, and
-- an address can be changed without carrying proof along. Each of these is asked again here, whatever the code above does.
ALTER TABLE "request_right" ADD COLUMN "ways" JSONB;
ALTER TABLE "letter" ADD COLUMN "address" BYTEA;
ALTER TABLE "person_session" ADD COLUMN "fresh" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "privacy_request" ADD COLUMN "source_index" TEXT;
CREATE INDEX "privacy_request_organisation_id_source_index_received_at_idx" ON "privacy_request"("organisation_id", "source_index", "received_at");

CREATE TABLE "spent_token" (
    "organisation_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_token_pkey" PRIMARY KEY ("organisation_id","token_hash")
);
CREATE INDEX "spent_token_expires_at_idx" ON "spent_token"("expires_at");
ALTER TABLE spent_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE spent_token FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON spent_token
  USING (organisation_id = habeas_organisation()) WITH CHECK (organisation_id = habeas_organisation());

-- 1. Kinds of proof and their levels. Mirrors proofKinds in lib/domain/verification.ts.
ALTER TABLE proof DROP CONSTRAINT proof_kind_has_its_level;
ALTER TABLE proof ADD CONSTRAINT proof_kind_has_its_level CHECK (
  (kind = 'contact_confirmed' AND level = 1)
  OR (kind IN ('address_on_file', 'data_points_matched', 'three_points_matched', 'signed_in', 'permission_signed') AND level = 2)
  OR (kind IN ('document_checked', 'authority_checked', 'power_of_attorney', 'confirmed_by_person', 'declaration') AND level = 3)
);

-- 2. What a right can need at the least: a way that is no proof is no way.
CREATE FUNCTION habeas_ways_hold(level int, ways jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$
DECLARE way jsonb;
BEGIN
  IF ways IS NULL OR level = 0 THEN
    RETURN true;
  END IF;
  IF jsonb_typeof(ways) <> 'array' OR jsonb_array_length(ways) = 0 THEN
    RETURN false;
  END IF;
  FOR way IN SELECT * FROM jsonb_array_elements(ways) LOOP
    IF level >= 2 AND NOT way ?| ARRAY[
      'address_on_file', 'data_points_matched', 'three_points_matched', 'signed_in',
      'document_checked', 'authority_checked', 'power_of_attorney', 'confirmed_by_person'
    ] THEN
      RETURN false;
    END IF;
    IF level >= 3 AND jsonb_array_length(way) < 2 AND NOT way ?| ARRAY[
      'signed_in', 'document_checked', 'authority_checked', 'power_of_attorney', 'confirmed_by_person'
    ] THEN
      RETURN false;
    END IF;
  END LOOP;
  RETURN true;
END $$;
ALTER TABLE request_right ADD CONSTRAINT ways_hold CHECK (habeas_ways_hold(level_needed, ways));
ALTER TABLE request_right ADD CONSTRAINT contact_is_seldom_enough CHECK (
  level_needed >= 2 OR "right" IN (
    'marketing_objection', 'opt_out_sale_sharing', 'limit_sensitive', 'opt_out_ai_training', 'bias_report',
    'objection', 'withdraw_consent'
  )
);

-- Ways may be narrowed, never widened: each new one holds everything that an earlier one asked for.
CREATE OR REPLACE FUNCTION habeas_level_never_falls() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.level_needed < OLD.level_needed OR NEW.request_id <> OLD.request_id OR NEW."right" <> OLD."right" THEN
    RAISE EXCEPTION 'the proof a right needs may rise, never fall' USING ERRCODE = '42501';
  END IF;
  IF NEW.ways IS DISTINCT FROM OLD.ways AND (OLD.ways IS NOT NULL AND (NEW.ways IS NULL OR EXISTS (
    SELECT 1 FROM jsonb_array_elements(NEW.ways) made
    WHERE NOT EXISTS (SELECT 1 FROM jsonb_array_elements(OLD.ways) kept WHERE made.value @> kept.value)
  ))) THEN
    RAISE EXCEPTION 'the ways to prove a right may be narrowed, never widened' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- 3. Each proof is written by an event that is about this very kind.
CREATE OR REPLACE FUNCTION habeas_proof_has_event() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.seq = NEW.event_seq
      AND e.organisation_id = NEW.organisation_id AND CASE e.type
        WHEN 'ContactConfirmed' THEN NEW.kind = 'contact_confirmed'
        WHEN 'AddressChanged' THEN NEW.kind = 'contact_confirmed'
        WHEN 'ProofAccepted' THEN NEW.kind = e.payload ->> 'kind' AND NEW.kind <> 'contact_confirmed'
        WHEN 'ProofShown' THEN NEW.kind = e.payload ->> 'kind'
          AND NEW.kind IN ('data_points_matched', 'three_points_matched', 'signed_in', 'declaration')
        WHEN 'AddressRecognised' THEN NEW.kind = 'address_on_file'
        WHEN 'AuthorityConfirmed' THEN NEW.kind = 'confirmed_by_person' AND (e.payload ->> 'onFile')::boolean
        ELSE false
      END
  ) THEN
    RAISE EXCEPTION 'proof without the event that satisfied it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- 4. What stands: not found wrong since, not shown before the address was changed, not against the person's own word.
CREATE FUNCTION habeas_standing(request uuid, before_seq int) RETURNS text[] LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT p.kind), '{}') FROM proof p
  WHERE p.request_id = request AND p.event_seq < before_seq
    AND NOT EXISTS (
      SELECT 1 FROM event e
      WHERE e.chain_id = request AND e.seq < before_seq AND (
        (e.type = 'ProofRejected' AND e.payload ->> 'kind' = p.kind AND e.seq > p.event_seq)
        OR (e.type = 'AddressChanged' AND e.seq > p.event_seq)
        OR (e.type = 'AuthorityDenied' AND p.kind IN ('authority_checked', 'power_of_attorney', 'confirmed_by_person'))
      )
    )
$$;

CREATE OR REPLACE FUNCTION habeas_level_held(request uuid, before_seq int) RETURNS int LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN NOT 'contact_confirmed' = ANY (standing.kinds) THEN 0
    WHEN (SELECT relation FROM privacy_request WHERE id = request) NOT IN ('self', 'helper')
      AND NOT standing.kinds && ARRAY['authority_checked', 'power_of_attorney', 'confirmed_by_person'] THEN 1
    ELSE (
      SELECT coalesce(max(p.level), 0) FROM proof p WHERE p.request_id = request AND p.kind = ANY (standing.kinds)
    )
  END
  FROM (SELECT habeas_standing(request, before_seq) AS kinds) standing
$$;

-- Mirrors isSatisfied in lib/domain/verification.ts.
CREATE FUNCTION habeas_satisfied(request uuid, level int, ways jsonb, before_seq int) RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp AS $$
DECLARE standing text[]; held int;
BEGIN
  IF level = 0 THEN
    RETURN true;
  END IF;
  held := coalesce(habeas_level_held(request, before_seq), 0);
  IF held = 0 OR (held = 1 AND (SELECT relation FROM privacy_request WHERE id = request) NOT IN ('self', 'helper')) THEN
    RETURN false;
  END IF;
  IF ways IS NULL THEN
    RETURN held >= level;
  END IF;
  standing := habeas_standing(request, before_seq);
  RETURN EXISTS (
    SELECT 1 FROM jsonb_array_elements(ways) way
    WHERE NOT EXISTS (SELECT 1 FROM jsonb_array_elements_text(way.value) kind WHERE kind.value <> ALL (standing))
  );
END $$;

CREATE OR REPLACE FUNCTION habeas_gate(request uuid, before_seq int) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM request_right r WHERE r.request_id = request AND r.outcome IN ('granted', 'partly')
      AND NOT habeas_satisfied(request, r.level_needed, r.ways, before_seq)
  ) THEN
    RAISE EXCEPTION 'the gate is shut: this answer needs proof that the request does not hold' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM request_right r WHERE r.request_id = request)
    OR EXISTS (SELECT 1 FROM request_right r WHERE r.request_id = request AND r.outcome IS NULL) THEN
    RAISE EXCEPTION 'the gate is shut: a right is left without an outcome' USING ERRCODE = '42501';
  END IF;
END $$;

-- 5. Opening an answer. The proof must stand now, and something must have been shown anew within fifteen minutes, by an
-- earlier event, after everything that could have taken its worth. Mirrors lib/domain/delivery.ts.
CREATE FUNCTION habeas_delivery_needed(request uuid) RETURNS int LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN coalesce(max(level_needed), 0) > 1 THEN max(level_needed) ELSE 0 END
  FROM request_right WHERE request_id = request AND outcome IN ('granted', 'partly')
$$;

CREATE FUNCTION habeas_gate_delivery() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE needed int;
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM answer a JOIN privacy_request r ON r.id = a.request_id
    WHERE a.request_id = NEW.request_id AND a.released_at IS NOT NULL AND r.state IN ('answered', 'closed')
  ) THEN
    RAISE EXCEPTION 'the gate is shut: no answer was released' USING ERRCODE = '42501';
  END IF;
  PERFORM habeas_gate(NEW.request_id, NEW.seq);
  needed := habeas_delivery_needed(NEW.request_id);
  IF needed > 0 AND NOT EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.type = 'DeliveryProven' AND e.seq < NEW.seq
      AND NEW.at BETWEEN e.at AND e.at + interval '15 minutes' AND (e.payload ->> 'level')::int >= needed
      AND NOT EXISTS (
        SELECT 1 FROM event later WHERE later.chain_id = e.chain_id AND later.seq BETWEEN e.seq AND NEW.seq
          AND later.type IN ('AddressChanged', 'ProofRejected', 'AuthorityDenied')
      )
  ) THEN
    RAISE EXCEPTION 'the gate is shut: nothing was shown anew' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER gate_delivery BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'AnswerCollected')
  EXECUTE FUNCTION habeas_gate_delivery();

CREATE FUNCTION habeas_delivery_level(request uuid, factors jsonb, before_seq int) RETURNS int LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN (SELECT count(DISTINCT value) FROM jsonb_array_elements_text(factors)) > 1 THEN 3
    WHEN factors ?| ARRAY['matched', 'signed_in'] THEN 2
    WHEN factors ? 'code' THEN CASE WHEN 'address_on_file' = ANY (habeas_standing(request, before_seq)) THEN 2 ELSE 1 END
    ELSE 0
  END
$$;

-- What is said to have been shown anew was: a code that was used in this very transaction, a sign-in or a match that its
-- own event recorded a moment before.
CREATE FUNCTION habeas_delivery_is_proven() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE factors jsonb := NEW.payload -> 'by'; factor text;
BEGIN
  IF (NEW.payload ->> 'level')::int IS DISTINCT FROM habeas_delivery_level(NEW.request_id, factors, NEW.seq) THEN
    RAISE EXCEPTION 'what was shown anew is not worth this level' USING ERRCODE = '42501';
  END IF;
  FOR factor IN SELECT value FROM jsonb_array_elements_text(factors) LOOP
    IF NOT (CASE factor
      WHEN 'code' THEN EXISTS (
        SELECT 1 FROM challenge c WHERE c.request_id = NEW.request_id AND c.purpose = 'deliver'
          AND c.used_at BETWEEN NEW.at - interval '15 minutes' AND NEW.at
      )
      WHEN 'desk_code' THEN EXISTS (
        SELECT 1 FROM challenge c WHERE c.request_id = NEW.request_id AND c.purpose = 'desk_code'
          AND c.used_at BETWEEN NEW.at - interval '15 minutes' AND NEW.at
      )
      WHEN 'signed_in' THEN EXISTS (
        SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.seq < NEW.seq AND e.type = 'ProofShown'
          AND e.payload ->> 'kind' = 'signed_in' AND e.at >= NEW.at - interval '15 minutes'
      )
      WHEN 'matched' THEN EXISTS (
        SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.seq < NEW.seq AND e.type = 'ProofShown'
          AND e.payload ->> 'kind' IN ('data_points_matched', 'three_points_matched')
          AND e.at >= NEW.at - interval '15 minutes'
      )
      ELSE false
    END) THEN
      RAISE EXCEPTION 'nothing shows that % was shown anew', factor USING ERRCODE = '42501';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER delivery_is_proven BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'DeliveryProven')
  EXECUTE FUNCTION habeas_delivery_is_proven();

-- 6. Who asked stays, but for an address that was changed and confirmed: the newest event says so, in this transaction.
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
    AND (SELECT e.type FROM event e WHERE e.chain_id = OLD.id ORDER BY e.seq DESC LIMIT 1) = 'AddressChanged' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'who asked, and the key to their words, stay until the request is purged' USING ERRCODE = '42501';
END $$;

-- 7. A purge leaves neither the other addresses of letters nor the network behind.
CREATE OR REPLACE FUNCTION habeas_purge_is_whole() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM privacy_request r WHERE r.id = NEW.request_id AND num_nonnulls(
      r.wrapped_key, r.person, r.details, r.email_index, r.name_index, r.source_index) > 0
  ) OR EXISTS (SELECT 1 FROM message m WHERE m.request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM answer a WHERE a.request_id = NEW.request_id AND a.body IS NOT NULL)
    OR EXISTS (SELECT 1 FROM letter l WHERE l.request_id = NEW.request_id AND num_nonnulls(l.note, l.text, l.address) > 0)
    OR EXISTS (SELECT 1 FROM stored_file f WHERE f.request_id = NEW.request_id AND num_nonnulls(f.name, f.file_key) > 0)
    OR EXISTS (SELECT 1 FROM challenge c WHERE c.request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM person_session s WHERE s.request_id = NEW.request_id)
  THEN
    RAISE EXCEPTION 'a purge leaves nothing personal behind' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;

-- 8. A request whose proof never came ends like one whose address was never confirmed, and may be opened again by proof.
CREATE OR REPLACE FUNCTION habeas_purge_is_due() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE request record; ended record; months int;
BEGIN
  SELECT r.state, o.profile INTO request
  FROM privacy_request r JOIN organisation o ON o.id = r.organisation_id
  WHERE r.id = NEW.request_id;
  -- An answer that was closed later counts from its closing.
  SELECT e.type, e.seq, e.day INTO ended FROM event e
  WHERE e.chain_id = NEW.request_id
    AND e.type IN ('AnswerReleased', 'RequestClosed', 'RequestWithdrawn', 'RequestLapsed', 'ProofLapsed')
  ORDER BY e.seq DESC LIMIT 1;
  IF ended.type IS NULL OR request.state IS DISTINCT FROM (CASE ended.type
    WHEN 'AnswerReleased' THEN 'answered' WHEN 'RequestClosed' THEN 'closed'
    WHEN 'RequestWithdrawn' THEN 'withdrawn' ELSE 'lapsed' END)
    OR (ended.type IN ('RequestLapsed', 'ProofLapsed') AND EXISTS (
      SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.seq > ended.seq
        AND e.type IN ('ContactConfirmed', 'ProofShown', 'MessageReceived')
    )) THEN
    RAISE EXCEPTION 'a request that has not ended is not purged' USING ERRCODE = '42501';
  END IF;
  months := greatest(
    (request.profile ->> 'requestRetentionMonths')::int,
    CASE WHEN request.profile -> 'regimes' ?| ARRAY['us_ca_ccpa', 'us_co_cpa'] THEN 24 ELSE 0 END
  );
  IF months IS NULL OR NEW.day <= ended.day + make_interval(months => months) THEN
    RAISE EXCEPTION 'what this request holds is kept until its time is over' USING ERRCODE = '42501';
  END IF;
  IF EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.seq > ended.seq AND e.type = 'MessageReceived'
      AND NOT EXISTS (
        SELECT 1 FROM event later WHERE later.chain_id = e.chain_id AND later.seq > e.seq
          AND later.type IN ('MessageSent', 'NoteAdded', 'RequestClosed')
      )
  ) THEN
    RAISE EXCEPTION 'the person wrote last, and nobody has dealt with it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- 9. A challenge opens the door it was made for.
ALTER TABLE challenge ADD CONSTRAINT purpose_is_known CHECK (
  purpose IN ('confirm', 'open', 'deliver', 'new_address', 'authorise', 'desk_code')
);

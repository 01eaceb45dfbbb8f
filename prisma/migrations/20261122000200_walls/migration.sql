-- The walls that hold whatever the code above does: tenants apart, the record append-only, no answer without proof.

-- 1. Tenants apart. The owner is forced too, forgetting to set the organisation yields nothing.
CREATE FUNCTION habeas_organisation() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.organisation', true), '')::uuid
$$;

DO $$
DECLARE walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY[
    'privacy_request', 'request_right', 'event', 'proof', 'message', 'stored_file', 'answer',
    'letter', 'challenge', 'person_session', 'kept_form'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I USING (organisation_id = habeas_organisation()) WITH CHECK (organisation_id = habeas_organisation())',
      walled
    );
  END LOOP;
END $$;

-- A membership is seen by its organisation, and by its holder at sign-in, who does not know the organisation yet.
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON membership
  USING (organisation_id = habeas_organisation() OR staff_id::text = current_setting('app.staff', true))
  WITH CHECK (organisation_id = habeas_organisation());

-- A request and its first event name each other, so the foreign keys are checked at commit.
DO $$
DECLARE child text;
BEGIN
  FOREACH child IN ARRAY ARRAY[
    'request_right', 'event', 'proof', 'message', 'stored_file', 'answer', 'letter', 'challenge', 'person_session'
  ] LOOP
    EXECUTE format(
      'ALTER TABLE %I ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED',
      child, child || '_request'
    );
  END LOOP;
END $$;

-- 2. The record is append-only, and a link of the chain fits the one before it.
CREATE FUNCTION habeas_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION habeas_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION habeas_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON checkpoint FOR EACH ROW EXECUTE FUNCTION habeas_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON checkpoint FOR EACH STATEMENT EXECUTE FUNCTION habeas_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON proof FOR EACH ROW EXECUTE FUNCTION habeas_append_only();

CREATE FUNCTION habeas_chain_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  SELECT seq, hash INTO last FROM event WHERE chain_id = NEW.chain_id ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last.seq, 0) + 1 OR NEW.previous_hash <> coalesce(last.hash, repeat('0', 64)) THEN
    RAISE EXCEPTION 'event % of chain % does not follow the one before it', NEW.seq, NEW.chain_id USING ERRCODE = '23514';
  END IF;
  IF NEW.chain_id <> coalesce(NEW.request_id, NEW.organisation_id) THEN
    RAISE EXCEPTION 'event hangs on a foreign chain' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER chain_link BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION habeas_chain_link();

-- 3. The gate. Levels: 0 none, 1 contact confirmed, 2 matched or signed in, 3 document or declaration.
-- Asking for proof is forbidden only where the law forbids it, everything else starts at a confirmed address.
ALTER TABLE request_right ADD CONSTRAINT level_is_known CHECK (level_needed BETWEEN 0 AND 3);
ALTER TABLE request_right ADD CONSTRAINT only_opt_outs_need_no_proof CHECK (
  level_needed >= 1 OR "right" IN ('marketing_objection', 'opt_out_sale_sharing', 'limit_sensitive', 'opt_out_ai_training', 'bias_report')
);
ALTER TABLE request_right ADD CONSTRAINT outcome_is_known CHECK (outcome IN ('granted', 'partly', 'refused'));
ALTER TABLE request_right ADD CONSTRAINT refusal_has_ground CHECK (outcome IS NULL OR outcome = 'granted' OR ground IS NOT NULL);
ALTER TABLE proof ADD CONSTRAINT proof_kind_has_its_level CHECK (
  (kind = 'contact_confirmed' AND level = 1)
  OR (kind IN ('address_on_file', 'data_points_matched', 'signed_in') AND level = 2)
  OR (kind IN ('document_checked', 'authority_checked', 'declaration') AND level = 3)
);
ALTER TABLE answer ADD CONSTRAINT four_eyes CHECK (released_by IS NULL OR released_by <> prepared_by);
ALTER TABLE answer ADD CONSTRAINT release_is_whole CHECK ((released_by IS NULL) = (released_at IS NULL));

CREATE FUNCTION habeas_level_never_falls() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.level_needed < OLD.level_needed OR NEW.request_id <> OLD.request_id OR NEW."right" <> OLD."right" THEN
    RAISE EXCEPTION 'the proof a right needs may rise, never fall' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER level_never_falls BEFORE UPDATE ON request_right FOR EACH ROW EXECUTE FUNCTION habeas_level_never_falls();

-- A proof is written by the event that satisfied it, of this very request.
CREATE FUNCTION habeas_proof_has_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.seq = NEW.event_seq
      AND e.organisation_id = NEW.organisation_id AND e.type IN ('ContactConfirmed', 'ProofAccepted')
  ) THEN
    RAISE EXCEPTION 'proof without the event that satisfied it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE CONSTRAINT TRIGGER proof_has_event AFTER INSERT ON proof DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION habeas_proof_has_event();

-- Highest level proven for a request by events before `before_seq`. Above level 1 the address must be confirmed as well:
-- who the person is says nothing about who reads this mailbox.
CREATE FUNCTION habeas_level_held(request uuid, before_seq int) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN bool_or(kind = 'contact_confirmed') THEN coalesce(max(level), 0) ELSE 0 END
  FROM proof WHERE request_id = request AND event_seq < before_seq
$$;

CREATE FUNCTION habeas_gate(request uuid, before_seq int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM request_right r WHERE r.request_id = request AND r.outcome IN ('granted', 'partly')
      AND r.level_needed > coalesce(habeas_level_held(request, before_seq), 0)
  ) THEN
    RAISE EXCEPTION 'the gate is shut: this answer needs proof that the request does not hold' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM request_right r WHERE r.request_id = request)
    OR EXISTS (SELECT 1 FROM request_right r WHERE r.request_id = request AND r.outcome IS NULL) THEN
    RAISE EXCEPTION 'the gate is shut: a right is left without an outcome' USING ERRCODE = '42501';
  END IF;
END $$;

-- Reaching `answered` needs the proof, and an answer released by a second person.
CREATE FUNCTION habeas_gate_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'answered' AND (TG_OP = 'INSERT' OR OLD.state <> 'answered') THEN
    PERFORM habeas_gate(NEW.id, NEW.version);
    IF NOT EXISTS (SELECT 1 FROM answer a WHERE a.request_id = NEW.id AND a.released_at IS NOT NULL AND a.returned_at IS NULL) THEN
      RAISE EXCEPTION 'the gate is shut: no released answer' USING ERRCODE = '42501';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER gate AFTER INSERT OR UPDATE ON privacy_request DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION habeas_gate_request();

-- Releasing the answer itself is guarded too: files are served only from a released answer.
CREATE FUNCTION habeas_gate_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.released_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.released_at IS NULL) THEN
    PERFORM habeas_gate(NEW.request_id, (SELECT version FROM privacy_request WHERE id = NEW.request_id));
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.released_at IS NOT NULL AND (NEW.released_at, NEW.released_by, NEW.prepared_by) IS DISTINCT FROM (OLD.released_at, OLD.released_by, OLD.prepared_by) THEN
    RAISE EXCEPTION 'a released answer stays as it was' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER gate AFTER INSERT OR UPDATE ON answer DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION habeas_gate_answer();

-- After release nothing about what was answered may be turned.
CREATE FUNCTION habeas_outcome_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.outcome IS NOT NULL AND NEW.outcome IS DISTINCT FROM OLD.outcome
    AND (SELECT state FROM privacy_request WHERE id = OLD.request_id) IN ('answered', 'closed') THEN
    RAISE EXCEPTION 'the outcome was released and stays' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_stays BEFORE UPDATE ON request_right FOR EACH ROW EXECUTE FUNCTION habeas_outcome_stays();

-- 4. The state column knows the states of lib/domain/lifecycle.ts and no others.
ALTER TABLE privacy_request ADD CONSTRAINT state_is_known CHECK (state IN (
  'unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared', 'answered', 'closed', 'withdrawn', 'lapsed'
));

-- 5. Jobs are owed in the transaction of the change. The queue belongs to the owner, the app may only add to it.
CREATE FUNCTION habeas_enqueue(task text, payload json, job_key text, run_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at := run_at, job_key := job_key, max_attempts := 25);
END $$;

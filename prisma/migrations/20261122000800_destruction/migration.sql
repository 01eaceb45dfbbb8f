-- What a person told us goes when its time is over, and not a day before, whatever the code above does. Nothing here can
-- be emptied, overwritten or taken away unless the record says first, lawfully, that it is destroyed.

-- 1. The end of a chain. After it nothing happens to the request any more.
CREATE OR REPLACE FUNCTION habeas_chain_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  SELECT seq, hash, type INTO last FROM event WHERE chain_id = NEW.chain_id ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last.seq, 0) + 1 OR NEW.previous_hash <> coalesce(last.hash, repeat('0', 64)) THEN
    RAISE EXCEPTION 'event % of chain % does not follow the one before it', NEW.seq, NEW.chain_id USING ERRCODE = '23514';
  END IF;
  IF NEW.chain_id <> coalesce(NEW.request_id, NEW.organisation_id) THEN
    RAISE EXCEPTION 'event hangs on a foreign chain' USING ERRCODE = '23514';
  END IF;
  IF last.type = 'RequestPurged' THEN
    RAISE EXCEPTION 'nothing happens to a purged request any more' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION habeas_purged(request uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM event WHERE chain_id = request AND type = 'RequestPurged')
$$;

-- 2. When a purge may be written down: the request ended, its months are over, nobody's last word is unheard.
-- Mirrors retention_over in lib/domain/lifecycle-needs.ts and keptUntil in lib/domain/request-retention.ts.
CREATE FUNCTION habeas_purge_is_due() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE request record; ended record; months int;
BEGIN
  SELECT r.state, o.profile INTO request
  FROM privacy_request r JOIN organisation o ON o.id = r.organisation_id
  WHERE r.id = NEW.request_id;
  -- An answer that was closed later counts from its closing.
  SELECT e.type, e.seq, e.day INTO ended FROM event e
  WHERE e.chain_id = NEW.request_id
    AND e.type IN ('AnswerReleased', 'RequestClosed', 'RequestWithdrawn', 'RequestLapsed')
  ORDER BY e.seq DESC LIMIT 1;
  IF ended.type IS NULL OR request.state IS DISTINCT FROM (CASE ended.type
    WHEN 'AnswerReleased' THEN 'answered' WHEN 'RequestClosed' THEN 'closed'
    WHEN 'RequestWithdrawn' THEN 'withdrawn' ELSE 'lapsed' END)
    OR (ended.type = 'RequestLapsed' AND EXISTS (
      SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.seq > ended.seq AND e.type = 'ContactConfirmed'
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
CREATE TRIGGER purge_is_due BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'RequestPurged')
  EXECUTE FUNCTION habeas_purge_is_due();

-- The record never says "destroyed" of what is still there: by the end of the transaction it must be gone.
CREATE FUNCTION habeas_purge_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM privacy_request r WHERE r.id = NEW.request_id AND num_nonnulls(
      r.wrapped_key, r.person, r.details, r.email_index, r.name_index) > 0
  ) OR EXISTS (SELECT 1 FROM message m WHERE m.request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM answer a WHERE a.request_id = NEW.request_id AND a.body IS NOT NULL)
    OR EXISTS (SELECT 1 FROM letter l WHERE l.request_id = NEW.request_id AND num_nonnulls(l.note, l.text) > 0)
    OR EXISTS (SELECT 1 FROM stored_file f WHERE f.request_id = NEW.request_id AND num_nonnulls(f.name, f.file_key) > 0)
    OR EXISTS (SELECT 1 FROM challenge c WHERE c.request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM person_session s WHERE s.request_id = NEW.request_id)
  THEN
    RAISE EXCEPTION 'a purge leaves nothing personal behind' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER purge_is_whole AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.type = 'RequestPurged') EXECUTE FUNCTION habeas_purge_is_whole();

-- 3. Files that go earlier, each named by its event: identity papers once they are rejected, nothing is owed any more or
-- 30 days are over (a day of slack: the file carries an instant, the event the organisation's day), files of an answer
-- 90 days after closing. Mirrors lib/domain/file-retention.ts.
CREATE FUNCTION habeas_files_are_due() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE request record; due int;
BEGIN
  SELECT r.state, r.closed_on INTO request FROM privacy_request r WHERE r.id = NEW.request_id;
  SELECT count(*) INTO due FROM stored_file f
  WHERE f.request_id = NEW.request_id AND NEW.payload -> 'fileIds' ? f.id::text AND CASE NEW.payload ->> 'kind'
    WHEN 'identity_documents' THEN f.purpose = 'proof' AND (
      request.state IN ('answered', 'closed', 'withdrawn', 'lapsed')
      OR NEW.day >= f.at::date + 29
      OR EXISTS (
        SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id
          AND e.type = 'ProofRejected' AND e.at >= f.at
      )
    )
    WHEN 'answer_files' THEN f.purpose = 'answer' AND request.state IN ('closed', 'withdrawn', 'lapsed')
      AND NEW.day > request.closed_on + 90
    ELSE false
  END;
  IF due = 0 OR due <> jsonb_array_length(NEW.payload -> 'fileIds') THEN
    RAISE EXCEPTION 'these files are kept until their time is over' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER files_are_due BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'FilesDestroyed')
  EXECUTE FUNCTION habeas_files_are_due();

CREATE FUNCTION habeas_file_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- The row is what finds the bytes: it goes last.
    IF OLD.destroyed_at IS NULL OR NOT habeas_purged(OLD.request_id) THEN
      RAISE EXCEPTION 'a file stays until its request is purged and its bytes are gone' USING ERRCODE = '42501';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW.id, NEW.organisation_id, NEW.request_id, NEW.purpose, NEW.media_type, NEW.size, NEW.digest, NEW.at)
      <> (OLD.id, OLD.organisation_id, OLD.request_id, OLD.purpose, OLD.media_type, OLD.size, OLD.digest, OLD.at)
    OR (NEW.message_id, NEW.answer_id) IS DISTINCT FROM (OLD.message_id, OLD.answer_id)
    OR (OLD.destroyed_at IS NOT NULL AND NEW.destroyed_at IS DISTINCT FROM OLD.destroyed_at)
    OR (NEW.destroyed_at IS NOT NULL AND NEW.file_key IS NOT NULL) THEN
    RAISE EXCEPTION 'a stored file stays as it came' USING ERRCODE = '42501';
  END IF;
  IF (NEW.name, NEW.file_key) IS DISTINCT FROM (OLD.name, OLD.file_key) AND NOT (
    num_nonnulls(NEW.name, NEW.file_key) = 0 AND (habeas_purged(OLD.request_id) OR EXISTS (
      SELECT 1 FROM event e WHERE e.chain_id = OLD.request_id AND e.type = 'FilesDestroyed'
        AND e.payload -> 'fileIds' ? OLD.id::text
    ))
  ) THEN
    RAISE EXCEPTION 'a file is destroyed only after the record says so' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER file_stays BEFORE UPDATE OR DELETE ON stored_file FOR EACH ROW EXECUTE FUNCTION habeas_file_stays();

-- 4. Words and names. They are written once; the only change they know is to be destroyed with their request.
CREATE FUNCTION habeas_person_stays() RETURNS trigger LANGUAGE plpgsql AS $$
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
  RAISE EXCEPTION 'who asked, and the key to their words, stay until the request is purged' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER person_stays BEFORE UPDATE ON privacy_request FOR EACH ROW WHEN (
  (NEW.wrapped_key, NEW.key_id, NEW.person, NEW.details, NEW.email_index, NEW.name_index)
    IS DISTINCT FROM (OLD.wrapped_key, OLD.key_id, OLD.person, OLD.details, OLD.email_index, OLD.name_index)
) EXECUTE FUNCTION habeas_person_stays();

CREATE FUNCTION habeas_message_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND habeas_purged(OLD.request_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'what was written stays until its request is purged' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER message_stays BEFORE UPDATE OR DELETE ON message FOR EACH ROW EXECUTE FUNCTION habeas_message_stays();

CREATE FUNCTION habeas_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.body IS NULL AND habeas_purged(OLD.request_id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the words of an answer stay until its request is purged' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER answer_stays BEFORE UPDATE ON answer FOR EACH ROW WHEN (NEW.body IS DISTINCT FROM OLD.body)
  EXECUTE FUNCTION habeas_answer_stays();

-- A letter's secrets go when it is settled; the text that was sent is evidence.
CREATE FUNCTION habeas_letter_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF habeas_purged(OLD.request_id) THEN
    RETURN NEW;
  END IF;
  IF (OLD.text IS NOT NULL AND NEW.text IS DISTINCT FROM OLD.text)
    OR (OLD.note IS NOT NULL AND NEW.note IS NULL AND NEW.status NOT IN ('sent', 'failed')) THEN
    RAISE EXCEPTION 'what a letter said stays until its request is purged' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER letter_stays BEFORE UPDATE ON letter FOR EACH ROW
  WHEN ((NEW.text, NEW.note) IS DISTINCT FROM (OLD.text, OLD.note)) EXECUTE FUNCTION habeas_letter_stays();

-- 5. What is left at the end stays: no row of the skeleton is ever taken away, and nothing is emptied at a stroke.
CREATE FUNCTION habeas_row_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of a request stay: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['privacy_request', 'answer', 'letter'] LOOP
    EXECUTE format('CREATE TRIGGER row_stays BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION habeas_row_stays()', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['privacy_request', 'answer', 'letter', 'message', 'stored_file'] LOOP
    EXECUTE format('CREATE TRIGGER rows_stay BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION habeas_row_stays()', kept);
  END LOOP;
END $$;

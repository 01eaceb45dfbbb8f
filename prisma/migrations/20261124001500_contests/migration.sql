-- An appeal, a grievance or a complaint runs beside its request under a clock of its own; decision 055.
ALTER TABLE "privacy_request" ADD COLUMN "contest" TEXT, ADD COLUMN "contest_due_on" DATE;
ALTER TABLE privacy_request ADD CONSTRAINT contest_is_known CHECK (contest IN ('appeal', 'grievance', 'complaint'));
-- Few requests have one: the list of what is open reads these alone.
CREATE INDEX privacy_request_contested ON privacy_request (organisation_id, contest_due_on, id) WHERE contest IS NOT NULL;

-- 1. Whoever prepared or released an answer judged it once; somebody else decides what is said against it. A reversal is
-- about an answer that is out. Mirrors contest_by_other_eyes in lib/domain/lifecycle-needs.ts.
CREATE FUNCTION habeas_contest_by_other_eyes() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.actor_kind <> 'staff' OR NEW.actor_id IS NULL OR EXISTS (
    SELECT 1 FROM answer a WHERE a.request_id = NEW.request_id AND a.returned_at IS NULL
      AND NEW.actor_id IN (a.prepared_by::text, a.released_by::text)
  ) THEN
    RAISE EXCEPTION 'whoever prepared or released the answer does not decide about it' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.type = 'ContestOpened'
      AND e.payload ->> 'contest' = NEW.payload ->> 'contest'
      AND NOT EXISTS (
        SELECT 1 FROM event later WHERE later.chain_id = e.chain_id AND later.seq > e.seq
          AND later.type IN ('ContestDecided', 'AnswerReversed')
          AND later.payload ->> 'contest' = e.payload ->> 'contest'
      )
  ) THEN
    RAISE EXCEPTION 'nothing is decided that nobody asked' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contest_by_other_eyes BEFORE INSERT ON event FOR EACH ROW
  WHEN (NEW.type IN ('ContestDecided', 'AnswerReversed')) EXECUTE FUNCTION habeas_contest_by_other_eyes();

-- 2. Only a reversal leads back from an answer: no other step, and no hand in the table, opens what was answered.
CREATE FUNCTION habeas_answer_stays_out() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.state IN ('answered', 'closed') AND NEW.state NOT IN ('answered', 'closed') AND NOT EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.id AND e.seq = NEW.version AND e.type = 'AnswerReversed'
  ) THEN
    RAISE EXCEPTION 'what was answered stays answered unless the answer is reversed' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER answer_stays_out AFTER UPDATE ON privacy_request DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION habeas_answer_stays_out();

-- 3. Nothing is destroyed while somebody waits for a decision. Mirrors retention_over.
CREATE FUNCTION habeas_contest_holds() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.type = 'ContestOpened' AND NOT EXISTS (
      SELECT 1 FROM event later WHERE later.chain_id = e.chain_id AND later.seq > e.seq
        AND later.type IN ('ContestDecided', 'AnswerReversed')
        AND later.payload ->> 'contest' = e.payload ->> 'contest'
    )
  ) THEN
    RAISE EXCEPTION 'an appeal or a complaint is open' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contest_holds BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'RequestPurged')
  EXECUTE FUNCTION habeas_contest_holds();

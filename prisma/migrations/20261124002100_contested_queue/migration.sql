-- What is contested stands in the queue and is swept like an answer, whatever state its request is in. Decision 061.
ALTER TABLE "privacy_request" ADD COLUMN "contest_standing" JSONB, ADD COLUMN "next_due_on" DATE;

-- The first day by which something of a request is owed: its answer while one is owed, the decision about what is open.
-- Kept by the database, so that no writer can forget it; mirrors `queueDays` in lib/domain/queue-days.ts.
CREATE FUNCTION habeas_next_due() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.next_due_on := least(
    CASE WHEN NEW.state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared') THEN NEW.due_on END,
    CASE WHEN NEW.contest IS NOT NULL THEN NEW.contest_due_on END
  );
  RETURN NEW;
END $$;
CREATE TRIGGER next_due BEFORE INSERT OR UPDATE OF state, due_on, contest, contest_due_on ON privacy_request
  FOR EACH ROW EXECUTE FUNCTION habeas_next_due();

DO $$
DECLARE each_one uuid;
BEGIN
  -- The owner is held to one organisation at a time like everybody else.
  FOR each_one IN SELECT id FROM organisation LOOP
    PERFORM set_config('app.organisation', each_one::text, true);
    -- What no law dates has our own day from now on; the first sweep looks at each and writes down the right one.
    UPDATE privacy_request r SET
      contest_due_on = coalesce(r.contest_due_on, opened.first_day + 30),
      contest_standing = opened.standing,
      notice_on = r.received_on
    FROM (
      SELECT o.chain_id, min(o.day) AS first_day, jsonb_agg(jsonb_build_object(
          'kind', o.payload ->> 'contest', 'dueOn', coalesce(q.contest_due_on, o.day + 30),
          'warnedFor', null, 'warnedBefore', null, 'escalatedFor', null
        ) ORDER BY o.seq) AS standing
      FROM event o JOIN privacy_request q ON q.id = o.chain_id
      WHERE o.type = 'ContestOpened' AND q.contest IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM event d WHERE d.chain_id = o.chain_id AND d.seq > o.seq
          AND d.type IN ('ContestDecided', 'AnswerReversed') AND d.payload ->> 'contest' = o.payload ->> 'contest'
      )
      GROUP BY o.chain_id
    ) opened WHERE opened.chain_id = r.id;
    UPDATE privacy_request SET next_due_on = least(
      CASE WHEN state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared') THEN due_on END,
      CASE WHEN contest IS NOT NULL THEN contest_due_on END
    ) WHERE contest IS NOT NULL
      OR state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');
  END LOOP;
  PERFORM set_config('app.organisation', '', true);
END $$;

-- The views of dates are read in the order of what is owed first, the view of what is contested in the order of its own days.
CREATE INDEX queue_next ON privacy_request (organisation_id, next_due_on, id) INCLUDE (state) WHERE next_due_on IS NOT NULL;
-- The same by the desk's own date, where it set one that is earlier.
CREATE INDEX queue_next_own ON privacy_request
  (organisation_id, (CASE WHEN internal_on < next_due_on THEN internal_on ELSE next_due_on END), id)
  INCLUDE (state, next_due_on) WHERE next_due_on IS NOT NULL;
DROP INDEX privacy_request_contested;
CREATE INDEX queue_contested ON privacy_request
  (organisation_id, (CASE WHEN contest_due_on IS NULL THEN DATE '9999-12-31' ELSE contest_due_on END), id)
  INCLUDE (contest, state)
  WHERE contest IS NOT NULL;

-- What staff took down is decided by other eyes and holds the purge like what the person sent.
CREATE OR REPLACE FUNCTION habeas_contest_by_other_eyes() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.actor_kind <> 'staff' OR NEW.actor_id IS NULL OR EXISTS (
    SELECT 1 FROM answer a WHERE a.request_id = NEW.request_id AND a.returned_at IS NULL
      AND NEW.actor_id IN (a.prepared_by::text, a.released_by::text)
  ) THEN
    RAISE EXCEPTION 'whoever prepared or released the answer does not decide about it' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.type IN ('ContestOpened', 'ContestEntered')
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
CREATE OR REPLACE FUNCTION habeas_contest_holds() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id AND e.type IN ('ContestOpened', 'ContestEntered') AND NOT EXISTS (
      SELECT 1 FROM event later WHERE later.chain_id = e.chain_id AND later.seq > e.seq
        AND later.type IN ('ContestDecided', 'AnswerReversed')
        AND later.payload ->> 'contest' = e.payload ->> 'contest'
    )
  ) THEN
    RAISE EXCEPTION 'an appeal or a complaint is open' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

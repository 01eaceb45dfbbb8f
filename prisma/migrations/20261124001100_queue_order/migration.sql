-- The queue stays as fast as it was on its first day: every view is read in its own order, oldest duty first, from an index
-- that holds only what the view holds. One key for the order: the date (far away where the clock stands still), then the
-- id. Ended requests pile up for years, open ones do not: they never stand in the same index. Only b-tree comparisons of
-- dates, ids and texts are in here, because row-level security lets no other condition reach an index. Decision 051.

-- Out of the work until that day; a date of law does not wait with it.
ALTER TABLE "privacy_request" ADD COLUMN "snoozed_until" DATE;

DROP INDEX "privacy_request_organisation_id_proven_due_on_id_idx";
DROP INDEX "privacy_request_organisation_id_assigned_to_due_on_idx";

CREATE INDEX queue_owing ON privacy_request (organisation_id, (coalesce(due_on, DATE '9999-12-31')), id)
  INCLUDE (state, proven, snoozed_until, due_on)
  WHERE state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');
CREATE INDEX queue_work ON privacy_request (organisation_id, (coalesce(due_on, DATE '9999-12-31')), id)
  INCLUDE (state, snoozed_until)
  WHERE state IN ('open', 'in_progress', 'waiting_for_person', 'answer_prepared')
    AND (proven <> 'none' OR state = 'answer_prepared');
CREATE INDEX queue_unassigned ON privacy_request (organisation_id, (coalesce(due_on, DATE '9999-12-31')), id)
  INCLUDE (state, proven, snoozed_until)
  WHERE assigned_to IS NULL
    AND state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');
CREATE INDEX queue_unproven ON privacy_request (organisation_id, (coalesce(due_on, DATE '9999-12-31')), id)
  WHERE state IN ('open', 'in_progress', 'waiting_for_person') AND proven = 'none';
CREATE INDEX queue_snoozed ON privacy_request (organisation_id, (coalesce(due_on, DATE '9999-12-31')), id)
  INCLUDE (snoozed_until, state)
  WHERE snoozed_until IS NOT NULL
    AND state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');
CREATE INDEX queue_done ON privacy_request (organisation_id, (coalesce(due_on, DATE '9999-12-31')), id)
  WHERE state IN ('answered', 'closed', 'withdrawn', 'lapsed');
CREATE INDEX queue_state ON privacy_request (organisation_id, state, (coalesce(due_on, DATE '9999-12-31')), id)
  INCLUDE (proven, snoozed_until);

-- One for what is still owed and one for what ended: an owner's or a country's past is long, their present is short.
CREATE INDEX queue_owner ON privacy_request (organisation_id, assigned_to, (coalesce(due_on, DATE '9999-12-31')), id)
  INCLUDE (state, proven, snoozed_until)
  WHERE state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');
CREATE INDEX queue_owner_done ON privacy_request (organisation_id, assigned_to, (coalesce(due_on, DATE '9999-12-31')), id)
  WHERE state IN ('answered', 'closed', 'withdrawn', 'lapsed');
CREATE INDEX queue_place ON privacy_request (organisation_id, country, (coalesce(due_on, DATE '9999-12-31')), id)
  WHERE state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');
CREATE INDEX queue_place_done ON privacy_request (organisation_id, country, (coalesce(due_on, DATE '9999-12-31')), id)
  WHERE state IN ('answered', 'closed', 'withdrawn', 'lapsed');

-- Which right is asked stands in rows of its own. What the order needs is copied there by the database itself, so that no
-- writer can forget it.
ALTER TABLE "request_right" ADD COLUMN "due_on" DATE, ADD COLUMN "ended" BOOLEAN NOT NULL DEFAULT false;

CREATE FUNCTION habeas_right_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE request_right SET due_on = NEW.due_on, ended = NEW.state IN ('answered', 'closed', 'withdrawn', 'lapsed')
  WHERE request_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER right_follows AFTER UPDATE ON privacy_request FOR EACH ROW WHEN (
  NEW.due_on IS DISTINCT FROM OLD.due_on
  OR (NEW.state IN ('answered', 'closed', 'withdrawn', 'lapsed')) <> (OLD.state IN ('answered', 'closed', 'withdrawn', 'lapsed'))
) EXECUTE FUNCTION habeas_right_follows();

CREATE FUNCTION habeas_right_begins() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  SELECT r.due_on, r.state IN ('answered', 'closed', 'withdrawn', 'lapsed') INTO NEW.due_on, NEW.ended
  FROM privacy_request r WHERE r.id = NEW.request_id;
  NEW.ended := coalesce(NEW.ended, false);
  RETURN NEW;
END $$;
CREATE TRIGGER right_begins BEFORE INSERT ON request_right FOR EACH ROW EXECUTE FUNCTION habeas_right_begins();

DO $$
DECLARE each_one uuid;
BEGIN
  -- The owner is held to one organisation at a time like everybody else.
  FOR each_one IN SELECT id FROM organisation LOOP
    PERFORM set_config('app.organisation', each_one::text, true);
    UPDATE request_right k SET due_on = r.due_on, ended = r.state IN ('answered', 'closed', 'withdrawn', 'lapsed')
    FROM privacy_request r WHERE r.id = k.request_id;
  END LOOP;
  PERFORM set_config('app.organisation', '', true);
END $$;

CREATE INDEX queue_right ON request_right (organisation_id, "right", ended, (coalesce(due_on, DATE '9999-12-31')), request_id);

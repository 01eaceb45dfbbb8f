-- PostgreSQL holds "coalesce" for something that might leak what the wall hides, and "case" not: behind row-level security only
-- the latter may narrow an index. The same indexes, in the same order, written so.
DROP INDEX queue_owing, queue_work, queue_unassigned, queue_unproven, queue_snoozed, queue_done, queue_state, queue_owner, queue_owner_done, queue_place, queue_place_done, queue_right;

CREATE INDEX queue_owing ON privacy_request
  (organisation_id, (CASE WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), id)
  INCLUDE (state, proven, snoozed_until, due_on)
  WHERE state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');
CREATE INDEX queue_work ON privacy_request
  (organisation_id, (CASE WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), id)
  INCLUDE (state, snoozed_until)
  WHERE state IN ('open', 'in_progress', 'waiting_for_person', 'answer_prepared')
    AND (proven <> 'none' OR state = 'answer_prepared');
CREATE INDEX queue_unassigned ON privacy_request
  (organisation_id, (CASE WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), id)
  INCLUDE (state, proven, snoozed_until)
  WHERE assigned_to IS NULL
    AND state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');
CREATE INDEX queue_unproven ON privacy_request
  (organisation_id, (CASE WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), id)
  WHERE state IN ('open', 'in_progress', 'waiting_for_person') AND proven = 'none';
CREATE INDEX queue_snoozed ON privacy_request
  (organisation_id, (CASE WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), id)
  INCLUDE (snoozed_until, state)
  WHERE snoozed_until IS NOT NULL
    AND state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');
CREATE INDEX queue_done ON privacy_request
  (organisation_id, (CASE WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), id)
  WHERE state IN ('answered', 'closed', 'withdrawn', 'lapsed');
CREATE INDEX queue_state ON privacy_request
  (organisation_id, state, (CASE WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), id)
  INCLUDE (proven, snoozed_until);
CREATE INDEX queue_owner ON privacy_request
  (organisation_id, assigned_to, (CASE WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), id)
  INCLUDE (state, proven, snoozed_until)
  WHERE state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');
CREATE INDEX queue_owner_done ON privacy_request
  (organisation_id, assigned_to, (CASE WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), id)
  WHERE state IN ('answered', 'closed', 'withdrawn', 'lapsed');
CREATE INDEX queue_place ON privacy_request
  (organisation_id, country, (CASE WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), id)
  WHERE state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');
CREATE INDEX queue_place_done ON privacy_request
  (organisation_id, country, (CASE WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), id)
  WHERE state IN ('answered', 'closed', 'withdrawn', 'lapsed');
CREATE INDEX queue_right ON request_right
  (organisation_id, "right", ended, (CASE WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), request_id);

-- Who owns nothing, lacks proof or was just received is nearly always open: without knowing that, the planner expects a
-- handful where there are thousands, and sorts them instead of reading them in order.
CREATE STATISTICS queue_standing (mcv) ON organisation_id, state, proven, assigned_to FROM privacy_request;
ALTER STATISTICS queue_standing SET STATISTICS 400;

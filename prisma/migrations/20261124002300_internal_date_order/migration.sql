-- The desk's own date beside the law's: found by itself, and the queue in the order of the earlier of the two (051, 063).
CREATE INDEX queue_internal ON privacy_request (organisation_id, internal_on, id)
  WHERE internal_on IS NOT NULL;
CREATE INDEX queue_work_by ON privacy_request
  (organisation_id, (CASE WHEN internal_on < due_on THEN internal_on WHEN due_on IS NULL THEN DATE '9999-12-31' ELSE due_on END), id)
  INCLUDE (state, proven, snoozed_until, due_on)
  WHERE state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');

-- What staff were told about a date is folded from the record into columns, and with it the day of the next notice: the
-- sweep finds what is due by an index, however many requests are open or late.
ALTER TABLE "privacy_request" ADD COLUMN "internal_on" DATE,
ADD COLUMN "warned_for" DATE,
ADD COLUMN "warned_before" INTEGER,
ADD COLUMN "escalated_for" DATE,
ADD COLUMN "notice_on" DATE;

DO $$
DECLARE each_one uuid;
BEGIN
  -- The owner is held to one organisation at a time like everybody else.
  FOR each_one IN SELECT id FROM organisation LOOP
    PERFORM set_config('app.organisation', each_one::text, true);
    UPDATE privacy_request r SET warned_for = told.warned, escalated_for = told.escalated FROM (
      SELECT chain_id,
        (array_agg(payload ->> 'dueOn' ORDER BY seq DESC) FILTER (WHERE type = 'DueSoonNoticed'))[1]::date AS warned,
        (array_agg(payload ->> 'dueOn' ORDER BY seq DESC) FILTER (WHERE type = 'OverdueEscalated'))[1]::date AS escalated
      FROM event WHERE type IN ('DueSoonNoticed', 'OverdueEscalated') GROUP BY chain_id
    ) told WHERE told.chain_id = r.id;
    -- The first sweep looks at each once and writes down the right day.
    UPDATE privacy_request SET notice_on = received_on
      WHERE state IN ('unconfirmed', 'open', 'in_progress', 'waiting_for_person', 'answer_prepared');
  END LOOP;
  PERFORM set_config('app.organisation', '', true);
END $$;

CREATE INDEX "privacy_request_organisation_id_notice_on_id_idx" ON "privacy_request"("organisation_id", "notice_on", "id");

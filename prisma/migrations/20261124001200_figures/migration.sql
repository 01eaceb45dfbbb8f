-- The ledger of figures (052): amounts of +1 and -1, written in the transaction of the event that caused them and keyed by
-- its day. Nothing in it names a person or a request, but for the standings, which say which request was due when.

-- 1. What was written and is not summed yet.
CREATE TABLE "figure_entry" (
    "id" BIGSERIAL NOT NULL,
    "organisation_id" UUID NOT NULL,
    "book" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "on_day" DATE NOT NULL,
    "since" DATE NOT NULL,
    "key" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "figure_entry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "figure_entry_organisation_id_book_day_idx" ON "figure_entry"("organisation_id", "book", "day");

-- 2. The same, summed for each day.
CREATE TABLE "figure_sum" (
    "organisation_id" UUID NOT NULL,
    "book" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "on_day" DATE NOT NULL,
    "since" DATE NOT NULL,
    "key" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "figure_sum_pkey" PRIMARY KEY ("organisation_id", "book", "day", "on_day", "since", "key", "days")
);
CREATE INDEX "figure_sum_organisation_id_book_on_day_day_idx" ON "figure_sum"("organisation_id", "book", "on_day", "day");

-- 3. Summed further, so that nobody reads years of days: of what is owed everything up to and with a day, of what happened
-- each month by itself. Both follow from the daily sums.
CREATE TABLE "figure_balance" (
    "organisation_id" UUID NOT NULL,
    "until_day" DATE NOT NULL,
    "on_day" DATE NOT NULL,
    "since" DATE NOT NULL,
    "key" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "figure_balance_pkey" PRIMARY KEY ("organisation_id", "until_day", "on_day", "since", "key")
);
CREATE TABLE "figure_month" (
    "organisation_id" UUID NOT NULL,
    "book" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "on_month" DATE NOT NULL,
    "since" DATE NOT NULL,
    "key" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "figure_month_pkey" PRIMARY KEY ("organisation_id", "book", "month", "on_month", "since", "key", "days")
);
CREATE INDEX "figure_month_organisation_id_book_on_month_month_idx" ON "figure_month"("organisation_id", "book", "on_month", "month");

-- 4. Which request was due on which day from when on. The current one stands on the sheet 9999-12-01; one that has ended
-- stands on the sheet of each month in which it was late, and nowhere when it never was.
CREATE TABLE "owed_standing" (
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "sheet" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,

    CONSTRAINT "owed_standing_pkey" PRIMARY KEY ("organisation_id", "sheet", "due_on", "request_id", "from_day")
);
CREATE INDEX "owed_standing_request_id_sheet_idx" ON "owed_standing"("request_id", "sheet");
ALTER TABLE "owed_standing" ADD CONSTRAINT "owed_standing_request" FOREIGN KEY ("request_id", "organisation_id")
  REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- Requests from before the ledger wait to be taken into it; whatever is filed now is in it from its receipt on.
ALTER TABLE "privacy_request" ADD COLUMN "counted" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "privacy_request" ALTER COLUMN "counted" SET DEFAULT true;
CREATE INDEX privacy_request_not_counted ON privacy_request (organisation_id, id) WHERE NOT counted;

DO $$
DECLARE walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['figure_entry', 'figure_sum', 'figure_balance', 'figure_month', 'owed_standing'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I USING (organisation_id = habeas_organisation()) WITH CHECK (organisation_id = habeas_organisation())',
      walled
    );
  END LOOP;
END $$;

ALTER TABLE figure_entry ADD CONSTRAINT amount_is_one CHECK (amount IN (1, -1));

-- A standing that has ended is history: only the current one may be taken away, and none is rewritten.
CREATE FUNCTION habeas_standing_is_history() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.sheet = DATE '9999-12-01' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'what was late stays late: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
CREATE TRIGGER standing_is_history BEFORE UPDATE OR DELETE ON owed_standing
  FOR EACH ROW EXECUTE FUNCTION habeas_standing_is_history();

-- The one way in which entries go: into the sums, in one statement, so that no reader ever counts one twice or misses it.
-- Takes up to `most` entries of the organisation in whose scope it runs; returns how many.
CREATE FUNCTION habeas_sum_figures(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  here uuid := habeas_organisation();
  summed integer;
  earliest date;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(here::text, 52));
  WITH taken AS (
    DELETE FROM figure_entry WHERE id IN (
      SELECT e.id FROM figure_entry e WHERE e.organisation_id = here ORDER BY e.id LIMIT most
    ) RETURNING book, day, on_day, since, key, days, amount
  ), cells AS (
    SELECT book, day, on_day, since, key, days, sum(amount)::int AS amount FROM taken GROUP BY 1, 2, 3, 4, 5, 6
  ), into_sums AS (
    INSERT INTO figure_sum (organisation_id, book, day, on_day, since, key, days, amount)
    SELECT here, book, day, on_day, since, key, days, amount FROM cells WHERE amount <> 0
    ON CONFLICT (organisation_id, book, day, on_day, since, key, days)
      DO UPDATE SET amount = figure_sum.amount + excluded.amount
  ), closed AS (
    SELECT m.book, max(m.month) AS month FROM figure_month m WHERE m.organisation_id = here GROUP BY 1
  ), into_months AS (
    -- Late for a month that is summed already: a transaction that began before midnight, or requests from before the ledger.
    INSERT INTO figure_month (organisation_id, book, month, on_month, since, key, days, amount)
    SELECT here, c.book, date_trunc('month', c.day)::date, date_trunc('month', c.on_day)::date, c.since, c.key, c.days, sum(c.amount)
    FROM cells c JOIN closed m ON m.book = c.book AND date_trunc('month', c.day) <= m.month
    GROUP BY 1, 2, 3, 4, 5, 6, 7
    ON CONFLICT (organisation_id, book, month, on_month, since, key, days)
      DO UPDATE SET amount = figure_month.amount + excluded.amount
  )
  SELECT count(*), (SELECT min(c.day) FROM cells c WHERE c.book = 'owed') INTO summed, earliest FROM taken;
  -- Balances that a late entry belongs into are made anew.
  DELETE FROM figure_balance WHERE organisation_id = here AND until_day >= earliest;
  RETURN summed;
END $$;

-- Makes the balances and months that are missing, from the daily sums. Nothing is closed before `today`, a day of law.
-- A balance is made as soon as the days after the last one are more to read than that one: reading costs at most twice
-- what is owed, whatever has happened since.
CREATE FUNCTION habeas_balance_figures(today date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  here uuid := habeas_organisation();
  base date; next date; size integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(here::text, 52));
  SELECT max(until_day) INTO base FROM figure_balance WHERE organisation_id = here;
  LOOP
    SELECT count(*) INTO size FROM figure_balance WHERE organisation_id = here AND until_day = base;
    SELECT d.day INTO next FROM (
      SELECT s.day, sum(count(*)) OVER (ORDER BY s.day) AS rows_so_far FROM figure_sum s
      WHERE s.organisation_id = here AND s.book = 'owed' AND s.day > coalesce(base, '-infinity') AND s.day < today GROUP BY s.day
    ) d WHERE d.rows_so_far >= greatest(200, size) ORDER BY d.day LIMIT 1;
    EXIT WHEN next IS NULL;
    INSERT INTO figure_balance (organisation_id, until_day, on_day, since, key, amount)
    SELECT here, next, b.on_day, b.since, b.key, sum(b.amount) FROM (
      SELECT on_day, since, key, amount FROM figure_balance WHERE organisation_id = here AND until_day = base
      UNION ALL
      SELECT on_day, since, key, amount FROM figure_sum
      WHERE organisation_id = here AND book = 'owed' AND day > coalesce(base, '-infinity') AND day <= next
    ) b GROUP BY 3, 4, 5 HAVING sum(b.amount) <> 0;
    -- Nothing owed, nothing written: the next one is counted from the last that stands.
    EXIT WHEN NOT FOUND;
    base := next;
  END LOOP;
  INSERT INTO figure_month (organisation_id, book, month, on_month, since, key, days, amount)
  SELECT here, s.book, date_trunc('month', s.day)::date, date_trunc('month', s.on_day)::date, s.since, s.key, s.days, sum(s.amount)
  FROM figure_sum s LEFT JOIN (
    SELECT m.book, max(m.month) AS month FROM figure_month m WHERE m.organisation_id = here GROUP BY 1
  ) closed ON closed.book = s.book
  WHERE s.organisation_id = here AND s.book <> 'owed' AND s.day < date_trunc('month', today)
    AND s.day >= coalesce(closed.month + interval '1 month', '-infinity')
  GROUP BY 1, 2, 3, 4, 5, 6, 7;
END $$;
REVOKE EXECUTE ON FUNCTION habeas_sum_figures(integer), habeas_balance_figures(date) FROM PUBLIC;

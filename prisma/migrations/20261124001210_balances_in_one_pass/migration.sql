-- The days are walked once, however many balances are due: taking in the years before the ledger asks for hundreds of them.
CREATE OR REPLACE FUNCTION habeas_balance_figures(today date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  here uuid := habeas_organisation();
  base date; size bigint; tail bigint := 0; walked record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(here::text, 52));
  SELECT max(until_day) INTO base FROM figure_balance WHERE organisation_id = here;
  SELECT count(*) INTO size FROM figure_balance WHERE organisation_id = here AND until_day = base;
  FOR walked IN
    SELECT day, count(*) AS cells FROM figure_sum
    WHERE organisation_id = here AND book = 'owed' AND day > coalesce(base, '-infinity') AND day < today
    GROUP BY day ORDER BY day
  LOOP
    tail := tail + walked.cells;
    CONTINUE WHEN tail < greatest(200, size);
    INSERT INTO figure_balance (organisation_id, until_day, on_day, since, key, amount)
    SELECT here, walked.day, b.on_day, b.since, b.key, sum(b.amount) FROM (
      SELECT on_day, since, key, amount FROM figure_balance WHERE organisation_id = here AND until_day = base
      UNION ALL
      SELECT on_day, since, key, amount FROM figure_sum
      WHERE organisation_id = here AND book = 'owed' AND day > coalesce(base, '-infinity') AND day <= walked.day
    ) b GROUP BY 3, 4, 5 HAVING sum(b.amount) <> 0;
    GET DIAGNOSTICS size = ROW_COUNT;
    -- Nothing owed, nothing written: the next one is counted from the last that stands.
    CONTINUE WHEN size = 0;
    base := walked.day;
    tail := 0;
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

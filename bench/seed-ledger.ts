// Writes what the ledger of figures would hold of seeded requests (seed-requests.ts), summed by day as the worker leaves it:
// each was owed from its receipt, an eighth waited for the person in between, and what ended was answered, withdrawn or lapsed.
import type { Client } from "pg";

/** @param client the owner of the tables; no transaction may be open. @param today nothing is balanced from it on. */
export async function seedLedger(client: Client, order: { organisationId: string; today: string }): Promise<void> {
  const { organisationId, today } = order;
  const tables = ["figure_sum", "figure_entry", "owed_standing"];
  await within(client, organisationId, async () => {
    await client.query(sumsSql, [organisationId]);
    await client.query(standingsSql, [organisationId]);
    await client.query("set constraints all immediate");
  });
  for (const table of tables) await client.query(`vacuum (analyze) ${table}`);
  await within(client, organisationId, () => client.query("select habeas_balance_figures($1::date)", [today]));
  for (const table of ["figure_balance", "figure_month"]) await client.query(`vacuum (analyze) ${table}`);
}

async function within(client: Client, organisationId: string, work: () => Promise<unknown>): Promise<void> {
  await client.query("begin");
  await client.query("select set_config('app.organisation', $1, true)", [organisationId]);
  await work();
  await client.query("commit");
}

const requests = `
  select id, received_on, received_on + 31 as promised, coalesce(due_on, '9999-12-31') as stands, state, closed_on,
    state in ('answered', 'closed', 'withdrawn', 'lapsed') as ended, state in ('answered', 'closed') as answered,
    case when country = 'US' then 'us_ca_ccpa' else 'eu_gdpr' end as law,
    ('x' || substr(md5(id::text), 1, 7))::bit(28)::int as h, date_trunc('month', received_on)::date as month
  from privacy_request where organisation_id = $1::uuid and state <> 'unconfirmed'`;

const sumsSql = `
  with r as materialized (${requests}),
  w as (
    select *, received_on + 3 + h % 5 as waits_from, received_on + 10 + h % 9 as waits_to,
      case when ended and h % 2 = 0 then promised else stands end as waits_on
    from r where state = 'waiting_for_person' or (ended and h % 8 = 0)
  ),
  entry (book, day, on_day, since, key, days, amount) as (
    select 'owed', received_on, promised, received_on, 'first/organisation', 0, 1 from r
    union all select 'owed', closed_on, promised, received_on, 'first/organisation', 0, -1 from r where ended
    union all select 'owed', waits_from, promised, received_on, 'first/organisation', 0, -1 from w
    union all select 'owed', waits_from, waits_on, received_on, 'first/person', 0, 1 from w
    union all select 'owed', waits_to, waits_on, received_on, 'first/person', 0, -1 from w where ended
    union all select 'owed', waits_to, promised, received_on, 'first/organisation', 0, 1 from w where ended
    union all select 'settled', closed_on, closed_on, month, case when answered then 'answered' else state end
      || case when answered and closed_on > promised then '/late' else '/in_time' end || '/first/', 0, 1 from r where ended
    union all select 'taken', closed_on, closed_on, date_trunc('month', closed_on)::date, 'answered',
      closed_on - received_on, 1 from r where answered
    union all select 'rights', r.received_on, r.received_on, r.month, a."right" || '/' || l.law || '/received/', 0, 1
      from r join request_right a on a.request_id = r.id cross join lateral unnest(array['any', r.law]) l (law)
    union all select 'rights', r.closed_on, r.closed_on, r.month,
      a."right" || '/' || l.law || '/' || case when r.answered then 'granted' else r.state end || '/', 0, 1
      from r join request_right a on a.request_id = r.id cross join lateral unnest(array['any', r.law]) l (law) where r.ended
    union all select 'right_days', r.closed_on, r.closed_on, date_trunc('month', r.closed_on)::date,
      a."right" || '/' || r.law, r.closed_on - r.received_on, 1
      from r join request_right a on a.request_id = r.id where r.answered
  )
  insert into figure_sum (organisation_id, book, day, on_day, since, key, days, amount)
  select $1::uuid, book, day, on_day, since, key, days, sum(amount) from entry group by 2, 3, 4, 5, 6, 7
  having sum(amount) <> 0`;

const standingsSql = `
  with r as (${requests})
  insert into owed_standing (organisation_id, request_id, sheet, due_on, from_day, to_day)
  select $1::uuid, id, date '9999-12-01', stands, received_on, date '9999-12-31' from r
  where not ended and stands < '9999-12-31'
  union all
  select $1::uuid, id, sheet::date, promised, received_on, closed_on from r
  cross join lateral generate_series(date_trunc('month', promised + 1), closed_on - 1, interval '1 month') sheet
  where ended and closed_on > promised + 1`;

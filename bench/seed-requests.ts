// Fills an organisation with requests by SQL alone, for measuring. Nothing here goes through a command: there is no key, no
// letter and no person behind these rows, and their chains hold a receipt only. Never run it where people work.
import type { Client } from "pg";

/** Rows to make: the requests numbered `from` (1) to `count` of one organisation. Another call may go on where one ended. */
export type SeedOrder = {
  organisationId: string;
  count: number;
  from?: number;
  today?: string;
  owners?: readonly string[];
};

export type Seeded = { requests: number; milliseconds: number };

const batch = 100_000;

/** Thirty owners that nobody is: stable, so that a measurement can ask for the first one. */
export const seededOwners: readonly string[] = Array.from(
  { length: 30 },
  (_, index) => `00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`,
);

/**
 * Makes requests that look like some years of work: 95 % ended; of the open ones 40 % lie within a month of their date, 8 %
 * are late, 20 % have no owner, 15 % wait for the person, 10 % are unconfirmed; six rights, twelve countries, thirty owners; one in
 * five hundred of those that ended is appealed.
 *
 * @param client the owner of the tables (triggers are off while it writes); no transaction may be open
 * @param today the day around which open dates lie, `YYYY-MM-DD`; the database's own when left out
 */
export async function seedRequests(client: Client, order: SeedOrder): Promise<Seeded> {
  const begun = performance.now();
  const { organisationId, count, today = null, owners = seededOwners } = order;
  for (let from = order.from ?? 1; from <= count; from += batch) {
    const to = Math.min(count, from + batch - 1);
    await client.query("begin");
    try {
      await client.query("select set_config('app.organisation', $1, true)", [organisationId]);
      for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
      await client.query(requestsSql, [organisationId, from, to, today, owners]);
      await client.query(rightsSql, [organisationId, from, to]);
      await client.query(eventsSql, [organisationId, from, to]);
      // The foreign keys are checked at the end; a table with checks to come cannot be altered.
      await client.query("set constraints all immediate");
      for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
      await client.query("commit");
    } catch (fault) {
      await client.query("rollback");
      throw fault;
    }
  }
  for (const table of tables) await client.query(`vacuum (analyze) ${table}`);
  return { requests: count, milliseconds: Math.round(performance.now() - begun) };
}

const tables = ["privacy_request", "request_right", "event"];

// Ids and all choices come from a digest of the number: the same order makes the same rows, and they lie as random as real
// ones do.
const numbered = `
  select n, md5($1::text || ':' || n)::uuid as id, ('x' || substr(md5('a' || n), 1, 7))::bit(28)::int as a,
    ('x' || substr(md5('b' || n), 1, 7))::bit(28)::int as b, ('x' || substr(md5('c' || n), 1, 7))::bit(28)::int as c
  from generate_series($2::int, $3::int) n`;

const requestsSql = `
  insert into privacy_request (id, organisation_id, reference, state, version, regimes, rule_versions, relation, country,
    region, language, channel, received_at, received_on, due_on, closed_on, assigned_to, proven, key_id, email_index,
    name_index, filing_key, filing_digest, head, contest, contest_due_on, contest_standing,
    next_due_on)
  select id, $1::uuid, 'SEED-' || upper(substr(md5($1::text || n), 1, 16)), state, 1, array['gdpr'], '{"gdpr": "seed"}',
    'self', country, case when country = 'US' then 'US-CA' end, 'en', 'portal', received_on + time '09:00', received_on,
    case when state = 'waiting_for_person' and b % 2 = 0 then null else received_on + 31 end,
    case when ended then received_on + 20 + b % 15 end,
    case when state in ('unconfirmed', 'open') or (not ended and c % 10 = 0) then null
      else ($5::uuid[])[1 + c % array_length($5::uuid[], 1)] end,
    case when ended then 'all' when state = 'unconfirmed' then 'none' when b % 5 = 0 then 'none' else 'all' end,
    'seed', md5('email' || n) || md5('e' || n), md5('name' || n % 500000) || md5('n' || n % 500000), 'seed:' || n,
    md5(n::text), md5('head' || n) || md5('d' || n),
    case when contested is not null then 'appeal' end, contested,
    case when contested is not null then jsonb_build_array(jsonb_build_object('kind', 'appeal', 'dueOn', contested)) end,
    case when ended then contested when not (state = 'waiting_for_person' and b % 2 = 0) then received_on + 31 end
  from (
    select *, (array['DE', 'FR', 'NL', 'AT', 'IE', 'ES', 'IT', 'BE', 'PL', 'SE', 'GB', 'US'])[1 + b % 12] as country,
      case when ended then (array['answered', 'closed', 'closed', 'closed', 'withdrawn', 'lapsed'])[1 + c % 6]
        when a % 10 = 0 then 'unconfirmed' when a % 20 < 6 then 'open' when a % 20 < 9 then 'waiting_for_person'
        when a % 20 = 9 then 'answer_prepared' else 'in_progress' end as state,
      coalesce($4::date, current_date) - case when ended then 60 + c % 1400 when b % 100 < 8 then 32 + c % 40
        else c % 31 end as received_on,
      case when ended and n % 500 = 7 then coalesce($4::date, current_date) - 15 + c % 45 end as contested
    from (select *, n % 20 <> 0 as ended from (${numbered}) one) two
  ) three`;

const rightsSql = `
  insert into request_right (request_id, organisation_id, "right", level_needed, outcome, due_on, ended)
  select r.id, $1::uuid, asked."right", 2, case when r.state in ('answered', 'closed') then 'granted' end, r.due_on,
    r.state in ('answered', 'closed', 'withdrawn', 'lapsed')
  from (${numbered}) one join privacy_request r on r.id = one.id
  cross join lateral (
    select unnest(case when a % 8 = 0 then array['access', 'erasure'] else
      array[(array['access', 'access', 'access', 'erasure', 'erasure', 'rectification', 'portability', 'objection',
        'restriction'])[1 + c % 9]] end) as "right"
  ) asked`;

const eventsSql = `
  insert into event (id, organisation_id, chain_id, request_id, seq, type, actor_kind, actor_id, at, day, payload,
    previous_hash, hash)
  select md5('event' || r.id)::uuid, $1::uuid, r.id, r.id, 1, 'RequestReceived', 'visitor', null, r.received_at,
    r.received_on, jsonb_build_object('type', 'RequestReceived', 'seeded', true, 'country', r.country, 'region', r.region,
      'rights', jsonb_build_array(jsonb_build_object('right', 'access', 'level', 2)), 'relation', 'self', 'channel', 'post',
      'regimes', jsonb_build_array(case when r.country = 'US' then 'us_ca_ccpa' else 'eu_gdpr' end), 'language', 'en',
      'ruleVersions', '{}'::jsonb, 'filingDigest', r.filing_digest), repeat('0', 64), r.head
  from (${numbered}) one join privacy_request r on r.id = one.id`;

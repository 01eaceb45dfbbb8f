// What a sweep reads and writes, by SQL alone: no rules, no hash over the record, one statement for each thousand requests. It is
// what the sweep of the portal is held against.
import type pg from "pg";

const pageSize = 1000;

/**
 * Escalates everything that is overdue in one organisation: finds it by the sweep's index, holds the rows, writes the event and
 * the columns. The link's hash is made by the database from the one before and the event, which says nothing to a verifier.
 */
export async function plainSweep(client: pg.Client, organisationId: string, today: string): Promise<number> {
  for (let swept = 0; ; ) {
    await client.query("begin");
    await client.query("select set_config('app.organisation', $1, true)", [organisationId]);
    const { rowCount } = await client.query(escalate, [organisationId, today, pageSize]);
    await client.query("commit");
    swept += rowCount ?? 0;
    if ((rowCount ?? 0) < pageSize) return swept;
  }
}

const escalate = `
  with page as (
    select id, version, head, due_on from privacy_request
    where organisation_id = $1::uuid and notice_on <= $2::date order by notice_on, id limit $3
    for no key update skip locked
  ), told as (
    select id, version + 1 as seq, head as previous, due_on,
      encode(sha256(convert_to(head || id || version, 'UTF8')), 'hex') as hash
    from page
  ), written as (
    insert into event (id, organisation_id, chain_id, request_id, seq, type, actor_kind, actor_id, at, day, payload,
      previous_hash, hash)
    select gen_random_uuid(), $1::uuid, id, id, seq, 'OverdueEscalated', 'system', 'sweep', now(), $2::date,
      jsonb_build_object('type', 'OverdueEscalated', 'dueOn', due_on), previous, hash
    from told
  )
  update privacy_request r set version = t.seq, head = t.hash, escalated_for = t.due_on, warned_for = r.warned_for,
    warned_before = r.warned_before, notice_on = null
  from told t where r.id = t.id`;

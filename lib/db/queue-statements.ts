import "server-only";
import type { StaffActor } from "@/lib/domain/actor";
import { countedUpTo, type QueueFilter, queueViews, viewShown } from "@/lib/domain/queue";
import { sortOf } from "@/lib/domain/queue-days";
import { Prisma } from "@/lib/generated/prisma/client";
import { dueKey, filterCondition, type QueueDay, sortKeys, viewCondition } from "./queue-conditions";

const { sql, raw } = Prisma;
const countLimit = raw(String(countedUpTo + 1));

/** One right asked for alone is read from its own rows, which stand in the order of the queue; all else from the requests. */
function source(filter: QueueFilter): { from: Prisma.Sql; key: Prisma.Sql; id: Prisma.Sql; narrowed: Prisma.Sql } {
  const { is = [], not = [] } = filter.terms?.right ?? {};
  const view = viewShown(filter);
  const sort = sortOf(filter);
  // Those rows know neither what is contested nor what is owed first.
  if (view === null || is.length !== 1 || not.length > 0 || sort !== "due")
    return { from: sql`privacy_request r`, key: sortKeys[sort], id: sql`r.id`, narrowed: sql`true` };
  return {
    from: sql`request_right o join privacy_request r on r.id = o.request_id`,
    key: sql`case when o.due_on is null then date '9999-12-31' else o.due_on end`,
    id: sql`o.request_id`,
    narrowed: sql`o."right" = ${is[0]} and o.ended = ${raw(view === "done" ? "true" : "false")}`,
  };
}

/** The SQL of one page. Exported so that a test can have it explained. */
export function pageStatement(actor: StaffActor, filter: QueueFilter, day: QueueDay, limit: number): Prisma.Sql {
  const { from, key, id, narrowed } = source(filter);
  const { cursor } = filter;
  const back = cursor?.side === "before";
  const beyond = cursor
    ? sql`(${key}, ${id}) ${raw(back ? "<" : ">")} (${cursor.dueOn ?? "9999-12-31"}::date, ${cursor.id}::uuid)`
    : sql`true`;
  const direction = raw(back ? "desc" : "asc");
  return sql`select r.id, r.reference, r.state, r.country, r.region, r.received_on as "receivedOn", r.due_on as "dueOn",
      r.internal_on as "internalOn",
      r.waits_since as "waitsSince", r.next_due_on as "nextDueOn", r.contest_due_on as "contestDueOn", r.contest_standing as contests,
      r.assigned_to as "assignedTo", r.proven
    from ${from} where ${filterCondition(filter, actor, day)} and ${narrowed} and ${beyond}
    order by ${key} ${direction}, ${id} ${direction} limit ${raw(String(limit))}`;
}

/** The SQL that counts a filter, up to the limit and no further. */
export function countStatement(actor: StaffActor, filter: QueueFilter, day: QueueDay): Prisma.Sql {
  const { from, key, id, narrowed } = source(filter);
  const view = viewShown(filter);
  const walked = view === null || view === "done" ? sql`order by ${key}, ${id}` : Prisma.empty;
  return sql`select count(*)::int as total from (
    select 1 from ${from} where ${filterCondition(filter, actor, day)} and ${narrowed} ${walked} limit ${countLimit}
  ) counted`;
}

/** The SQL that counts every view, each up to the limit. */
export function viewCountsStatement(actor: StaffActor, day: QueueDay): Prisma.Sql {
  const counts = queueViews.map((view) => {
    const inView = sql`r.organisation_id = ${actor.organisationId}::uuid and ${viewCondition(view, actor, day)}`;
    // The long past fills the table: walked in order, or the planner takes the table from its start, through other
    // organisations' rows, to the first thousand that fit.
    const walked = view === "done" ? sql`order by ${dueKey}, r.id` : Prisma.empty;
    return sql`(select count(*)::int from (
      select 1 from privacy_request r where ${inView} ${walked} limit ${countLimit}
    ) counted) as ${raw(`"${view}"`)}`;
  });
  return sql`select ${Prisma.join(counts)}`;
}

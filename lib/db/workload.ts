import "server-only";
import { type CalendarDate, plusDays } from "@/lib/domain/calendar-date";
import { liveStates } from "@/lib/domain/lifecycle";
import { countedUpTo } from "@/lib/domain/queue";
import { Prisma } from "@/lib/generated/prisma/client";
import { dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";
import { dueKey } from "./queue-conditions";

const { sql, raw } = Prisma;

/** Each counted up to `countedUpTo` and one more, as the queue counts. `soon`: due from today on within seven days. */
export type Load = { open: number; soon: number; overdue: number };

export const soonWithinDays = 7;

// Letter by letter as the index has it: see queue-conditions.ts.
const live = raw(liveStates.map((state) => `'${state}'`).join(", "));

/** How many open requests `one` has, of those that fit. */
function countOf(organisationId: string, fits: Prisma.Sql): Prisma.Sql {
  return sql`(select count(*)::int from (
    select 1 from privacy_request r where r.organisation_id = ${organisationId}::uuid and r.assigned_to = one.id
      and r.state in (${live}) and ${fits} limit ${raw(String(countedUpTo + 1))}
  ) counted)`;
}

/** The SQL of everybody's work, in one statement, each read from their own part of an index. Exported for its plan. */
export function workloadStatement(organisationId: string, ids: readonly string[], today: CalendarDate): Prisma.Sql {
  const [from, to] = [sql`${dayToRow(today)}::date`, sql`${dayToRow(plusDays(today, soonWithinDays))}::date`];
  const counted = (fits: Prisma.Sql) => countOf(organisationId, fits);
  return sql`select one.id::text as id, ${counted(sql`true`)} as open,
      ${counted(sql`${dueKey} >= ${from} and ${dueKey} <= ${to}`)} as soon, ${counted(sql`${dueKey} < ${from}`)} as overdue
    from unnest(${[...ids]}::uuid[]) as one(id)`;
}

/** How many open requests each of these people has; beyond the bound nobody is the one with the fewest. */
export async function openCounts(
  { tx, organisationId }: Scope,
  ids: readonly string[],
): Promise<readonly { staffId: string; open: number }[]> {
  return tx.$queryRaw(sql`select one.id::text as "staffId", ${countOf(organisationId, sql`true`)} as open
    from unnest(${[...ids]}::uuid[]) as one(id)`);
}

/** How much each of these people has. */
export async function workloadOf(
  { tx, organisationId }: Scope,
  ids: readonly string[],
  today: CalendarDate,
): Promise<ReadonlyMap<string, Load>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<(Load & { id: string })[]>(workloadStatement(organisationId, ids, today));
  return new Map(rows.map(({ id, ...load }) => [id, load]));
}

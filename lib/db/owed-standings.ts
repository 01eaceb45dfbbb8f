import "server-only";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { monthOf } from "@/lib/domain/figures";
import { Prisma } from "@/lib/generated/prisma/client";
import { currentSheet } from "./figure-entries";
import { dayFromRow, dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";

/** A request on the list of late ones, by its date and id. */
export type LatePlace = { dueOn: CalendarDate; id: string };

/** What was late at the end of `asOf`, the most days late first: up to one more than `size` of it, after `after`. */
export async function lateStandings(
  { tx, organisationId }: Scope,
  { asOf, after, size }: { asOf: CalendarDate; after: LatePlace | null; size: number },
): Promise<LatePlace[]> {
  const day = Prisma.sql`${dayToRow(asOf)}::date`;
  const beyond = after
    ? Prisma.sql`and (due_on, request_id) > (${dayToRow(after.dueOn)}::date, ${after.id}::uuid)`
    : Prisma.empty;
  // Those that last, and those that ended since but were late in the month of that day: each sheet lies in order of dates.
  const sheet = (of: Date) => Prisma.sql`(
    select due_on, request_id from owed_standing
    where organisation_id = ${organisationId}::uuid and sheet = ${of}::date and due_on < ${day}
      and from_day <= ${day} and to_day > ${day} ${beyond}
    order by due_on, request_id limit ${size + 1})`;
  const rows = await tx.$queryRaw<{ due_on: Date; request_id: string }[]>`
    ${sheet(currentSheet)} union all ${sheet(dayToRow(monthOf(asOf)))} order by due_on, request_id limit ${size + 1}`;
  return rows.map(({ due_on, request_id }) => ({ dueOn: dayFromRow(due_on), id: request_id }));
}

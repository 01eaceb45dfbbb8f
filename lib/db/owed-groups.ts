import "server-only";
import { type CalendarDate, plusDays } from "@/lib/domain/calendar-date";
import { ageBands, type Band, lateBands } from "@/lib/domain/figure-bands";
import { Prisma } from "@/lib/generated/prisma/client";
import { owedCells } from "./figure-cells";
import { dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";

/** `name`: the key, the place of the band, or the month. */
export type OwedGroup = {
  by: "key" | "age" | "late" | "month";
  name: string;
  time: "late" | "soon" | "later" | "still";
  count: number;
};

/**
 * What was owed at the end of `asOf`, grouped by key, band of age, band of lateness and month of receipt (from `first` on).
 * Few rows leave the database, however many requests there are: every grouping has a fixed number of names.
 */
export async function owedGroups(
  { tx, organisationId }: Scope,
  { asOf, soonDays, first }: { asOf: CalendarDate; soonDays: number; first: CalendarDate },
): Promise<OwedGroup[]> {
  const today = Prisma.sql`${dayToRow(asOf)}::date`;
  const soon = Prisma.sql`${dayToRow(plusDays(asOf, soonDays))}::date`;
  return tx.$queryRaw<OwedGroup[]>`
    with cells as materialized (
      select key, amount, case when on_day = '9999-12-31' then 'still' when on_day < ${today} then 'late'
          when on_day <= ${soon} then 'soon' else 'later' end as time,
        ${bandNumber(Prisma.sql`${today} - since`, ageBands)} as age,
        ${bandNumber(Prisma.sql`${today} - on_day`, lateBands)} as late,
        case when since >= ${dayToRow(first)}::date then to_char(since, 'YYYY-MM') end as month
      from ${owedCells(organisationId, asOf)} cell
    )
    select 'key' as by, key as name, time, sum(amount)::int as count from cells group by key, time
    union all select 'age', age::text, time, sum(amount)::int from cells group by age, time
    union all select 'late', late::text, time, sum(amount)::int from cells where time = 'late' group by late, time
    union all select 'month', month, time, sum(amount)::int from cells where month is not null group by month, time`;
}

function bandNumber(days: Prisma.Sql, bands: readonly Band[]): Prisma.Sql {
  const cases = bands.map(({ from }, place) => Prisma.sql`when ${days} >= ${from}::int then ${place}::int`);
  return Prisma.sql`case ${Prisma.join(cases.reverse(), " ")} end`;
}

import "server-only";
import { type CalendarDate, plusDays, plusMonths } from "@/lib/domain/calendar-date";
import { type Book, monthOf } from "@/lib/domain/figures";
import { Prisma } from "@/lib/generated/prisma/client";
import { dayToRow } from "./law-day";

const day = (date: CalendarDate) => Prisma.sql`${dayToRow(date)}::date`;

/**
 * A subquery of (on_day, since, key, amount): what was owed at the end of `asOf`. The last balance before it, the days since
 * then and what is not summed yet; all of one statement, so that no summing between two reads can lose or double anything.
 */
export function owedCells(organisationId: string, asOf: CalendarDate): Prisma.Sql {
  const own = Prisma.sql`organisation_id = ${organisationId}::uuid`;
  const base = Prisma.sql`(select max(until_day) from figure_balance where ${own} and until_day <= ${day(asOf)})`;
  return Prisma.sql`(
    select on_day, since, key, amount from figure_balance where ${own} and until_day = ${base}
    union all
    select on_day, since, key, amount from figure_sum
    where ${own} and book = 'owed' and day > coalesce(${base}, '-infinity') and day <= ${day(asOf)}
    union all
    select on_day, since, key, amount from figure_entry where ${own} and book = 'owed' and day <= ${day(asOf)}
  )`;
}

/** Days that a figure is about, both included. */
export type Span = { from: CalendarDate; to: CalendarDate };

/**
 * A subquery of (on_day, since, key, days, amount) of any other book: what was written down by the end of `asOf` about days
 * within the span. Months as a whole where they are over, single days around them. `on_day` is a month's first day where
 * it was summed with its month: only whole spans are exact, and nothing finer is asked.
 */
export function happenedCells(
  organisationId: string,
  { book, asOf, from, to }: { book: Exclude<Book, "owed">; asOf: CalendarDate } & Span,
): Prisma.Sql {
  const own = Prisma.sql`organisation_id = ${organisationId}::uuid and book = ${book}`;
  // Nothing is about a day after the one on which it was written, so an open end is as good as the end of its month.
  const end = to >= asOf ? plusDays(plusMonths(monthOf(to), 1), -1) : to;
  const whole = { from: firstWhole(from), to: plusDays(monthOf(plusDays(end, 1)), -1) };
  const columns = Prisma.sql`on_day, since, key, days, amount`;
  const single = Prisma.sql`select ${columns} from figure_entry where ${own} and day <= ${day(asOf)} and ${within({ from, to: end })}`;
  if (whole.from > whole.to) {
    return Prisma.sql`(${ofDays(own, asOf, { from, to: end })} union all ${single})`;
  }
  const edge = Prisma.sql`coalesce((
    select max(month) + interval '1 month' from figure_month where ${own} and month < ${day(monthOf(plusDays(asOf, 1)))}
  ), '-infinity')`;
  const around = [
    { from, to: plusDays(whole.from, -1) },
    { from: plusDays(whole.to, 1), to: end },
  ].filter((span) => span.from <= span.to);
  return Prisma.sql`(
    select on_month as on_day, since, key, days, amount from figure_month
    where ${own} and month < ${day(monthOf(plusDays(asOf, 1)))} and on_month between ${day(whole.from)} and ${day(whole.to)}
    union all
    select ${columns} from figure_sum where ${own} and day >= ${edge} and day <= ${day(asOf)} and ${within(whole)}
    ${Prisma.join([Prisma.empty, ...around.map((span) => ofDays(own, asOf, span))], " union all ")}
    union all ${single}
  )`;
}

function ofDays(own: Prisma.Sql, asOf: CalendarDate, span: Span): Prisma.Sql {
  return Prisma.sql`select on_day, since, key, days, amount from figure_sum where ${own} and day <= ${day(asOf)} and ${within(span)}`;
}

function within({ from, to }: Span): Prisma.Sql {
  return Prisma.sql`on_day between ${day(from)} and ${day(to)}`;
}

function firstWhole(from: CalendarDate): CalendarDate {
  return from === monthOf(from) ? from : plusMonths(monthOf(from), 1);
}

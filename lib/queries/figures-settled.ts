import "server-only";
import { happenedCells } from "@/lib/db/figure-cells";
import { dayFromRow, dayToRow } from "@/lib/db/law-day";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { type CalendarDate, plusMonths } from "@/lib/domain/calendar-date";
import type { ExtensionGround } from "@/lib/domain/extension-grounds";
import { readSettledKey } from "@/lib/domain/figure-keys";
import { monthOf, type SettledKey } from "@/lib/domain/figures";
import { type Spread, spreadOf } from "@/lib/domain/spread";
import type { MonthName } from "./figures";

/** Requests that ended within a span of days, as it was known at the end of `asOf`. */
export type SettledFigures = {
  from: CalendarDate;
  to: CalendarDate;
  asOf: CalendarDate;
  answered: number;
  /** Of the answered: on or before the date that stood then; where none stood nothing was late. */
  onTime: number;
  late: number;
  withdrawn: number;
  lapsed: number;
  /** Of the answered: told of more time, and why. `ground` null: none was recorded. The most frequent first. */
  extended: number;
  extensionGrounds: readonly { ground: ExtensionGround | null; count: number }[];
  /** Days from receipt to answer. */
  taken: Spread;
};

/** One month of receipts. `late`: answered late, or still owed and past its date. */
export type Cohort = { month: MonthName; onTime: number; late: number; open: number; ended: number };

export type FigureSpan = { from: CalendarDate; to: CalendarDate; asOf: CalendarDate };

/** What ended between two days, both included. */
export async function settledBetween(actor: StaffActor, span: FigureSpan): Promise<SettledFigures> {
  const { organisationId } = actor;
  return inOrganisation(organisationId, async (scope) => {
    const ends = await endsIn(scope, span);
    const took = await scope.tx.$queryRaw<{ days: number; count: number }[]>`
      select days, sum(amount)::int as count
      from ${happenedCells(organisationId, { book: "taken", ...span })} cell group by days`;
    const count = (where: (key: SettledKey) => boolean) =>
      ends.reduce((sum, end) => (where(end) ? sum + end.count : sum), 0);
    const answered = (where: (key: SettledKey) => boolean) => count((end) => end.kind === "answered" && where(end));
    const grounds = new Map<ExtensionGround | null, number>();
    for (const { kind, extended, ground, count: times } of ends) {
      if (kind === "answered" && extended) grounds.set(ground, (grounds.get(ground) ?? 0) + times);
    }
    return {
      ...span,
      answered: answered(() => true),
      onTime: answered(({ late }) => !late),
      late: answered(({ late }) => late),
      withdrawn: count(({ kind }) => kind === "withdrawn"),
      lapsed: count(({ kind }) => kind === "lapsed"),
      extended: answered(({ extended }) => extended),
      extensionGrounds: [...grounds]
        .map(([ground, times]) => ({ ground, count: times }))
        .filter((row) => row.count !== 0)
        .sort((left, right) => right.count - left.count),
      taken: spreadOf(new Map(took.map(({ days, count: times }) => [days, times]))),
    };
  });
}

async function endsIn({ tx, organisationId }: Scope, span: FigureSpan): Promise<(SettledKey & { count: number })[]> {
  const rows = await tx.$queryRaw<{ key: string; count: number }[]>`
    select key, sum(amount)::int as count
    from ${happenedCells(organisationId, { book: "settled", ...span })} cell group by key`;
  return rows.map(({ key, count }) => ({ ...readSettledKey(key), count }));
}

/** Twelve months of receipts up to that of `asOf`, oldest first; `months`: what of each is still owed. */
export async function cohortsWith(
  actor: StaffActor,
  { asOf, months }: { asOf: CalendarDate; months: readonly { month: MonthName; open: number; overdue: number }[] },
): Promise<Cohort[]> {
  const { organisationId } = actor;
  const from = plusMonths(monthOf(asOf), 1 - months.length);
  const rows = await inOrganisation(
    organisationId,
    ({ tx }) =>
      tx.$queryRaw<{ since: Date; key: string; count: number }[]>`
      select since, key, sum(amount)::int as count
      from ${happenedCells(organisationId, { book: "settled", from, to: asOf, asOf })} cell
      where since >= ${dayToRow(from)}::date group by since, key`,
  );
  const ends = rows.map(({ since, key, count }) => ({
    month: dayFromRow(since).slice(0, 7),
    count,
    ...readSettledKey(key),
  }));
  return months.map(({ month, open, overdue }) => {
    const count = (where: (key: SettledKey) => boolean) =>
      ends.reduce((sum, end) => (end.month === month && where(end) ? sum + end.count : sum), 0);
    return {
      month,
      onTime: count(({ kind, late }) => kind === "answered" && !late),
      late: count(({ kind, late }) => kind === "answered" && late) + overdue,
      open: open - overdue,
      ended: count(({ kind }) => kind !== "answered"),
    };
  });
}

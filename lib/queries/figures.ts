import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { owedGroups, type OwedGroup as Row } from "@/lib/db/owed-groups";
import type { StaffActor } from "@/lib/domain/actor";
import { type CalendarDate, plusMonths } from "@/lib/domain/calendar-date";
import { ageBands, type Band, lateBands } from "@/lib/domain/figure-bands";
import { readOwedKey } from "@/lib/domain/figure-keys";
import { monthOf } from "@/lib/domain/figures";

/** `YYYY-MM`. */
export type MonthName = string;

/**
 * What was owed at the end of a day, from the ledger alone. Requests whose address was needed and never confirmed are in none
 * of it, nor, before the day on which it was written down, a letter that came earlier.
 */
export type OwedFigures = {
  asOf: CalendarDate;
  open: number;
  /** The date is `asOf` or within `soonDays` after it. */
  dueSoon: number;
  soonDays: number;
  /** The date lies before `asOf`. */
  overdue: number;
  overdueAfterExtension: number;
  /** Nothing is due while the law lets the clock stand still. */
  standingStill: number;
  openWaitsFor: { person: number; organisation: number };
  overdueWaitsFor: { person: number; organisation: number };
  /** By days since receipt, in the order of `ageBands`. */
  ages: readonly (Band & { open: number; overdue: number })[];
  /** By days late, in the order of `lateBands`. */
  lateness: readonly (Band & { overdue: number })[];
  /** Twelve months of receipt up to that of `asOf`, oldest first, and how much of them is owed still. */
  months: readonly { month: MonthName; open: number; overdue: number }[];
};

/** Throws when the organisation is not the actor's own: no page asks for another. */
export async function owedAsOf(
  actor: StaffActor,
  { organisation, asOf }: { organisation: Organisation; asOf: CalendarDate },
): Promise<OwedFigures> {
  if (actor.organisationId !== organisation.id) throw new Error("a report is read in its own organisation");
  const soonDays = organisation.profile.dueSoonDays;
  const first = plusMonths(monthOf(asOf), -11);
  const rows = await inOrganisation(actor.organisationId, (scope) => owedGroups(scope, { asOf, soonDays, first }));
  const sum = (by: Row["by"], where: (row: Row) => boolean = () => true) =>
    rows.reduce((total, row) => (row.by === by && where(row) ? total + row.count : total), 0);
  const late = (row: Row) => row.time === "late";
  const waiting = (whom: "person" | "organisation", where: (row: Row) => boolean) =>
    sum("key", (row) => where(row) && readOwedKey(row.name).waitsFor === whom);
  const months = Array.from({ length: 12 }, (_, count) => plusMonths(first, count).slice(0, 7));
  return {
    asOf,
    open: sum("key"),
    dueSoon: sum("key", ({ time }) => time === "soon"),
    soonDays,
    overdue: sum("key", late),
    overdueAfterExtension: sum("key", (row) => late(row) && readOwedKey(row.name).extended),
    standingStill: sum("key", ({ time }) => time === "still"),
    openWaitsFor: { person: waiting("person", () => true), organisation: waiting("organisation", () => true) },
    overdueWaitsFor: { person: waiting("person", late), organisation: waiting("organisation", late) },
    ages: ageBands.map((band, place) => {
      const own = (row: Row) => row.name === String(place);
      return { ...band, open: sum("age", own), overdue: sum("age", (row) => own(row) && late(row)) };
    }),
    lateness: lateBands.map((band, place) => ({ ...band, overdue: sum("late", ({ name }) => name === String(place)) })),
    months: months.map((month) => {
      const own = (row: Row) => row.name === month;
      return { month, open: sum("month", own), overdue: sum("month", (row) => own(row) && late(row)) };
    }),
  };
}

import "server-only";
import type { Organisation } from "@/lib/db/organisations";
import type { StaffActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { owedAsOf } from "./figures";
import { type Cohort, cohortsWith } from "./figures-settled";
import { type LatePlace, type LateRow, lateAsOf } from "./late-list";

export type { Cohort } from "./figures-settled";
export type { LateRow } from "./late-list";

export type OverdueReport = {
  asOf: CalendarDate;
  open: number;
  /** Due within the organisation's own number of days. */
  dueSoon: number;
  soonDays: number;
  overdue: number;
  overdueAfterExtension: number;
  /** The most days late first, at most a hundred of them; `everyLateRow` has all. */
  late: readonly LateRow[];
  /** Twelve months, oldest first. */
  cohorts: readonly Cohort[];
};

const latePageSize = 100;

/**
 * The overdue report as of any day, from the ledger of figures: the same day gives the same numbers whenever it is asked.
 * `recount.ts` makes them again from the events.
 */
export async function overdueReport(
  actor: StaffActor,
  input: { organisation: Organisation; asOf: CalendarDate },
): Promise<OverdueReport> {
  const { asOf } = input;
  const [owed, { rows: late }] = await Promise.all([
    owedAsOf(actor, input),
    lateAsOf(actor, { asOf, after: null, size: latePageSize }),
  ]);
  const { open, dueSoon, soonDays, overdue, overdueAfterExtension, months } = owed;
  const cohorts = await cohortsWith(actor, { asOf, months });
  return { asOf, open, dueSoon, soonDays, overdue, overdueAfterExtension, late, cohorts };
}

/** Every late row of the day, page by page, for whoever takes the whole list away. */
export async function everyLateRow(actor: StaffActor, asOf: CalendarDate): Promise<LateRow[]> {
  const rows: LateRow[] = [];
  let after: LatePlace | null = null;
  do {
    const page = await lateAsOf(actor, { asOf, after, size: 500 });
    rows.push(...page.rows);
    after = page.next;
  } while (after);
  return rows;
}

import "server-only";
import type { Organisation } from "@/lib/db/organisations";
import type { StaffActor } from "@/lib/domain/actor";
import { type CalendarDate, plusDays, plusMonths } from "@/lib/domain/calendar-date";
import { type OwedFigures, owedAsOf } from "./figures";
import { type RightFigures, rightsBetween } from "./figures-rights";
import { type Cohort, cohortsWith, type SettledFigures, settledBetween } from "./figures-settled";
import { type LatePage, type LatePlace, lateAsOf } from "./late-list";

/** Everything on the DPO's page, as of one day. */
export type DeskReport = {
  owed: OwedFigures;
  late: LatePage;
  /** Twelve months, oldest first. */
  cohorts: readonly Cohort[];
  /** What ended in the twelve months up to the day. */
  settled: SettledFigures;
  rights: readonly RightFigures[];
};

export const latePageSize = 50;

/** Read from the ledger of figures: the same day gives the same numbers, whenever it is asked and whatever came since. */
export async function deskReport(
  actor: StaffActor,
  { organisation, asOf, after }: { organisation: Organisation; asOf: CalendarDate; after: LatePlace | null },
): Promise<DeskReport> {
  const span = { from: plusDays(plusMonths(asOf, -12), 1), to: asOf, asOf };
  const owed = await owedAsOf(actor, { organisation, asOf });
  return {
    owed,
    late: await lateAsOf(actor, { asOf, after, size: latePageSize }),
    cohorts: await cohortsWith(actor, { asOf, months: owed.months }),
    settled: await settledBetween(actor, span),
    rights: await rightsBetween(actor, { ...span, law: "any" }),
  };
}

// What staff look at all day, by the functions that the pages themselves call.
import type { Organisation } from "@/lib/db/organisations";
import type { StaffActor } from "@/lib/domain/actor";
import { type CalendarDate, plusDays, plusMonths } from "@/lib/domain/calendar-date";
import { monthOf } from "@/lib/domain/figures";
import { queueViews } from "@/lib/domain/queue";
import { readQueueFilter } from "@/lib/forms/console-queue";
import { owedAsOf } from "@/lib/queries/figures";
import { rightsBetween } from "@/lib/queries/figures-rights";
import { settledBetween } from "@/lib/queries/figures-settled";
import { lateAsOf } from "@/lib/queries/late-list";
import { overdueReport } from "@/lib/queries/overdue";
import { queueCounts, queuePage } from "@/lib/queries/queue";
import { seededOwners } from "./seed-requests";

export type Measured = Readonly<Record<string, () => Promise<unknown>>>;

/** Of one seeded row, what people would search it by. */
export type Known = { reference: string; email: string; name: string };

export function measuredQueries(organisation: Organisation, today: CalendarDate, known: Known): Measured {
  const actor: StaffActor = {
    kind: "staff",
    organisationId: organisation.id,
    staffId: seededOwners[0] ?? "",
    roles: ["handler", "dpo"],
  };
  const day = { today, soonDays: organisation.profile.dueSoonDays };
  const views = queueViews.map((view) => [`queue: ${view}`, () => queuePage(actor, readQueueFilter({ view }), day)]);
  const past = plusDays(today, -400);
  const year = { from: plusMonths(monthOf(today), -11), to: today, asOf: today };
  return {
    ...Object.fromEntries(views),
    "queue: second page": async () => {
      const { older } = await queuePage(actor, readQueueFilter({}), day);
      return queuePage(actor, { ...readQueueFilter({}), ...(older ? { cursor: older } : {}) }, day);
    },
    "queue: counts of all views": () => queueCounts(actor, day),
    "search: reference": () => queuePage(actor, { ...readQueueFilter({}), reference: known.reference }, day),
    "search: e-mail": () => queuePage(actor, { ...readQueueFilter({}), email: known.email }, day),
    "search: name": () => queuePage(actor, { ...readQueueFilter({}), name: known.name }, day),
    "report: overdue page, today": () => overdueReport(actor, { organisation, asOf: today }),
    "report: overdue page, 400 days ago": () => overdueReport(actor, { organisation, asOf: past }),
    "report: owed, 400 days ago": () => owedAsOf(actor, { organisation, asOf: past }),
    "report: late list, today": () => lateAsOf(actor, { asOf: today, after: null, size: 50 }),
    "report: late list, 400 days ago": () => lateAsOf(actor, { asOf: past, after: null, size: 50 }),
    "report: ended in twelve months": () => settledBetween(actor, year),
    "report: rights in twelve months": () => rightsBetween(actor, { ...year, law: "any" }),
    "report: California, twelve months": () => rightsBetween(actor, { ...year, law: "us_ca_ccpa" }),
  };
}

// Decides what can happen to an erasure's plan, and what of it the record keeps: categories, counts, days and the schedule's
// own words; never what was found. Answers to GDPR Art. 5(2).
import type { CalendarDate } from "../calendar-date";
import type { RetentionFacts } from "../retention";
import type { PlanHole, PlanLine } from "./erasure-plan";

/** What staff know of the person's data, from which the days of the plan are counted. */
export type KnownDates = Omit<RetentionFacts, "askedOn">;

/** `identifiers`: system → the kinds by which the person is looked for there. */
type MadePlan = {
  known: KnownDates;
  identifiers: Readonly<Record<string, readonly string[]>>;
  lines: readonly PlanLine[];
  holes: readonly PlanHole[];
};

export type PlanEvent =
  | ({ type: "ErasurePlanned" } & MadePlan)
  | { type: "ErasurePlanReturned"; messageId: string }
  | { type: "ErasurePlanReleased"; effectsFrom: CalendarDate }
  /** The time for changing one's mind is over: systems are asked, in their order. */
  | { type: "ErasureBegun" };

export const eventOfPlanStep = {
  plan_erasure: "ErasurePlanned",
  return_plan: "ErasurePlanReturned",
  release_plan: "ErasurePlanReleased",
  begin_erasure: "ErasureBegun",
} as const satisfies Record<string, PlanEvent["type"]>;

const types: ReadonlySet<string> = new Set(Object.values(eventOfPlanStep));

export function isPlanEvent(event: { type: string }): event is PlanEvent {
  return types.has(event.type);
}

/** The plan that stands. `by`: the member of staff who made it. */
export type StandingPlan = MadePlan & {
  plannedOn: CalendarDate;
  by: string;
  released: { on: CalendarDate; effectsFrom: CalendarDate } | null;
  begunOn: CalendarDate | null;
};

/** The plan after the event: a new one replaces what stood, and one that was returned is none. */
export function planAfter(
  plan: StandingPlan | null,
  event: PlanEvent,
  { day, actorId }: { day: CalendarDate; actorId: string | null },
): StandingPlan | null {
  if (event.type === "ErasurePlanned") {
    const { type: _, ...made } = event;
    return { ...made, plannedOn: day, by: actorId ?? "", released: null, begunOn: null };
  }
  if (plan === null || event.type === "ErasurePlanReturned") return null;
  if (event.type === "ErasurePlanReleased") return { ...plan, released: { on: day, effectsFrom: event.effectsFrom } };
  return { ...plan, begunOn: day };
}

import "server-only";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { StepChange } from "@/lib/domain/step-change";
import { countsFound } from "@/lib/domain/systems/erasure-effects";
import { effectsFrom, erasurePlan, waitingDaysUnlessSaid } from "@/lib/domain/systems/erasure-plan";
import type { PlanEvent } from "@/lib/domain/systems/plan-events";
import type { Scope } from "./organisation-scope";
import type { StoredRequest } from "./request-store";
import { registeredSystems } from "./systems";

type PlanChange = Extract<StepChange, { step: "plan_erasure" | "return_plan" | "release_plan" }>;

/** The event of a step about an erasure's plan; `keep` seals its words as a note and gives their id. */
export async function planEvent(
  scope: Scope,
  { facts, organisation }: Pick<StoredRequest, "facts" | "organisation">,
  { change, today, dueOn }: { change: PlanChange; today: CalendarDate; dueOn: CalendarDate | null },
  keep: (words: string) => Promise<string>,
): Promise<PlanEvent> {
  const { profile } = organisation;
  switch (change.step) {
    case "plan_erasure": {
      const { known } = change;
      const systems = await registeredSystems(scope);
      const counted = { facts: { askedOn: facts.receivedOn, ...known }, found: countsFound(facts) };
      const identifiers = Object.fromEntries(systems.map((system) => [system.id, system.identifiers]));
      return { type: "ErasurePlanned", known, identifiers, ...erasurePlan(profile, systems, counted) };
    }
    case "return_plan":
      return { type: "ErasurePlanReturned", messageId: await keep(change.words) };
    case "release_plan": {
      const { waitingDays = waitingDaysUnlessSaid } = profile.erasure;
      return { type: "ErasurePlanReleased", effectsFrom: effectsFrom(today, { waitingDays, dueOn }) };
    }
  }
}

import { calendarDayText } from "@/components/ui/calendar-day";
import { effectsOf } from "@/lib/domain/systems/erasure-plan";
import type { PlanEvent } from "@/lib/domain/systems/plan-events";

/** What happened to the plan of an erasure, as a sentence. */
export function planSentence(event: PlanEvent): string {
  switch (event.type) {
    case "ErasurePlanned": {
      const going = effectsOf(event.lines).flatMap(({ categories }) => categories).length;
      return `Erasure planned: ${going} of ${event.lines.length} lines go`;
    }
    case "ErasurePlanReturned":
      return "Plan of the erasure returned to the handler";
    case "ErasurePlanReleased":
      return `Plan of the erasure released; it begins on ${calendarDayText(event.effectsFrom)}`;
    case "ErasureBegun":
      return "Erasure begun: systems are asked in their order";
  }
}

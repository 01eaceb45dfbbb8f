// What was said about an age on the way, and what the organisation's rule makes of it.
import { type ChildAnswer, deletesOnContact } from "@/lib/domain/child-rule";
import type { Intake } from "./intake-question";
import { one } from "./kept-values";

/** What was said about an age; null where it was not asked. A grown child's parent went on as their agent. */
export function childTold({ values }: Intake): ChildAnswer | null {
  switch (one(values, "relation")) {
    case "guardian":
      return (["under", "care"] as const).find((told) => told === one(values, "child_age")) ?? null;
    case "agent":
      return one(values, "as_agent") === "yes" ? "over" : null;
    case "self":
      return one(values, "under_age") === "yes" ? "self" : null;
    default:
      return null;
  }
}

/** The organisation promised to delete data of this child on contact: everything, so nothing more is asked about it. */
export function deletesAnyway(intake: Intake): boolean {
  return deletesOnContact(intake.child, childTold(intake));
}

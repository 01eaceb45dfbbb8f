// Decides whether a step about an erasure's plan may be taken: asked for, proven, seen by two, whole, and on its day.
// Answers to GDPR Arts 12(6), 17 and 32(1)(b): what cannot be undone is done once, and for the right person.
import type { StepContext } from "../lifecycle-needs";
import type { Refusal } from "../refusal";
import { answerLacksProof, rightsGranted } from "../request-proofs";
import { isErasureOwed } from "./erasure-effects";
import type { PlanNeed } from "./plan-steps";

/** The rules behind the needs. `erasure_settled` is a need of `prepare`: nobody is told of an erasure that is still owed. */
export const planNeeds: Readonly<Record<PlanNeed, (context: StepContext) => Refusal | null>> = {
  erasure_asked: ({ facts }) => (facts.rights.some(({ right }) => right === "erasure") ? null : "erasure_not_asked"),
  erasure_not_begun: ({ facts }) => (facts.plan?.begunOn ? "erasure_begun" : null),
  plan_waits: ({ facts }) => (facts.plan !== null && facts.plan.released === null ? null : "no_plan_waits"),
  plan_by_other_eyes: ({ facts, actor }) =>
    actor.kind === "staff" && actor.staffId !== facts.plan?.by ? null : "four_eyes_plan",
  plan_whole: ({ facts }) => (facts.plan?.holes.length === 0 ? null : "plan_has_holes"),
  plan_due: ({ facts, today }) => {
    const { released = null, begunOn = null } = facts.plan ?? {};
    if (released === null || begunOn !== null) return "already_done";
    return today >= released.effectsFrom ? null : "too_early";
  },
  erasure_proven: ({ facts }) => {
    const granted = [{ right: "erasure", outcome: "granted", ground: null } as const];
    return answerLacksProof({ ...facts, outcomes: granted, answerHasFiles: false }) ? "proof_missing" : null;
  },
  erasure_settled: ({ facts, outcomes }) =>
    rightsGranted({ outcomes }).includes("erasure") && facts.plan !== null && isErasureOwed(facts)
      ? "erasure_owed"
      : null,
};

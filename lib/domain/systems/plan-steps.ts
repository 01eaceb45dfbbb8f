// Decides who may plan an erasure, release it and have it begun, and when: rows of the lifecycle's table, which takes them in.
// Answers to GDPR Arts 12(6), 17 and 32(1)(b): what cannot be undone is seen by two, proven, and begun only after the wait.
import type { Role } from "../actor";
import type { State } from "../lifecycle";

export type PlanNeed =
  | "erasure_asked"
  | "erasure_not_begun"
  | "plan_waits"
  | "plan_by_other_eyes"
  | "plan_whole"
  | "plan_due"
  | "erasure_proven"
  | "erasure_settled";

type PlanEdge = { moves: Partial<Record<State, State>>; by: readonly Role[]; needs: readonly (PlanNeed | "reason")[] };
const working = { in_progress: "in_progress" } as const;

export const planSteps = {
  plan_erasure: { moves: working, by: ["handler"], needs: ["erasure_asked", "erasure_not_begun"] },
  return_plan: { moves: working, by: ["approver"], needs: ["plan_waits", "reason"] },
  release_plan: {
    moves: working,
    by: ["approver"],
    needs: ["plan_waits", "plan_by_other_eyes", "plan_whole", "erasure_proven"],
  },
  begin_erasure: { moves: working, by: ["system"], needs: ["plan_due", "erasure_proven"] },
} as const satisfies Record<string, PlanEdge>;

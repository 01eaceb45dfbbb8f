// When the needs of an erasure's plan are met, and when not.
import { calendarDate } from "../calendar-date";
import type { RequestFacts } from "../request";
import { type NeedCase, aStaff as staff } from "../test-contest-needs";
import { approverId, aReceipt, filedOn, handlerId, someFacts } from "../test-request";
import type { PlanLine } from "./erasure-plan";
import type { StandingPlan } from "./plan-events";
import type { PlanNeed } from "./plan-steps";
import type { SystemTask } from "./task";

const day = calendarDate;
export const goingLine: PlanLine = {
  system: "product",
  systemName: "Product",
  category: "account",
  name: "Account",
  action: "erase",
  order: 1,
  count: 1,
  because: "You asked.",
};
const hole = { kind: "no_system", category: "bills" } as const;

export function aPlan(given: Partial<StandingPlan> = {}): StandingPlan {
  const made = { known: {}, identifiers: { product: ["email"] }, lines: [goingLine], holes: [] };
  return { ...made, plannedOn: filedOn, by: handlerId, released: null, begunOn: null, ...given };
}

/** A task that erases, answered unless told otherwise. */
export function erasingTask(given: Partial<SystemTask> = {}): SystemTask {
  return {
    id: "t",
    system: "product",
    verb: "erase",
    categories: ["account"],
    state: "answered",
    openedOn: filedOn,
    dueOn: filedOn,
    askedOn: filedOn,
    failing: null,
    reminders: 0,
    answered: { on: filedOn, answer: "done", counts: { account: 1 }, files: 0 },
    ...given,
  };
}

const rights = [{ right: "erasure", level: 2 }] as const;
const received = aReceipt({ rights: [...rights] });
const asking = (given: Partial<RequestFacts> = {}) => someFacts({ received, rights, state: "in_progress", ...given });
const confirmed = { kind: "contact_confirmed", on: filedOn } as const;
const matched = { kind: "address_on_file", on: filedOn } as const;
const released = { on: filedOn, effectsFrom: day("2026-12-07") };
const granted = [{ right: "erasure", outcome: "granted", ground: null }] as const;
const refused = [{ right: "erasure", outcome: "refused", ground: "law" }] as const;
const begun = aPlan({ released, begunOn: filedOn });

export const planCases: Readonly<Record<PlanNeed, NeedCase>> = {
  erasure_asked: { met: { facts: asking() }, unmet: [["erasure_not_asked", { facts: someFacts() }]] },
  erasure_not_begun: {
    met: { facts: asking({ plan: aPlan({ released }) }) },
    unmet: [["erasure_begun", { facts: asking({ plan: begun }) }]],
  },
  plan_waits: {
    met: { facts: asking({ plan: aPlan() }) },
    unmet: [
      ["no_plan_waits", { facts: asking() }],
      ["no_plan_waits", { facts: asking({ plan: aPlan({ released }) }) }],
    ],
  },
  plan_by_other_eyes: {
    met: { actor: staff(approverId), facts: asking({ plan: aPlan() }) },
    unmet: [
      ["four_eyes_plan", { actor: staff(handlerId), facts: asking({ plan: aPlan() }) }],
      ["four_eyes_plan", { actor: { kind: "system", organisationId: "o", task: "t" }, facts: asking() }],
    ],
  },
  plan_whole: {
    met: { facts: asking({ plan: aPlan() }) },
    unmet: [
      ["plan_has_holes", { facts: asking({ plan: aPlan({ holes: [hole] }) }) }],
      ["plan_has_holes", { facts: asking() }],
    ],
  },
  plan_due: {
    met: { facts: asking({ plan: aPlan({ released }) }), today: day("2026-12-07") },
    unmet: [
      ["too_early", { facts: asking({ plan: aPlan({ released }) }), today: day("2026-12-06") }],
      ["already_done", { facts: asking({ plan: begun }), today: day("2026-12-07") }],
      ["already_done", { facts: asking({ plan: aPlan() }), today: day("2026-12-07") }],
      ["already_done", { facts: asking(), today: day("2026-12-07") }],
    ],
  },
  erasure_proven: {
    met: { facts: asking({ proofs: [confirmed, matched] }) },
    unmet: [
      ["proof_missing", { facts: asking({ proofs: [confirmed] }) }],
      ["proof_missing", { facts: someFacts({ proofs: [confirmed, matched] }) }],
    ],
  },
  erasure_settled: {
    met: { facts: asking({ plan: begun, tasks: [erasingTask()] }), outcomes: granted },
    unmet: [
      ["erasure_owed", { facts: asking({ plan: aPlan() }), outcomes: granted }],
      ["erasure_owed", { facts: asking({ plan: begun }), outcomes: granted }],
    ],
  },
};

/** Nothing is owed where nothing was planned, or where the erasure is refused. */
export const settledWithoutErasing = [
  { facts: asking(), outcomes: granted },
  { facts: asking({ plan: aPlan() }), outcomes: refused },
] as const;

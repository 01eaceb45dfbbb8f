// Tasks and requests for tests about systems, and the cases of their needs.
import { calendarDate } from "../calendar-date";
import type { NeedCase } from "../test-contest-needs";
import { filedOn, someFacts } from "../test-request";
import type { SystemTask } from "./task";

/** A copy from the billing system, opened on the day of filing, due ten days later. */
export function aTask(given: Partial<SystemTask> = {}): SystemTask {
  return {
    id: "t",
    system: "billing",
    verb: "export",
    categories: ["billing"],
    state: "open",
    openedOn: filedOn,
    dueOn: calendarDate("2026-12-14"),
    askedOn: null,
    failing: null,
    reminders: 0,
    answered: null,
    ...given,
  };
}

/** An access request that holds the proof it needs. */
export function provenFacts(given: Parameters<typeof someFacts>[0] = {}) {
  const proofs = [
    { kind: "contact_confirmed", on: filedOn },
    { kind: "address_on_file", on: filedOn },
  ] as const;
  return someFacts({ proofs, ...given });
}

const asked = aTask({ state: "asked", askedOn: filedOn });

export const taskCases = {
  tasks_new: {
    met: { tasks: [aTask(), aTask({ system: "accounts" })] },
    unmet: [
      ["no_task_chosen", {}],
      ["task_there_already", { tasks: [aTask()], facts: someFacts({ tasks: [aTask({ id: "u" })] }) }],
      ["task_there_already", { tasks: [aTask(), aTask({ id: "u" })] }],
      ["erase_needs_plan", { tasks: [aTask({ verb: "erase" })] }],
    ],
  },
  task_proven: {
    met: { tasks: [aTask()], facts: provenFacts() },
    unmet: [
      ["task_needs_proof", { tasks: [aTask()] }],
      ["task_needs_proof", { tasks: [aTask({ verb: "erase" })], facts: provenFacts() }],
    ],
  },
  task_live: {
    met: { tasks: [aTask({ state: "stopped" })] },
    unmet: [
      ["task_over", {}],
      ["task_over", { tasks: [aTask({ state: "answered" })] }],
      ["task_over", { tasks: [aTask({ state: "cancelled" })] }],
    ],
  },
  task_reminder_due: {
    met: { tasks: [asked], today: calendarDate("2026-12-12") },
    unmet: [["too_early", { tasks: [asked], today: calendarDate("2026-12-11") }]],
  },
} as const satisfies Readonly<Record<string, NeedCase>>;

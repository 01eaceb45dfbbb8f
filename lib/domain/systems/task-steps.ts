// Decides who may do what about a task, and when: rows of the lifecycle's table, which takes them in. None moves the request.
// Answers to GDPR Arts 12(3), 12(6) and 32(1)(b).
import type { Role } from "../actor";
import type { State } from "../states";

export type TaskNeed = "tasks_new" | "task_proven" | "task_live" | "task_reminder_due";

type TaskEdge = { moves: Partial<Record<State, State>>; by: readonly Role[]; needs: readonly TaskNeed[] };

const working = { open: "open", in_progress: "in_progress", waiting_for_person: "waiting_for_person" } as const;
// What was asked may be answered while an answer is prepared, and an erasure is carried out after it went out.
const asked = { ...working, answer_prepared: "answer_prepared", answered: "answered" } as const;

export const taskSteps = {
  open_tasks: { moves: working, by: ["handler", "dpo"], needs: ["tasks_new", "task_proven"] },
  ask_task: { moves: asked, by: ["system"], needs: ["task_live", "task_proven"] },
  remind_task: { moves: asked, by: ["system"], needs: ["task_live", "task_proven", "task_reminder_due"] },
  fail_task: { moves: asked, by: ["system"], needs: ["task_live"] },
  ask_task_again: { moves: asked, by: ["handler", "dpo"], needs: ["task_live", "task_proven"] },
  answer_task: { moves: asked, by: ["owner", "handler", "dpo", "system"], needs: ["task_live"] },
  cancel_task: { moves: asked, by: ["handler", "dpo"], needs: ["task_live"] },
} as const satisfies Record<string, TaskEdge>;

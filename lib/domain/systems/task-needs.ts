// Decides whether a step about tasks may be taken: whether the request holds the proof, and something is still owed.
// Answers to GDPR Arts 12(6) and 32(1)(b): nobody is told whom a question is about before we know who asks.
import type { StepContext } from "../lifecycle-needs";
import type { Refusal } from "../refusal";
import { isLiveTask, isSameQuestion, isTaskProven, isTaskReminderDue, liveTasks } from "./task";
import type { TaskNeed } from "./task-steps";

/** The rules behind the needs. `tasks`: those that the step is about. */
export const taskNeeds: Readonly<Record<TaskNeed, (context: StepContext) => Refusal | null>> = {
  tasks_new: ({ facts, tasks }) => {
    if (tasks.length === 0) return "no_task_chosen";
    // Nothing is erased but by a plan that a second person released.
    if (tasks.some(({ verb }) => verb === "erase") && !facts.plan?.begunOn) return "erase_needs_plan";
    const twice = tasks.some(
      (task, place) =>
        liveTasks(facts).some((live) => isSameQuestion(live, task)) ||
        tasks.findIndex((other) => isSameQuestion(other, task)) !== place,
    );
    return twice ? "task_there_already" : null;
  },
  task_proven: ({ facts, tasks }) => (tasks.every((task) => isTaskProven(facts, task)) ? null : "task_needs_proof"),
  task_live: ({ tasks }) => (tasks.length > 0 && tasks.every(isLiveTask) ? null : "task_over"),
  task_reminder_due: ({ tasks, today }) => (tasks.every((task) => isTaskReminderDue(task, today)) ? null : "too_early"),
};

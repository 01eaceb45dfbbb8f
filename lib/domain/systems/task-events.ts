// Decides what can happen to a task, and what of it the record keeps: codes and counts, never what was found or said.
// Answers to GDPR Art. 5(2) and 5(1)(c).
import type { CalendarDate } from "../calendar-date";
import type { Counts, Verb } from "./system-question";
import type { TaskAnswer, TaskFailure } from "./task";

export type OpenedTask = {
  task: string;
  system: string;
  verb: Verb;
  categories: readonly string[];
  dueOn: CalendarDate;
};

export type TaskEvent =
  /** All that were opened in one go. */
  | { type: "TasksOpened"; tasks: readonly OpenedTask[] }
  /** The question has left: the letter to the owner, or the machine took it. */
  | { type: "TaskAsked"; task: string }
  | { type: "TaskReminded"; task: string; number: number }
  /** The first failure in a row, or the last one that is tried; those between are numbers in the row. */
  | { type: "TaskFailed"; task: string; why: TaskFailure; stopped?: true }
  /** Staff had it asked anew. */
  | { type: "TaskAskedAgain"; task: string }
  | {
      type: "TaskAnswered";
      task: string;
      answer: TaskAnswer;
      counts: Counts;
      files: readonly { id: string; digest: string }[];
    }
  | { type: "TaskCancelled"; task: string };

export const eventOfTaskStep = {
  open_tasks: "TasksOpened",
  ask_task: "TaskAsked",
  remind_task: "TaskReminded",
  fail_task: "TaskFailed",
  ask_task_again: "TaskAskedAgain",
  answer_task: "TaskAnswered",
  cancel_task: "TaskCancelled",
} as const satisfies Record<string, TaskEvent["type"]>;

/** Ids in an event that have a name elsewhere: systems, or the task, which is called by its system. */
export function namedByTask(event: TaskEvent): readonly string[] {
  return event.type === "TasksOpened" ? event.tasks.map(({ system }) => system) : [event.task];
}

const types: ReadonlySet<string> = new Set(Object.values(eventOfTaskStep));

export function isTaskEvent(event: { type: string }): event is TaskEvent {
  return types.has(event.type);
}

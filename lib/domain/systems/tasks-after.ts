// Decides what each event makes of a request's tasks. They are the fold of its record, like everything else about it.
// Answers to GDPR Art. 5(2).
import type { CalendarDate } from "../calendar-date";
import type { DomainEvent } from "../events";
import { isLiveTask, newTask, type SystemTask } from "./task";
import { isTaskEvent, type TaskEvent } from "./task-events";

/** The tasks after an event. The same list where nothing about them changed. */
export function tasksAfter(event: DomainEvent, tasks: readonly SystemTask[], day: CalendarDate): readonly SystemTask[] {
  if (!isTaskEvent(event)) return tasks.some((task) => ends(event, task)) ? tasks.map(endedBy(event)) : tasks;
  if (event.type !== "TasksOpened") {
    return tasks.map((task) => (task.id === event.task ? { ...task, ...changeOf(event, task, day) } : task));
  }
  const opened = event.tasks.map(({ task: id, system, verb, categories, dueOn }) =>
    newTask({ id, system, verb, categories, dueOn }, day),
  );
  return [...tasks, ...opened];
}

type TaskChange = Exclude<TaskEvent, { type: "TasksOpened" }>;

function changeOf(event: TaskChange, task: SystemTask, day: CalendarDate): Partial<SystemTask> {
  switch (event.type) {
    case "TaskAsked":
      return { state: "asked", askedOn: day, failing: null };
    case "TaskReminded":
      return { reminders: event.number };
    case "TaskFailed":
      return {
        state: event.stopped ? "stopped" : "failing",
        failing: { why: event.why, since: task.failing?.since ?? day },
      };
    case "TaskAskedAgain":
      return { state: "open", failing: null };
    case "TaskAnswered": {
      const { answer, counts, files } = event;
      return { state: "answered", failing: null, answered: { on: day, answer, counts, files: files.length } };
    }
    case "TaskCancelled":
      return { state: "cancelled", failing: null };
  }
}

/** Whose request is over is looked for no more. A copy that comes after the answer would go nowhere. */
function ends(event: DomainEvent, task: SystemTask): boolean {
  if (!isLiveTask(task)) return false;
  switch (event.type) {
    case "RequestWithdrawn":
    case "RequestLapsed":
    case "ProofLapsed":
    case "RequestClosed":
      return true;
    case "AnswerReleased":
      return task.verb === "export" || task.verb === "look_up";
    default:
      return false;
  }
}

function endedBy(event: DomainEvent) {
  return (task: SystemTask): SystemTask => (ends(event, task) ? { ...task, state: "cancelled", failing: null } : task);
}

import { counted } from "@/components/console/instant-words";
import { calendarDayText } from "@/components/ui/calendar-day";
import type { Verb } from "@/lib/domain/systems/system-question";
import type { TaskAnswer, TaskFailure } from "@/lib/domain/systems/task";
import type { TaskEvent } from "@/lib/domain/systems/task-events";

export const verbWords: Readonly<Record<Verb, string>> = {
  look_up: "look it up",
  export: "a copy",
  erase: "erasure",
  rectify: "a correction",
  restrict: "restriction",
  object: "stopping the use",
};

export const taskAnswerWords: Readonly<Record<TaskAnswer, string>> = {
  done: "done",
  not_found: "nothing found",
  exception: "not done, with a reason",
};

export const taskFailureWords: Readonly<Record<TaskFailure, string>> = {
  unreachable: "it could not be reached",
  slow: "it did not answer in time",
  not_allowed: "its address may not be asked",
  redirected: "it sends the question on to another address",
  status: "it turned the question down",
  unreadable: "its answer is not one that was agreed",
  too_much: "its answer is larger than allowed",
  cut_off: "its answer broke off",
  not_set: "a variable of this installation is missing",
  login: "it refused the account",
  statement: "a statement does not work",
  no_ledger: "its table of effects is missing",
  file: "its file cannot be used",
  not_asked_so: "it cannot be asked this way",
  undeliverable: "the letter could not be delivered",
};

/** Records per category, as "3 bills, 1 account"; empty where none were counted. */
export function countsText(counts: Readonly<Record<string, number>>, nameOf: (category: string) => string): string {
  return Object.entries(counts)
    .map(([category, count]) => `${nameOf(category)}: ${count}`)
    .join(", ");
}

/** What happened to a task, as a sentence. `nameOf` also knows systems by their id; a task is named by the systems it asks. */
export function taskSentence(event: TaskEvent, nameOf: (id: string) => string): string {
  switch (event.type) {
    case "TasksOpened":
      return `Systems to be asked: ${event.tasks.map(({ system, verb, dueOn }) => `${nameOf(system)} for ${verbWords[verb]}, by ${calendarDayText(dueOn)}`).join("; ")}`;
    case "TaskAsked":
      return `${nameOf(event.task)} was asked`;
    case "TaskReminded":
      return `Reminder ${event.number} to ${nameOf(event.task)}`;
    case "TaskFailed":
      return `${nameOf(event.task)} could not be asked: ${taskFailureWords[event.why]}${event.stopped ? ". It is not tried again by itself" : "; tried again by itself"}`;
    case "TaskAskedAgain":
      return `${nameOf(event.task)} is asked again`;
    case "TaskAnswered":
      return `${nameOf(event.task)} answered: ${taskAnswerWords[event.answer]}${event.files.length > 0 ? `, with ${counted(event.files.length, "file")}` : ""}`;
    case "TaskCancelled":
      return `Question to ${nameOf(event.task)} taken back`;
  }
}

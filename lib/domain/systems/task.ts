// Decides what a task is: one system's share of one request, from its opening to its answer, and when it is due.
// Answers to GDPR Art. 12(3): a request is as late as the slowest place that was asked, so each has a day of its own.
import { type CalendarDate, earliest, latest, plusDays } from "../calendar-date";
import type { AskedRight } from "../events";
import type { RequestFacts } from "../request";
import { isProven } from "../request-proofs";
import type { RegisteredSystem } from "./registered-system";
import type { SystemProblem } from "./system-problem";
import { type Counts, type Verb, verbOfRight } from "./system-question";

/**
 * `open`: to be asked, or the letter waits. `failing`: asked, away, tried again by itself. `stopped`: nothing is tried any
 * more until staff say so. `cancelled`: staff took it back, or the request ended.
 */
export const taskStates = ["open", "asked", "answered", "failing", "stopped", "cancelled"] as const;
export type TaskState = (typeof taskStates)[number];

export const taskAnswers = ["done", "not_found", "exception"] as const;
export type TaskAnswer = (typeof taskAnswers)[number];

/** Why asking failed, as a code: what a machine said may hold anything, and never goes into the record. Or a letter came back. */
export type TaskFailure = SystemProblem | "undeliverable";

export type SystemTask = {
  id: string;
  /** Id in the register. */
  system: string;
  verb: Verb;
  categories: readonly string[];
  state: TaskState;
  openedOn: CalendarDate;
  dueOn: CalendarDate;
  /** When it was asked last; null while nobody was. */
  askedOn: CalendarDate | null;
  /** Why it does not work, and since when; null while it does. */
  failing: { why: TaskFailure; since: CalendarDate } | null;
  reminders: number;
  answered: { on: CalendarDate; answer: TaskAnswer; counts: Counts; files: number } | null;
};

/** A task as it is on the day of its opening: nobody has been asked yet. */
export function newTask(
  opened: Pick<SystemTask, "id" | "system" | "verb" | "categories" | "dueOn">,
  openedOn: CalendarDate,
): SystemTask {
  return { ...opened, openedOn, state: "open", askedOn: null, failing: null, reminders: 0, answered: null };
}

const liveTaskStates: readonly TaskState[] = ["open", "asked", "failing", "stopped"];

/** Its answer is still owed. */
export function isLiveTask({ state }: Pick<SystemTask, "state">): boolean {
  return liveTaskStates.includes(state);
}

export function liveTasks({ tasks }: { tasks: readonly SystemTask[] }): readonly SystemTask[] {
  return tasks.filter(isLiveTask);
}

/** Systems whose answer is owed, without repetition, in one order. */
export function systemsWaitedFor(facts: { tasks: readonly SystemTask[] }): readonly string[] {
  return [...new Set(liveTasks(facts).map(({ system }) => system))].sort();
}

/** The day since which the first of them is waited for; null where none is. */
export function waitedForSince(facts: { tasks: readonly SystemTask[] }): CalendarDate | null {
  return (
    liveTasks(facts)
      .map(({ openedOn }) => openedOn)
      .sort()[0] ?? null
  );
}

/** The rights of a request that this question serves; a look serves all that any system has a part in. */
function rightsServed(rights: readonly AskedRight[], verb: Verb): readonly AskedRight[] {
  return rights.filter(({ right }) => (verb === "look_up" ? right in verbOfRight : verbOfRight[right] === verb));
}

/**
 * Whether the request holds what some right needs that this question serves. Until then nothing that tells who it is
 * about goes to an owner or a machine. Asked each time, never kept. Mirrored by `habeas_task_proven` in the database.
 */
export function isTaskProven(
  facts: Pick<RequestFacts, "proofs" | "received" | "rights">,
  { verb }: Pick<SystemTask, "verb">,
): boolean {
  return rightsServed(facts.rights, verb).some((asked) => isProven(facts, asked));
}

/** A task that can be opened: nothing about it is decided but whom it asks for what. */
export type TaskOffer = { system: string; verb: Verb; categories: readonly string[] };

/**
 * What could be asked of each system for these rights, systems in their order; what is owed already is not offered. Before an
 * erasure has begun its systems are only looked into: that is what its plan counts.
 */
export function taskOffers(
  facts: Pick<RequestFacts, "rights" | "tasks" | "plan">,
  systems: readonly RegisteredSystem[],
): readonly TaskOffer[] {
  const needed = facts.rights.flatMap(({ right }) => verbOfRight[right] ?? []);
  const verbs = [...new Set(needed.map((verb) => (verb === "erase" && !facts.plan?.begunOn ? "look_up" : verb)))];
  return systems
    .toSorted((one, other) => one.order - other.order)
    .flatMap(({ id, categories }) => verbs.map((verb) => ({ system: id, verb, categories })))
    .filter((offer) => !liveTasks(facts).some((task) => isSameQuestion(task, offer)));
}

export function isSameQuestion(one: Pick<TaskOffer, "system" | "verb">, other: Pick<TaskOffer, "system" | "verb">) {
  return one.system === other.system && one.verb === other.verb;
}

/** An owner gets this many days where the answer's own date leaves them. */
const usualTaskDays = 10;
/** What staff need after the last system has answered. */
const daysToWriteUp = 3;

/** The day for a task opened today: ten days, never less than three before the answer's own, never before tomorrow unless that is due. */
export function taskDueOn(today: CalendarDate, dueOn: CalendarDate | null): CalendarDate {
  const usual = plusDays(today, usualTaskDays);
  if (dueOn === null) return usual;
  const inTime = earliest(usual, plusDays(dueOn, -daysToWriteUp));
  // Late already, or nearly: a day that is over helps nobody.
  return latest(inTime, dueOn > today ? plusDays(today, 1) : today);
}

/** Days before (positive) and after its day on which an owner is reminded, each once. */
const reminderDays = [2, -1, -8] as const;
export const daysBeforeReminder = reminderDays[0];
export const remindersAtMost = reminderDays.length;

/** Whether the owner is to be reminded today; asked by the sweep, so what was missed is made up for by one letter. */
export function isTaskReminderDue(task: SystemTask, today: CalendarDate): boolean {
  const next = reminderDays[task.reminders];
  return task.state === "asked" && next !== undefined && task.askedOn !== today && today >= plusDays(task.dueOn, -next);
}

/** How long a machine that failed is left alone, in seconds: a minute, and longer each time, at most six hours, without end. */
export function retryAfterSeconds(attempts: number): number {
  return Math.min(60 * 4 ** Math.max(0, attempts - 1), 6 * 3_600);
}

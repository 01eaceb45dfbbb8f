import "server-only";
import { randomUUID } from "node:crypto";
import type { Scope } from "@/lib/db/organisation-scope";
import { recordChange } from "@/lib/db/record-change";
import { type StoredRequest, todayAt } from "@/lib/db/request-store";
import type { StaffActor, SystemActor } from "@/lib/domain/actor";
import { type CalendarDate, earliest, latest } from "@/lib/domain/calendar-date";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import { requestClock } from "@/lib/domain/request-clock";
import { newTask, type SystemTask, type TaskOffer, taskDueOn } from "@/lib/domain/systems/task";
import { haveAsked } from "./turn-task";

/** Tasks as they would be opened. `wish`: the day that staff name for the owners; never behind the answer's own. */
export function taskDrafts(
  offers: readonly TaskOffer[],
  { facts, organisation }: StoredRequest,
  wish: CalendarDate | null,
  now: Date,
): SystemTask[] {
  const today = todayAt(organisation, now);
  const answerDueOn = requestClock(facts, clockSettingsOf(organisation, facts)).dueOn;
  const inside = wish && answerDueOn ? earliest(wish, answerDueOn) : wish;
  const dueOn = inside ? latest(inside, today) : taskDueOn(today, answerDueOn);
  return offers.map((offer) => newTask({ ...offer, id: randomUUID(), dueOn }, today));
}

/** Writes down that they are open, in the caller's transaction: a machine is asked by the worker from now on, an owner by a letter. */
export async function recordOpened(
  scope: Scope,
  stored: StoredRequest,
  { actor, tasks }: { actor: StaffActor | SystemActor; tasks: readonly SystemTask[] },
  now: Date,
): Promise<StoredRequest> {
  const opened = tasks.map(({ id, system, verb, categories, dueOn }) => ({
    task: id,
    system,
    verb,
    categories,
    dueOn,
  }));
  const { recorded: _, ...after } = await recordChange(
    scope,
    stored,
    { event: { type: "TasksOpened", tasks: opened }, actor },
    now,
  );
  for (const task of tasks) await haveAsked(scope, after, task, now);
  return after;
}

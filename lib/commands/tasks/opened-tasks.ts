import "server-only";
import { randomUUID } from "node:crypto";
import type { Scope } from "@/lib/db/organisation-scope";
import { recordChange } from "@/lib/db/record-change";
import { type StoredRequest, todayAt } from "@/lib/db/request-store";
import type { KeptSystem } from "@/lib/db/systems";
import type { StaffActor, SystemActor } from "@/lib/domain/actor";
import { type CalendarDate, earliest, latest } from "@/lib/domain/calendar-date";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import { requestClock } from "@/lib/domain/request-clock";
import { type SystemTask, type TaskOffer, taskDueOn } from "@/lib/domain/systems/task";

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
  return offers.map((offer) => ({
    ...offer,
    id: randomUUID(),
    state: "open",
    openedOn: today,
    dueOn,
    askedOn: null,
    failing: null,
    reminders: 0,
    answered: null,
  }));
}

/** Writes down that they are open, in the caller's transaction: a machine is asked by the worker from now on. */
export async function recordOpened(
  scope: Scope,
  stored: StoredRequest,
  {
    actor,
    tasks,
    systems,
  }: { actor: StaffActor | SystemActor; tasks: readonly SystemTask[]; systems: readonly KeptSystem[] },
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
  const machines = systems.filter(({ askedBy }) => askedBy.kind !== "manual").map(({ id }) => id);
  const byMachine = tasks.filter(({ system }) => machines.includes(system)).map(({ id }) => id);
  await scope.tx.task.updateMany({ where: { id: { in: byMachine } }, data: { nextTryAt: now } });
  return after;
}

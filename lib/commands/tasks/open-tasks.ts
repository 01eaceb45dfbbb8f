import "server-only";
import { randomUUID } from "node:crypto";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest, type StoredRequest, todayAt } from "@/lib/db/request-store";
import { type KeptSystem, registeredSystems } from "@/lib/db/systems";
import type { StaffActor } from "@/lib/domain/actor";
import { type CalendarDate, earliest, latest } from "@/lib/domain/calendar-date";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { requestClock } from "@/lib/domain/request-clock";
import type { Verb } from "@/lib/domain/systems/system-question";
import { isSameQuestion, type SystemTask, type TaskOffer, taskDueOn, taskOffers } from "@/lib/domain/systems/task";
import { taskStepRefusal } from "./task-step";

/** `chosen`: which of the offers. `dueOn`: the owners' day, where staff name one; it never lies behind the answer's own. */
export type TasksToOpen = {
  organisation: Organisation;
  reference: string;
  chosen: readonly { system: string; verb: Verb }[];
  dueOn?: CalendarDate | null;
};

/**
 * Opens a task for each chosen system: one event, and from then on each is asked by itself: a machine by the worker, an
 * owner by a letter. Refused before the request holds the proof, and for what is asked already.
 */
export async function openTasks(
  actor: StaffActor,
  { organisation, reference, chosen, dueOn = null }: TasksToOpen,
  now: Date,
): Promise<{ ok: true; tasks: readonly SystemTask[] } | Refused> {
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  const opened = await inTurn(() =>
    inOrganisation(organisation.id, async (scope) => {
      const stored = await loadRequest(scope, organisation, { reference });
      if (!stored) return refuse("not_found");
      const systems = await registeredSystems(scope);
      // What is not offered any more may be owed already: the rule says so in its own words.
      const all = taskOffers({ ...stored.facts, tasks: [] }, systems);
      const offers = all.filter((offer) => chosen.some((one) => isSameQuestion(one, offer)));
      if (offers.length < chosen.length) return refuse("not_found");
      const tasks = draftsOf(offers, stored, dueOn, now);
      const refusal = taskStepRefusal("open_tasks", stored, { actor, tasks }, now);
      return refusal ? refuse(refusal) : record(scope, stored, { actor, tasks, systems }, now);
    }),
  );
  return opened ?? refuse("changed_meanwhile");
}

function draftsOf(
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

async function record(
  scope: Scope,
  stored: StoredRequest,
  { actor, tasks, systems }: { actor: StaffActor; tasks: readonly SystemTask[]; systems: readonly KeptSystem[] },
  now: Date,
): Promise<{ ok: true; tasks: readonly SystemTask[] }> {
  const opened = tasks.map(({ id, system, verb, categories, dueOn }) => ({
    task: id,
    system,
    verb,
    categories,
    dueOn,
  }));
  await recordChange(scope, stored, { event: { type: "TasksOpened", tasks: opened }, actor }, now);
  const machines = systems.filter(({ askedBy }) => askedBy.kind !== "manual").map(({ id }) => id);
  const byMachine = tasks.filter(({ system }) => machines.includes(system)).map(({ id }) => id);
  await scope.tx.task.updateMany({ where: { id: { in: byMachine } }, data: { nextTryAt: now } });
  return { ok: true, tasks };
}

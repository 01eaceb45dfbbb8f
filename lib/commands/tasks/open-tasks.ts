import "server-only";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { loadRequest } from "@/lib/db/request-store";
import { registeredSystems } from "@/lib/db/systems";
import type { StaffActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type Refused, refuse } from "@/lib/domain/refusal";
import type { Verb } from "@/lib/domain/systems/system-question";
import { isSameQuestion, type SystemTask, taskOffers } from "@/lib/domain/systems/task";
import { recordOpened, taskDrafts } from "./opened-tasks";
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
      const tasks = taskDrafts(offers, stored, dueOn, now);
      const refusal = taskStepRefusal("open_tasks", stored, { actor, tasks }, now);
      if (refusal) return refuse(refusal);
      await recordOpened(scope, stored, { actor, tasks }, now);
      return { ok: true as const, tasks };
    }),
  );
  return opened ?? refuse("changed_meanwhile");
}

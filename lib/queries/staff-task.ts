import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { loadRequest } from "@/lib/db/request-store";
import { findSystem } from "@/lib/db/systems";
import type { StaffActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { mayTake } from "@/lib/domain/lifecycle";
import type { Verb } from "@/lib/domain/systems/system-question";
import { isLiveTask } from "@/lib/domain/systems/task";

export type StaffTask = {
  id: string;
  reference: string;
  system: string;
  owner: string;
  verb: Verb;
  categories: readonly { id: string; name: string }[];
  dueOn: CalendarDate;
};

/** A task that staff may answer for its owner; null where it is settled, not of this request, or not for this role. */
export async function staffTask(
  actor: StaffActor,
  input: { organisation: Organisation; reference: string; task: { taskId: string } },
): Promise<StaffTask | null> {
  const { organisation, reference } = input;
  if (actor.organisationId !== organisation.id || !mayTake("answer_task", actor.roles)) return null;
  return inOrganisation(organisation.id, async (scope) => {
    const stored = await loadRequest(scope, organisation, { reference });
    const task = stored?.facts.tasks.find(({ id }) => id === input.task.taskId);
    const system = task && isLiveTask(task) ? await findSystem(scope, task.system) : null;
    if (!task || !system) return null;
    const names = new Map(organisation.profile.retention.map(({ category, name }) => [category, name]));
    const { id, verb, dueOn } = task;
    const categories = task.categories.map((category) => ({ id: category, name: names.get(category) ?? category }));
    return { id, reference, system: system.name, owner: system.owner.name, verb, categories, dueOn };
  });
}

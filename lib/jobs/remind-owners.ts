import "server-only";
import { remindOwner } from "@/lib/commands/tasks/turn-task";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import { tasksOfOwners } from "@/lib/db/task-candidates";
import type { SystemActor } from "@/lib/domain/actor";
import { eachCandidate } from "./each-candidate";

/** Owners whose day comes near or has passed are reminded, each task by a letter with a link of its own. Returns how many. */
export function remindOwners(organisation: Organisation, now: Date): Promise<number> {
  const { id: organisationId } = organisation;
  const actor: SystemActor = { kind: "system", organisationId, task: "sweep" };
  const today = todayAt(organisation, now);
  return eachCandidate(
    { name: "sweep", organisationId, of: "taskId" },
    (page) => inOrganisation(organisationId, (scope) => tasksOfOwners(scope, { today, ...page })),
    async (taskId) => (await remindOwner(actor, { organisation, task: { taskId } }, now)).ok,
  );
}

import "server-only";
import { cookies } from "next/headers";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { findTaskSession, taskKeyLimits } from "@/lib/db/task-keys";
import type { OwnerActor } from "@/lib/domain/actor";
import { settings } from "@/lib/settings";

/** As long as a browser may see one task; it ends with the task. */
export const ownerSessionSeconds = taskKeyLimits.sessionHours * 3_600;

/** Whoever came by link and code to one task of this organisation, or null. At every other organisation the key is unknown. */
export async function currentOwner(organisation: { id: string }): Promise<OwnerActor | null> {
  const name = settings().baseUrl.startsWith("https:") ? "__Host-habeas_owner" : "habeas_owner";
  const token = (await cookies()).get(name)?.value;
  return token ? ownerBehind(organisation, token, new Date()) : null;
}

/** The same for a secret at hand. */
export async function ownerBehind(organisation: { id: string }, token: string, now: Date): Promise<OwnerActor | null> {
  return inOrganisation(organisation.id, async (scope) => {
    const session = await findTaskSession(scope, token, now);
    const task = session && (await scope.tx.task.findUnique({ where: { id: session.taskId } }));
    if (!task) return null;
    const { id: taskId, requestId, systemId: system } = task;
    return { kind: "owner", organisationId: organisation.id, requestId, taskId, system };
  });
}

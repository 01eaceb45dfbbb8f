import "server-only";
import { randomUUID } from "node:crypto";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { oweOwnerLetter } from "@/lib/db/owner-letters";
import { loadRequest, type StoredRequest } from "@/lib/db/request-store";
import { codesLately, findTaskLink, spendTaskCode, startTaskSession, taskKeyLimits } from "@/lib/db/task-keys";
import type { VisitorActor } from "@/lib/domain/actor";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { isLiveTask, isTaskProven, type SystemTask } from "@/lib/domain/systems/task";

type AtLink = { organisation: Organisation; token: string };
type Found = { stored: StoredRequest; task: SystemTask; alive: boolean };

/** The task behind a link, while its answer is owed and the request holds the proof; null for everything else alike. */
async function behindLink(scope: Scope, { organisation, token }: AtLink, now: Date): Promise<Found | null> {
  const link = await findTaskLink(scope, token, now);
  const stored = link && (await loadRequest(scope, organisation, { id: link.requestId }));
  const task = stored?.facts.tasks.find(({ id }) => id === link?.taskId);
  if (!link || !stored || !task || !isLiveTask(task) || !isTaskProven(stored.facts, task)) return null;
  return { stored, task, alive: link.alive };
}

/**
 * Has a letter sent to the owner's own mailbox, whoever presses: a code where the link lives, a new link where it has run
 * out. What is said back is the same in every case, and for links that never were (ATK-E1).
 */
export async function askOwnerLetter(
  actor: VisitorActor,
  at: AtLink & { want: "code" | "link" },
  now: Date,
): Promise<void> {
  if (actor.organisationId !== at.organisation.id) return;
  await inOrganisation(at.organisation.id, async (scope) => {
    const found = await behindLink(scope, at, now);
    if (!found || (at.want === "code" && !found.alive)) return;
    const { stored, task } = found;
    // Presses at the same moment count one after the other.
    await scope.tx.$queryRaw`select 1 from task where id = ${task.id}::uuid for update`;
    if ((await codesLately(scope, task.id, now)) >= taskKeyLimits.codesAnHour) return;
    const kind = at.want === "code" ? "owner_code" : "owner_reminder";
    const letter = { kind, taskId: task.id, cause: `${kind}:${randomUUID()}` } as const;
    await oweOwnerLetter(scope, { id: stored.id, version: stored.facts.version }, letter, now);
  });
}

/** Link and code together open the task in this browser. A code fits its own task only, once, five tries at most. */
export async function enterTask(
  actor: VisitorActor,
  at: AtLink & { code: string },
  now: Date,
): Promise<{ ok: true; session: string } | Refused> {
  if (actor.organisationId !== at.organisation.id) return refuse("not_found");
  const entered = await inTurn(() =>
    inOrganisation(at.organisation.id, async (scope) => {
      const found = await behindLink(scope, at, now);
      if (!found?.alive) return refuse("link_dead");
      const { task, stored } = found;
      const miss = await spendTaskCode(scope, { taskId: task.id, code: at.code }, now);
      if (miss) return refuse(miss);
      return { ok: true as const, session: await startTaskSession(scope, { id: task.id, requestId: stored.id }, now) };
    }),
  );
  return entered ?? refuse("changed_meanwhile");
}

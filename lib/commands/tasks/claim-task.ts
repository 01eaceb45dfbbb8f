import "server-only";
import type { Organisation } from "@/lib/db/organisations";
import { detailsOf, personOf, type StoredRequest } from "@/lib/db/request-store";
import { findSystem } from "@/lib/db/systems";
import type { SystemActor } from "@/lib/domain/actor";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { identifiersFor } from "@/lib/domain/systems/identifiers";
import type { RegisteredSystem } from "@/lib/domain/systems/registered-system";
import type { SystemQuestion } from "@/lib/domain/systems/system-question";
import { type HeldTask, onTask, type TaskRef, taskStepRefusal } from "./task-step";

/** `attempts`: failures in a row before this try. */
export type ClaimedTask = {
  ok: true;
  taskId: string;
  system: RegisteredSystem;
  question: SystemQuestion;
  attempts: number;
};

/** So long one worker has a task in hand; killed meanwhile, another asks the same question under the same effect key. */
export const claimMinutes = 15;

/** Proof that was taken back may come again: it is looked at anew after this. */
const unprovenMinutes = 60;

/**
 * Takes a task to be asked by a machine, for fifteen minutes, with the question as it stands now: what the system finds
 * people by leaves the database here and nowhere else. `too_early`: another worker has it, or it is not to be asked yet.
 */
export function claimTask(
  actor: SystemActor,
  { organisation, task }: { organisation: Organisation; task: TaskRef },
  now: Date,
): Promise<ClaimedTask | Refused> {
  return onTask(actor, { organisation, task }, async (scope, held) => {
    const { row, stored } = held;
    const system = await findSystem(scope, held.task.system);
    if (!system || system.stopped || row.nextTryAt === null || row.nextTryAt > now) return refuse("too_early");
    const refusal = taskStepRefusal("ask_task", stored, { actor, tasks: [held.task] }, now);
    const minutes = refusal ? unprovenMinutes : claimMinutes;
    await scope.tx.task.update({
      where: { id: row.id },
      data: { nextTryAt: new Date(now.getTime() + minutes * 60_000) },
    });
    if (refusal) return refuse(refusal);
    const { attempts, id: taskId } = row;
    return { ok: true, taskId, system, question: questionOf(held, system), attempts };
  });
}

function questionOf({ stored, task, row }: HeldTask, system: RegisteredSystem): SystemQuestion {
  const { reference, organisation } = stored;
  const correction = task.verb === "rectify" ? detailsOf(stored)?.rectification : undefined;
  return {
    effectKey: row.effectKey,
    organisation: organisation.slug,
    reference,
    verb: task.verb,
    identifiers: identifiersOf(stored, system),
    categories: task.categories,
    ...(correction && { correction }),
  };
}

/** What this system is told to look for; nothing once the request is a skeleton. */
function identifiersOf(stored: StoredRequest, { identifiers }: RegisteredSystem) {
  const person = personOf(stored);
  return person ? identifiersFor(person, stored.facts.received.relation, identifiers) : {};
}

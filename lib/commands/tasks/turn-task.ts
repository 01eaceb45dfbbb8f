import "server-only";
import type { Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { oweOwnerLetter } from "@/lib/db/owner-letters";
import type { StoredRequest } from "@/lib/db/request-store";
import { findSystem } from "@/lib/db/systems";
import type { StaffActor, SystemActor } from "@/lib/domain/actor";
import type { OwnerLetter } from "@/lib/domain/letters";
import type { Refused } from "@/lib/domain/refusal";
import type { SystemTask } from "@/lib/domain/systems/task";
import { onTask, type TaskRef, takeTaskStep } from "./task-step";

type Of = { organisation: Organisation; task: TaskRef };

/** Has a system asked anew: a machine at once, an owner by another letter. Whoever is asked again by machine does nothing twice. */
export function askTaskAgain(actor: StaffActor, of: Of, now: Date): Promise<{ ok: true } | Refused> {
  return onTask(actor, of, async (scope, held) => {
    const event = { type: "TaskAskedAgain", task: held.task.id } as const;
    const taken = await takeTaskStep(scope, held, { actor, step: "ask_task_again", event }, now);
    if (!taken.ok) return taken;
    await scope.tx.task.update({ where: { id: held.task.id }, data: { attempts: 0 } });
    await haveAsked(scope, taken.stored, held.task, now);
    return { ok: true };
  });
}

/** Takes a question back. Its links and codes open nothing any more; what comes later is not taken. */
export function cancelTask(actor: StaffActor, of: Of, now: Date): Promise<{ ok: true } | Refused> {
  return onTask(actor, of, async (scope, held) => {
    const event = { type: "TaskCancelled", task: held.task.id } as const;
    const taken = await takeTaskStep(scope, held, { actor, step: "cancel_task", event }, now);
    return taken.ok ? { ok: true } : taken;
  });
}

/** Reminds an owner whose day comes near or has passed; the letter brings a new link. Refused when it is too early. */
export function remindOwner(actor: SystemActor, of: Of, now: Date): Promise<{ ok: true } | Refused> {
  return onTask(actor, of, async (scope, held) => {
    const number = held.task.reminders + 1;
    const event = { type: "TaskReminded", task: held.task.id, number } as const;
    const taken = await takeTaskStep(scope, held, { actor, step: "remind_task", event }, now);
    if (!taken.ok) return taken;
    await oweLetter(scope, taken.stored, held.task, "owner_reminder", now);
    return { ok: true };
  });
}

/** From here on the system is asked by itself: a machine by the worker, an owner by a letter where the register has an address. */
export async function haveAsked(scope: Scope, stored: StoredRequest, task: SystemTask, now: Date): Promise<void> {
  const system = await findSystem(scope, task.system);
  if (system && system.askedBy.kind !== "manual") {
    await scope.tx.task.update({ where: { id: task.id }, data: { nextTryAt: now } });
  } else if (system?.owner.email) await oweLetter(scope, stored, task, "owner_task", now);
}

async function oweLetter(scope: Scope, stored: StoredRequest, task: SystemTask, kind: OwnerLetter, now: Date) {
  const request = { id: stored.id, version: stored.facts.version };
  // One letter for each event that owes one.
  const cause = `${kind}:${task.id}:${stored.facts.version}`;
  await oweOwnerLetter(scope, request, { kind, taskId: task.id, cause }, now);
}

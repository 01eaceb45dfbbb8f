import "server-only";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest, type StoredRequest } from "@/lib/db/request-store";
import type { Actor } from "@/lib/domain/actor";
import type { Step } from "@/lib/domain/lifecycle";
import { type Refused, refuse } from "@/lib/domain/refusal";
import type { SystemTask } from "@/lib/domain/systems/task";
import type { eventOfTaskStep, TaskEvent } from "@/lib/domain/systems/task-events";
import { stepRefusal } from "@/lib/domain/take-step";
import type { Task } from "@/lib/generated/prisma/client";
import { stepContext } from "../step-context";

/** By its id, or by the key that the system was given for its effect. */
export type TaskRef = { taskId: string } | { effectKey: string };

/** A task with its request and its row, which is locked until the end of the transaction. */
export type HeldTask = { stored: StoredRequest; task: SystemTask; row: Task };

/** Runs a unit of work about one task; whoever comes second waits, and then finds what the first has done. */
export async function onTask<Result>(
  actor: Actor,
  { organisation, task }: { organisation: Organisation; task: TaskRef },
  work: (scope: Scope, held: HeldTask) => Promise<Result | Refused>,
): Promise<Result | Refused> {
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  const done = await inTurn(() =>
    inOrganisation(organisation.id, async (scope) => {
      const held = await holdTask(scope, organisation, task);
      return held && mayKnow(actor, held.task) ? work(scope, held) : refuse("not_found");
    }),
  );
  return done ?? refuse("changed_meanwhile");
}

// An owner's key opens one task.
function mayKnow(actor: Actor, task: SystemTask): boolean {
  return actor.kind !== "owner" || actor.taskId === task.id;
}

async function holdTask(scope: Scope, organisation: Organisation, by: TaskRef): Promise<HeldTask | null> {
  const { tx } = scope;
  const { id: organisationId } = organisation;
  const [found] =
    "taskId" in by
      ? await tx.$queryRaw<{ id: string }[]>`select id from task where id = ${by.taskId}::uuid for update`
      : await tx.$queryRaw<{ id: string }[]>`
          select id from task where organisation_id = ${organisationId}::uuid and effect_key = ${by.effectKey} for update`;
  const row = found && (await tx.task.findUnique({ where: { id: found.id } }));
  const stored = row && (await loadRequest(scope, organisation, { id: row.requestId }));
  const task = stored?.facts.tasks.find(({ id }) => id === row?.id);
  return row && stored && task ? { stored, task, row } : null;
}

/** Why this actor may not take this step about these tasks now; null when they may. */
export function taskStepRefusal(
  step: Step & keyof typeof eventOfTaskStep,
  stored: StoredRequest,
  { actor, tasks }: { actor: Actor; tasks: readonly SystemTask[] },
  now: Date,
) {
  return stepRefusal(step, { ...stepContext(stored, actor, null, now), tasks });
}

/** Takes one step about one task: the rule, the event, the rows that fold from it. */
export async function takeTaskStep(
  scope: Scope,
  { stored, task }: Pick<HeldTask, "stored" | "task">,
  taken: { actor: Actor; step: Step & keyof typeof eventOfTaskStep; event: TaskEvent },
  now: Date,
): Promise<{ ok: true; stored: StoredRequest } | Refused> {
  const { actor, step, event } = taken;
  const refusal = taskStepRefusal(step, stored, { actor, tasks: [task] }, now);
  if (refusal) return refuse(refusal);
  return { ok: true, stored: await recordChange(scope, stored, { event, actor }, now) };
}

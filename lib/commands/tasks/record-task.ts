import "server-only";
import { sealText } from "@/lib/db/field-encryption";
import { keepFiles } from "@/lib/db/message-store";
import type { Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { dataKeyOf } from "@/lib/db/request-store";
import type { OwnerActor, StaffActor, SystemActor } from "@/lib/domain/actor";
import { type Refused, refuse } from "@/lib/domain/refusal";
import type { FileToKeep } from "@/lib/domain/step-change";
import type { Counts } from "@/lib/domain/systems/system-question";
import { retryAfterSeconds, type TaskFailure } from "@/lib/domain/systems/task";
import { openNextEffects } from "./open-effects";
import { type HeldTask, onTask, type TaskRef, takeTaskStep } from "./task-step";

/** `recorded`: false where it stood there already; nothing was kept then, files of this call included. */
export type TaskRecorded = { ok: true; recorded: boolean };

type Of = { organisation: Organisation; task: TaskRef };

/**
 * The question has left: the machine took it and calls back, or the owner's letter is on its way. `again`: when a machine
 * is asked once more under the same key if nothing comes; null: not by itself.
 */
export function recordTaskAsked(
  actor: SystemActor,
  { again, ...of }: Of & { again: Date | null },
  now: Date,
): Promise<TaskRecorded | Refused> {
  return onTask(actor, of, async (scope, held) => {
    const { row, task } = held;
    if (task.state === "answered") return { ok: true, recorded: false };
    const recorded = task.state !== "asked";
    if (recorded) {
      const event = { type: "TaskAsked", task: row.id } as const;
      const taken = await takeTaskStep(scope, held, { actor, step: "ask_task", event }, now);
      if (!taken.ok) return taken;
    }
    await scope.tx.task.update({ where: { id: row.id }, data: { attempts: 0, nextTryAt: again } });
    return { ok: true, recorded };
  });
}

/** What a system answered. `files` lie in the file store already. `words` are sealed: an owner's remark, or the reason of an exception. */
export type AnswerToRecord =
  | { kind: "done"; counts: Counts; files: readonly FileToKeep[]; words?: string }
  | { kind: "not_found"; words?: string }
  | { kind: "exception"; words: string; counts?: Counts };

/** Writes down, once, what came of a task. A second answer, under whatever key it comes, changes nothing. */
export function recordTaskAnswered(
  actor: SystemActor | StaffActor | OwnerActor,
  { answer, ...of }: Of & { answer: AnswerToRecord },
  now: Date,
): Promise<TaskRecorded | Refused> {
  return onTask(actor, of, async (scope, held) => {
    if (held.task.state === "answered") {
      // A machine may answer twice; people are told that somebody was quicker.
      return actor.kind === "system" ? { ok: true, recorded: false } : refuse("task_over");
    }
    const files = answer.kind === "done" ? answer.files : [];
    const event = {
      type: "TaskAnswered",
      task: held.row.id,
      answer: answer.kind,
      counts: answer.kind === "not_found" ? {} : (answer.counts ?? {}),
      files: files.map(({ id, digest }) => ({ id, digest })),
    } as const;
    const taken = await takeTaskStep(scope, held, { actor, step: "answer_task", event }, now);
    if (!taken.ok) return taken;
    await keepWhatCame(scope, held, { files, words: answer.words ?? "" }, now);
    // The last answer of one place of an erasure makes it the turn of the next.
    await openNextEffects(scope, taken.stored, now);
    return { ok: true, recorded: true };
  });
}

async function keepWhatCame(
  scope: Scope,
  { stored, row }: HeldTask,
  { files, words }: { files: readonly FileToKeep[]; words: string },
  now: Date,
): Promise<void> {
  const key = dataKeyOf(stored);
  await keepFiles(scope, files, { requestId: stored.id, key, purpose: "export", taskId: row.id }, now);
  if (words.trim() === "") return;
  await scope.tx.task.update({ where: { id: row.id }, data: { words: sealText(key, `task.words.${row.id}`, words) } });
}

/**
 * Asking failed. The first failure in a row and the last are events; the tries between are a number in the row. It is tried
 * again by itself, later each time and without end, unless `stop`: then staff say when. Never loses the request.
 */
export function recordTaskFailed(
  actor: SystemActor,
  { why, stop, ...of }: Of & { why: TaskFailure; stop: boolean },
  now: Date,
): Promise<TaskRecorded | Refused> {
  return onTask(actor, of, async (scope, held) => {
    const { row, task } = held;
    if (task.state === "answered") return { ok: true, recorded: false };
    const recorded = stop ? task.state !== "stopped" : task.state !== "failing";
    if (recorded) {
      const event = { type: "TaskFailed", task: row.id, why, ...(stop && { stopped: true as const }) } as const;
      const taken = await takeTaskStep(scope, held, { actor, step: "fail_task", event }, now);
      if (!taken.ok) return taken;
    }
    const attempts = row.attempts + 1;
    const nextTryAt = stop ? null : new Date(now.getTime() + retryAfterSeconds(attempts) * 1_000);
    await scope.tx.task.update({ where: { id: row.id }, data: { attempts, nextTryAt } });
    return { ok: true, recorded };
  });
}

import "server-only";
import type { Scope } from "@/lib/db/organisation-scope";
import type { LetterFacts } from "@/lib/db/owed-letters";
import { recordChange } from "@/lib/db/record-change";
import type { StoredRequest } from "@/lib/db/request-store";
import type { SystemActor } from "@/lib/domain/actor";
import { isLiveTask } from "@/lib/domain/systems/task";
import { taskStepRefusal } from "./task-step";

/**
 * What a letter to an owner means for its task, in the transaction that records it: once it left they were asked, and where it
 * came back for good nobody was, and staff see that. Proof that is gone by now leaves the task as it is.
 */
export async function recordLetterOfTask(
  scope: Scope,
  stored: StoredRequest,
  letter: { kind: string; facts: unknown; failed: "for_good" | "for_now" | null },
  actor: SystemActor,
  now: Date,
): Promise<void> {
  const { task: taskId } = letter.facts as LetterFacts;
  const task = stored.facts.tasks.find(({ id }) => id === taskId);
  if (!task || !isLiveTask(task) || letter.kind === "owner_code") return;
  if (letter.failed === "for_now" || (letter.failed === null && task.state === "asked")) return;
  const step = letter.failed ? "fail_task" : "ask_task";
  if (taskStepRefusal(step, stored, { actor, tasks: [task] }, now)) return;
  const event = letter.failed
    ? ({ type: "TaskFailed", task: task.id, why: "undeliverable", stopped: true } as const)
    : ({ type: "TaskAsked", task: task.id } as const);
  await recordChange(scope, stored, { event, actor }, now);
}

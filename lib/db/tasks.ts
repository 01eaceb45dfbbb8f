import "server-only";
import { isLiveTask, type SystemTask } from "@/lib/domain/systems/task";
import { dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";

/**
 * Rows of a request's tasks, as its record has them now; in the transaction of the event. Only what changed is written.
 * Where nothing is owed any more, whatever opened the task opens nothing.
 */
export async function writeTasks(
  { tx, organisationId }: Scope,
  { id: requestId, facts: before }: { id: string; facts: { tasks: readonly SystemTask[] } },
  { tasks, at }: { tasks: readonly SystemTask[]; at: Date },
): Promise<void> {
  const known = new Map(before.tasks.map((task) => [task.id, task]));
  for (const task of tasks) {
    const { id, system: systemId, verb, categories } = task;
    if (known.get(id) === task) continue;
    if (known.has(id)) await tx.task.update({ where: { id }, data: columnsOf(task) });
    else {
      const opened = { id, organisationId, requestId, systemId, verb, categories: [...categories] };
      await tx.task.create({ data: { ...opened, effectKey: effectKeyOf(id), openedAt: at, ...columnsOf(task) } });
    }
    if (!isLiveTask(task)) await tx.taskKey.deleteMany({ where: { taskId: id } });
  }
}

/** One effect for each task, however often it is asked: names nobody, and is the same after a restart. */
function effectKeyOf(taskId: string): string {
  return `habeas-${taskId}`;
}

function columnsOf({ state, dueOn, askedOn, answered, failing, reminders }: SystemTask) {
  return {
    state,
    dueOn: dayToRow(dueOn),
    askedOn: askedOn && dayToRow(askedOn),
    reminders,
    why: failing?.why ?? null,
    ...(answered && { answeredOn: dayToRow(answered.on), answer: answered.answer, counts: { ...answered.counts } }),
    // Nothing is tried of what is settled; when else is for whoever opened it to say.
    ...(state === "open" || state === "failing" ? {} : { nextTryAt: null }),
  };
}

import "server-only";
import { bulkChangeOf, enqueueBulk } from "@/lib/db/bulk-runs";
import { appendOrganisationEvent } from "@/lib/db/event-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import { type BulkStep, bulkAtOnce, canUndo } from "@/lib/domain/bulk";
import { mayTake } from "@/lib/domain/lifecycle";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { workBulk } from "./work-bulk";

type OfRun = { organisation: Organisation; runId: string };

/**
 * Takes the planned step for every row, or sets every row back. Few are done at once, many by a job that was owed in the
 * same transaction, so that a restart loses none. Asked twice, it is done once. Whoever planned it takes it, nobody else.
 */
export async function takeBulk(
  actor: StaffActor,
  { organisation, runId, undo }: OfRun & { undo: boolean },
  now: Date,
): Promise<{ ok: true } | Refused> {
  const from = undo ? "done" : "planned";
  const started = await inOrganisation(organisation.id, async (scope) => {
    const run = await scope.tx.bulkRun.findUnique({ where: { id: runId } });
    if (!run || run.staffId !== actor.staffId || actor.organisationId !== organisation.id) return refuse("not_found");
    const step = run.step as BulkStep;
    if (!mayTake(step, actor.roles)) return refuse("not_your_role");
    if (!undo && run.state === "planned" && bulkChangeOf(run) === null) return refuse("bulk_words_gone");
    if (undo && !canUndo(step)) return refuse("not_open_in_this_state");
    // Only one of two presses finds it as it was.
    const { count } = await scope.tx.bulkRun.updateMany({
      where: { id: runId, state: from },
      data: undo ? { state: "undoing" } : { state: "running", startedAt: now },
    });
    if (count === 0) return { ok: true as const, work: false };
    await appendOrganisationEvent(scope, {
      event: { type: undo ? "BulkUndone" : "BulkTaken", runId, step, rows: run.rows, from: run.chosenFrom },
      actor,
      at: now,
      day: todayAt(organisation, now),
    });
    if (run.rows > bulkAtOnce) await enqueueBulk(scope, runId);
    return { ok: true as const, work: run.rows <= bulkAtOnce };
  });
  if (!started.ok) return started;
  if (started.work) await workBulk({ organisation, runId }, now);
  return { ok: true };
}

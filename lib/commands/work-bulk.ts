import "server-only";
import { type BulkRow, type BulkRun, nextBulkRow, settleBulkRow } from "@/lib/db/bulk-runs";
import { inTurn } from "@/lib/db/in-turn";
import { membershipsOf } from "@/lib/db/memberships";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import type { StaffActor } from "@/lib/domain/actor";
import { type BulkStep, undoRefusal } from "@/lib/domain/bulk";
import type { Refusal } from "@/lib/domain/refusal";
import type { StepChange } from "@/lib/domain/step-change";
import { stepWithin } from "./take-step";

/**
 * Works off what is left of a run, row by row, each with its step and its result in one transaction: killed between two
 * rows it goes on with the next one, and no request is stepped twice. The roles are those that the member holds by now.
 */
export async function workBulk(of: { organisation: Organisation; runId: string }, now: Date): Promise<void> {
  const { organisation, runId } = of;
  const run = await inOrganisation(organisation.id, ({ tx }) => tx.bulkRun.findUnique({ where: { id: runId } }));
  if (!run || (run.state !== "running" && run.state !== "undoing")) return;
  const held = await membershipsOf(run.staffId);
  const roles = held.find(({ organisationId }) => organisationId === organisation.id)?.roles ?? [];
  const actor: StaffActor = { kind: "staff", organisationId: organisation.id, staffId: run.staffId, roles };
  let more = true;
  while (more) {
    const settled = await inTurn(() =>
      inOrganisation(organisation.id, (scope) => oneRow(scope, organisation, run, actor, now)),
    );
    // Others write to that request all the time: it is left as it is, and the result says so.
    more = settled ?? (await inOrganisation(organisation.id, (scope) => giveUp(scope, run)));
  }
  await inOrganisation(organisation.id, ({ tx }) =>
    tx.bulkRun.updateMany({
      where: { id: runId, state: run.state },
      data: { state: run.state === "undoing" ? "undone" : "done", endedAt: now },
    }),
  );
}

/** False when no row is left. */
async function oneRow(scope: Scope, organisation: Organisation, run: BulkRun, actor: StaffActor, now: Date) {
  const row = await nextBulkRow(scope, run);
  if (!row) return false;
  const undo = run.state === "undoing";
  const change: StepChange | Refusal = undo ? undoing(run, row) : taking(run);
  const seen = undo ? {} : { seenVersion: row.seenVersion };
  const taken =
    typeof change === "string"
      ? { ok: false as const, refusal: change }
      : await stepWithin(scope, actor, { organisation, request: { id: row.requestId }, change, ...seen }, now);
  await settleBulkRow(scope, run, { ...row, result: taken.ok ? "done" : taken.refusal });
  return true;
}

function taking(run: BulkRun): StepChange {
  const step = run.step as BulkStep;
  return step === "assign" ? { step, to: run.assignTo } : { step };
}

function undoing(run: BulkRun, row: BulkRow): StepChange | Refusal {
  return undoRefusal(run.assignTo, row.owner) ?? { step: "assign", to: row.ownerBefore };
}

async function giveUp(scope: Scope, run: BulkRun): Promise<boolean> {
  const row = await nextBulkRow(scope, run);
  if (row) await settleBulkRow(scope, run, { ...row, result: "changed_meanwhile" });
  return row !== null;
}

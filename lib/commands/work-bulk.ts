import "server-only";
import { type BulkRow, type BulkRun, bulkChangeOf, nextBulkRow, settleBulkRow } from "@/lib/db/bulk-runs";
import { filledFor } from "@/lib/db/filled-template";
import { inTurn } from "@/lib/db/in-turn";
import { dayFromRow } from "@/lib/db/law-day";
import { membershipsOf } from "@/lib/db/memberships";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { loadRequest, type StoredRequest, todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import { type BulkChange, bulkRefusal, undoRefusal } from "@/lib/domain/bulk";
import { blankLeft } from "@/lib/domain/letter-template";
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
      // Each request has the words now, under its own key.
      data: { words: null, state: run.state === "undoing" ? "undone" : "done", endedAt: now },
    }),
  );
}

/** False when no row is left. */
async function oneRow(scope: Scope, organisation: Organisation, run: BulkRun, actor: StaffActor, now: Date) {
  const row = await nextBulkRow(scope, run);
  if (!row) return false;
  const undo = run.state === "undoing";
  const change = undo ? undoing(run, row) : await taking(scope, organisation, run, row, now);
  const seen = undo ? {} : { seenVersion: row.seenVersion };
  const taken =
    typeof change === "string"
      ? { ok: false as const, refusal: change }
      : await stepWithin(scope, actor, { organisation, request: { id: row.requestId }, change, ...seen }, now);
  await settleBulkRow(scope, run, { ...row, result: taken.ok ? "done" : taken.refusal });
  return true;
}

async function taking(
  scope: Scope,
  organisation: Organisation,
  run: BulkRun,
  { requestId, snoozedUntil }: BulkRow,
  now: Date,
): Promise<StepChange | Refusal> {
  const change = bulkChangeOf(run);
  if (change === null) return "bulk_words_gone";
  if (change.step !== "message" && change.step !== "snooze") return change;
  const stored = await loadRequest(scope, organisation, { id: requestId });
  if (!stored) return "not_found";
  const { dueOn, language, wrappedKey } = stored.row;
  const facts = {
    state: stored.facts.state,
    purged: wrappedKey === null,
    dueOn: dueOn && dayFromRow(dueOn),
    snoozedUntil,
    language,
  };
  const refusal = bulkRefusal(change, facts, todayAt(organisation, now));
  return refusal ?? (change.step === "snooze" ? change : messageOf(stored, change));
}

function messageOf(stored: StoredRequest, { texts }: Extract<BulkChange, { step: "message" }>): StepChange | Refusal {
  const words = filledFor(stored, texts[stored.row.language] ?? "");
  return blankLeft(words) === null ? { step: "message", words } : "template_has_blank";
}

function undoing(run: BulkRun, row: BulkRow): StepChange | Refusal {
  if (run.step === "snooze") {
    const until = run.until && dayFromRow(run.until);
    return undoRefusal(until, row.snoozedUntil) ?? { step: "wake" };
  }
  return undoRefusal(run.assignTo, row.owner) ?? { step: "assign", to: row.ownerBefore };
}

async function giveUp(scope: Scope, run: BulkRun): Promise<boolean> {
  const row = await nextBulkRow(scope, run);
  if (row) await settleBulkRow(scope, run, { ...row, result: "changed_meanwhile" });
  return row !== null;
}

import "server-only";
import { randomUUID } from "node:crypto";
import { bulkColumns } from "@/lib/db/bulk-runs";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import type { StaffActor } from "@/lib/domain/actor";
import { type BulkChange, bulkLimit } from "@/lib/domain/bulk";
import { mayTake } from "@/lib/domain/lifecycle";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { assigneeRefusal } from "./assignee";

/** A message is asked for by its template's name; its texts are taken as they are now, and looked over. */
export type BulkAsked = Exclude<BulkChange, { step: "message" }> | { step: "message"; template: string };

export type BulkPlan = {
  organisation: Organisation;
  change: BulkAsked;
  references: readonly string[];
  /** The queue's address they were chosen from, without what names a person. */
  chosenFrom: string;
};

/**
 * Writes down for which requests one step is meant, in this order, and takes none yet. A reference of another organisation
 * is not there, as ever (ATK-T1). From here on the rows are fixed: what arrives in the filter later is not among them.
 */
export async function planBulk(
  actor: StaffActor,
  { organisation, change, references, chosenFrom }: BulkPlan,
  now: Date,
): Promise<{ ok: true; runId: string } | Refused> {
  if (!mayTake(change.step, actor.roles)) return refuse("not_your_role");
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  return inOrganisation(organisation.id, async (scope) => {
    const { tx } = scope;
    const unfit = change.step === "assign" ? await assigneeRefusal(scope, change.to) : null;
    if (unfit) return refuse(unfit);
    const whole = await wholeChange(scope, change);
    if (!whole) return refuse("not_found");
    const wanted = [...new Set(references)].slice(0, bulkLimit);
    const found = await tx.privacyRequest.findMany({
      where: { reference: { in: wanted } },
      select: { id: true, reference: true, version: true },
    });
    const byReference = new Map(found.map((one) => [one.reference, one]));
    const rows = wanted.flatMap((reference) => byReference.get(reference) ?? []);
    if (rows.length === 0) return refuse("not_found");
    const own = { organisationId: organisation.id };
    const runId = randomUUID();
    await tx.bulkRun.create({
      data: {
        id: runId,
        ...own,
        staffId: actor.staffId,
        ...bulkColumns(runId, whole),
        chosenFrom,
        rows: rows.length,
        state: "planned",
        createdAt: now,
      },
    });
    await tx.bulkRow.createMany({
      data: rows.map(({ id, version }, place) => ({ runId, place, ...own, requestId: id, seenVersion: version })),
    });
    return { ok: true as const, runId };
  });
}

/** Null where no template has that name. */
async function wholeChange(scope: Scope, change: BulkAsked): Promise<BulkChange | null> {
  if (change.step !== "message") return change;
  const rows = await scope.tx.letterTemplate.findMany({ where: { kind: "message", name: change.template } });
  const texts = Object.fromEntries(rows.map(({ language, text }) => [language, text]));
  return rows.length > 0 ? { ...change, texts } : null;
}

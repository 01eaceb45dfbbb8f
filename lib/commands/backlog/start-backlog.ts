import "server-only";
import { appendOrganisationEvent } from "@/lib/db/event-store";
import { enqueueBacklog } from "@/lib/db/job-queue";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import { mayImportBacklog } from "@/lib/domain/backlog/import";
import { type Refused, refuse } from "@/lib/domain/refusal";

/** Lets the worker file the rows. Pressed twice it runs once. Who did it stands in the organisation's record. */
export async function startBacklog(
  actor: StaffActor,
  { organisation, id }: { organisation: Organisation; id: string },
  now: Date,
): Promise<{ ok: true } | Refused> {
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  if (!mayImportBacklog(actor.roles)) return refuse("not_your_role");
  return inOrganisation(organisation.id, async (scope) => {
    const own = { id, staffId: actor.staffId };
    const ready = { ...own, state: "uploaded", body: { not: null }, settings: { not: {} } };
    const { count } = await scope.tx.backlogImport.updateMany({ where: ready, data: { state: "running" } });
    if (count !== 1) return refuse("already_done");
    const { rows } = await scope.tx.backlogImport.findUniqueOrThrow({ where: { id }, select: { rows: true } });
    const event = { type: "BacklogImportStarted", importId: id, rows };
    await appendOrganisationEvent(scope, { event, actor, at: now, day: todayAt(organisation, now) });
    await enqueueBacklog(scope, id);
    return { ok: true as const };
  });
}

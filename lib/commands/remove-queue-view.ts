import "server-only";
import { appendOrganisationEvent } from "@/lib/db/event-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import { mayShareViews } from "@/lib/domain/queue-look";
import { type Refused, refuse } from "@/lib/domain/refusal";

/** Takes a view away: the actor's own, or everybody's by whoever may share one. */
export async function removeQueueView(
  actor: StaffActor,
  { organisation, id }: { organisation: Organisation; id: string },
  now: Date,
): Promise<{ ok: true } | Refused> {
  const { organisationId } = actor;
  if (organisationId !== organisation.id) return refuse("not_found");
  return inOrganisation(organisationId, async (scope) => {
    const own = await scope.tx.savedView.deleteMany({ where: { organisationId, id, staffId: actor.staffId } });
    if (own.count > 0) return { ok: true };
    if (!mayShareViews(actor.roles)) return refuse("not_found");
    const { count } = await scope.tx.savedView.deleteMany({ where: { organisationId, id, staffId: null } });
    if (count === 0) return refuse("not_found");
    const event = { type: "SharedViewRemoved", viewId: id };
    await appendOrganisationEvent(scope, { event, actor, at: now, day: todayAt(organisation, now) });
    return { ok: true };
  });
}

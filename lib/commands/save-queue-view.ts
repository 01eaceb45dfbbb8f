import "server-only";
import { appendOrganisationEvent } from "@/lib/db/event-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import { mayShareViews } from "@/lib/domain/queue-look";
import { type Refused, refuse } from "@/lib/domain/refusal";

/** A view without an id is new. `query` is the address's part behind the question mark, with nobody looked for in it. */
export type ViewToSave = { id?: string | undefined; name: string; query: string; shared: boolean };

/** How many a member, or the organisation, may keep: they stand in a row above the queue. */
export const mostViews = 30;

/**
 * Keeps a view, or gives a kept one another name. Everybody's views are a matter of the record: the event has id and query,
 * the name may be anything somebody typed.
 */
export async function saveQueueView(
  actor: StaffActor,
  { organisation, view }: { organisation: Organisation; view: ViewToSave },
  now: Date,
): Promise<{ ok: true; id: string } | Refused> {
  const { organisationId } = actor;
  if (organisationId !== organisation.id) return refuse("not_found");
  if (view.shared && !mayShareViews(actor.roles)) return refuse("not_your_role");
  const staffId = view.shared ? null : actor.staffId;
  return inOrganisation(organisationId, async (scope) => {
    const { tx } = scope;
    const data = { name: view.name, query: view.query };
    const where = { organisationId, staffId };
    let id = view.id;
    if (id === undefined) {
      if ((await tx.savedView.count({ where })) >= mostViews) return refuse("too_many_views");
      id = (await tx.savedView.create({ data: { ...where, ...data } })).id;
    } else {
      const { count } = await tx.savedView.updateMany({ where: { ...where, id }, data });
      if (count === 0) return refuse("not_found");
    }
    if (view.shared) {
      const event = { type: "SharedViewSaved", viewId: id, query: view.query };
      await appendOrganisationEvent(scope, { event, actor, at: now, day: todayAt(organisation, now) });
    }
    return { ok: true, id };
  });
}

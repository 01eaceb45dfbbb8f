import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { type Refused, refuse } from "@/lib/domain/refusal";

/** Destroys the rows of an uploaded file before its day is over. What runs is not stopped in the middle. */
export async function forgetBacklog(actor: StaffActor, { id }: { id: string }): Promise<{ ok: true } | Refused> {
  const where = { id, staffId: actor.staffId, state: { not: "running" } };
  const { count } = await inOrganisation(actor.organisationId, ({ tx }) =>
    tx.backlogImport.updateMany({ where, data: { body: null } }),
  );
  return count === 1 ? { ok: true } : refuse("not_found");
}

import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import type { BacklogSettings } from "@/lib/domain/backlog/row";
import { type Refused, refuse } from "@/lib/domain/refusal";

/** Writes down which column is what. Only by whoever uploaded it, and only before it runs. */
export async function chooseColumns(
  actor: StaffActor,
  { id, settings }: { id: string; settings: BacklogSettings },
): Promise<{ ok: true } | Refused> {
  const { count } = await inOrganisation(actor.organisationId, ({ tx }) =>
    tx.backlogImport.updateMany({ where: { id, staffId: actor.staffId, state: "uploaded" }, data: { settings } }),
  );
  return count === 1 ? { ok: true } : refuse("already_done");
}

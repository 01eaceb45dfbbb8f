import "server-only";
import { randomUUID } from "node:crypto";
import { sealBacklog } from "@/lib/db/backlog-imports";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import type { StaffActor } from "@/lib/domain/actor";
import { type BacklogTable, mayImportBacklog } from "@/lib/domain/backlog/import";
import { type Refused, refuse } from "@/lib/domain/refusal";

/** Keeps an uploaded table, sealed, for a day. Nothing becomes a request yet. */
export async function keepBacklog(
  actor: StaffActor,
  { organisation, table }: { organisation: Organisation; table: BacklogTable },
  now: Date,
): Promise<{ ok: true; id: string } | Refused> {
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  if (!mayImportBacklog(actor.roles)) return refuse("not_your_role");
  const id = randomUUID();
  const own = { id, organisationId: organisation.id, staffId: actor.staffId };
  await inOrganisation(organisation.id, ({ tx }) =>
    tx.backlogImport.create({
      data: { ...own, state: "uploaded", body: sealBacklog(id, table), rows: table.rows.length, at: now },
    }),
  );
  return { ok: true, id };
}

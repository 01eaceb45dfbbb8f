import "server-only";
import { importBacklog } from "@/lib/commands/backlog/import-backlog";
import { findOrganisation } from "@/lib/db/organisations";

/** Files the rows of a started import. A worker that is killed finds the job again and goes on where it stopped. */
export async function fileBacklog(of: { organisationId: string; importId: string }, now: Date): Promise<void> {
  const organisation = await findOrganisation({ id: of.organisationId });
  if (!organisation) return;
  const actor = { kind: "system", organisationId: organisation.id, task: "import_backlog" } as const;
  await importBacklog(actor, { organisation, id: of.importId }, now);
}

import "server-only";
import { workBulk } from "@/lib/commands/work-bulk";
import { findOrganisation } from "@/lib/db/organisations";

/** Works off a run that is too long to wait for. After a restart the queue calls it again and it goes on where it was. */
export async function bulk(
  { organisationId, runId }: { organisationId: string; runId: string },
  now: Date,
): Promise<void> {
  const organisation = await findOrganisation({ id: organisationId });
  if (organisation) await workBulk({ organisation, runId }, now);
}

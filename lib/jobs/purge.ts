import "server-only";
import { purgeExpired, purgeRateCounts } from "@/lib/commands/purge-expired";
import { listOrganisations } from "@/lib/db/organisations";

/** Takes away what has ended, everywhere. */
export async function purge(now: Date): Promise<void> {
  for (const { id } of await listOrganisations()) {
    await purgeExpired({ kind: "system", organisationId: id, task: "purge" }, now);
  }
  await purgeRateCounts(now);
}

import "server-only";
import { purgeExpired } from "@/lib/commands/purge-expired";
import { listOrganisations } from "@/lib/db/organisations";
import { sweepRateCounts } from "@/lib/db/rate-limit";

/** Takes away what has ended, everywhere. */
export async function purge(now: Date): Promise<void> {
  for (const { id } of await listOrganisations()) {
    await purgeExpired({ kind: "system", organisationId: id, task: "purge" }, now);
  }
  await sweepRateCounts(now);
}

import "server-only";
import { purgeExpired } from "@/lib/commands/purge-expired";
import { listOrganisations } from "@/lib/db/organisations";
import { sweepRateCounts } from "@/lib/db/rate-limit";
import { destroyDrafts } from "./destroy-drafts";
import { destroyDueFiles } from "./destroy-due-files";

/** Takes away what has ended, everywhere: typed forms, links, sessions, counts, and files whose time is over. */
export async function purge(now: Date): Promise<void> {
  for (const { id } of await listOrganisations()) {
    await purgeExpired({ kind: "system", organisationId: id, task: "purge" }, now);
  }
  await sweepRateCounts(now);
  await destroyDrafts(now);
  await destroyDueFiles(now);
}

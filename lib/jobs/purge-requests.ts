import "server-only";
import { purgeRequest } from "@/lib/commands/purge-request";
import { listCheckpoints } from "@/lib/db/checkpoints";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { listOrganisations, type Organisation } from "@/lib/db/organisations";
import { purgeCandidates } from "@/lib/db/purge-candidates";
import { todayAt } from "@/lib/db/request-store";
import { lettersOver } from "@/lib/db/shred";
import { vouchedEntries } from "@/lib/domain/checkpoint-walk";
import { logFault } from "@/lib/log";
import { clearFromOutbox, lettersInOutbox } from "@/lib/mailer/outbox-folder";
import { takeBytesAway } from "./destroy-due-files";
import { eachCandidate } from "./each-candidate";

const name = "purge_requests";

/** Reduces every request whose months are over to its skeleton, everywhere. Returns how many. */
export async function purgeRequests(desk: { dataDir: string }, now: Date): Promise<number> {
  const vouched = vouchedEntries(await listCheckpoints());
  let purged = 0;
  for (const organisation of await listOrganisations()) {
    const { id: organisationId, profile } = organisation;
    const actor = { kind: "system", organisationId, task: name } as const;
    const today = todayAt(organisation, now);
    purged += await eachCandidate(
      { name, organisationId, of: "requestId" },
      (page) => inOrganisation(organisationId, (scope) => purgeCandidates(scope, { ...page, profile, today })),
      async (requestId) => {
        const done = await purgeRequest(actor, { organisation, requestId, vouched }, now);
        if (!done.ok && done.refusal === "record_broken") {
          logFault("a request with a broken record is not purged", null, { task: name, requestId, organisationId });
        }
        return done.ok;
      },
    );
    await takeBytesAway(organisation, now);
    await clearLetters(organisation, desk.dataDir);
  }
  return purged;
}

/** Letters that waited as files name their reader. Asked of the folder, so that one a crash left behind goes as well. */
async function clearLetters({ id }: Organisation, dataDir: string): Promise<void> {
  const waiting = await lettersInOutbox(dataDir);
  if (waiting.length === 0) return;
  const orphaned = await inOrganisation(id, (scope) => lettersOver(scope, waiting));
  for (const letterId of orphaned) await clearFromOutbox(dataDir, letterId);
}

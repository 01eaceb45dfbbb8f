import "server-only";
import { enqueueLostLetters } from "@/lib/db/job-queue";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { SystemActor } from "@/lib/domain/actor";

/** A letter leaves within seconds of being owed. After this long somebody has to ask where its job is. */
const patience = 3_600_000;

/** Letters that are still owed and that nothing would send any more get a job again. Returns how many. */
export async function requeueLostLetters(actor: SystemActor, now: Date): Promise<number> {
  const dueBefore = new Date(now.getTime() - patience);
  return inOrganisation(actor.organisationId, (scope) => enqueueLostLetters(scope, dueBefore));
}

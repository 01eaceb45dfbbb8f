import "server-only";
import { type GatheredMail, takeGathered } from "@/lib/db/gathered-letters";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { SystemActor } from "@/lib/domain/actor";

/** Makes a letter about many requests ready to leave; null when it is no such letter, or it was settled. */
export async function readyGatheredLetter(
  actor: SystemActor,
  { letterId }: { letterId: string },
): Promise<GatheredMail | null> {
  return inOrganisation(actor.organisationId, (scope) => takeGathered(scope, letterId));
}

import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { takeWeeklyLetter, type WeeklyMail } from "@/lib/db/weekly-letters";
import type { SystemActor } from "@/lib/domain/actor";

/** Makes a letter of the week ready to leave; null when it is no such letter, it was settled, or nobody wants it any more. */
export async function readyWeeklyLetter(
  actor: SystemActor,
  { letterId }: { letterId: string },
): Promise<WeeklyMail | null> {
  return inOrganisation(actor.organisationId, (scope) => takeWeeklyLetter(scope, letterId));
}

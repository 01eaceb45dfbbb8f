import "server-only";
import { tellWeek } from "@/lib/commands/tell-week";
import { listOrganisations } from "@/lib/db/organisations";
import type { SystemActor } from "@/lib/domain/actor";
import { logFault } from "@/lib/log";

const task = "weekly_letters";

/** The letters of the week, for every organisation in which it is Monday morning or later. Returns how many are owed now. */
export async function weeklyLetters(now: Date): Promise<number> {
  let letters = 0;
  for (const organisation of await listOrganisations()) {
    const actor: SystemActor = { kind: "system", organisationId: organisation.id, task };
    try {
      const told = await tellWeek(actor, { organisation }, now);
      letters += told.ok ? told.letters : 0;
    } catch (fault) {
      // The week stays open here, and the next organisation's is told all the same.
      logFault("the letter of the week could not be owed", fault, { task, organisationId: organisation.id });
    }
  }
  return letters;
}

import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { endPersonSession } from "@/lib/db/person-sessions";
import type { VisitorActor } from "@/lib/domain/actor";

/** Ends the session behind this secret, if there is one: the key opens nothing any more, in no browser. */
export async function leaveRequest(actor: VisitorActor, input: { token: string }, now: Date): Promise<{ ok: true }> {
  await inOrganisation(actor.organisationId, (scope) => endPersonSession(scope, input.token, now));
  return { ok: true };
}

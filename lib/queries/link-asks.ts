import "server-only";
import { findLink } from "@/lib/db/challenge-use";
import { openingPurposes } from "@/lib/db/challenges";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { loadRequest } from "@/lib/db/request-store";
import type { VisitorActor } from "@/lib/domain/actor";
import { codeWanted } from "@/lib/domain/pressed-link";

type Asked = { organisation: Organisation; token: string; askedHere: string | null };

/** Whether the page behind a link asks for the code of the same letter too. A dead link asks for nothing: the press says so. */
export async function linkAsksForCode(
  actor: VisitorActor,
  { organisation, token, askedHere }: Asked,
  now: Date,
): Promise<boolean> {
  if (actor.organisationId !== organisation.id) return false;
  return inOrganisation(organisation.id, async (scope) => {
    const link = await findLink(scope, { token, purposes: openingPurposes }, now);
    const stored = link && (await loadRequest(scope, organisation, { id: link.requestId }));
    return stored ? codeWanted(stored.facts, askedHere === stored.id) : false;
  });
}

/** The same for the link to a new address: only the browser that asked for the change needs nothing else. */
export async function newAddressAsksForCode(
  actor: VisitorActor,
  { organisation, token, askedHere }: Asked,
  now: Date,
): Promise<boolean> {
  if (actor.organisationId !== organisation.id) return false;
  const link = await inOrganisation(organisation.id, (scope) =>
    findLink(scope, { token, purposes: ["new_address"] }, now),
  );
  return link !== null && link.requestId !== askedHere;
}

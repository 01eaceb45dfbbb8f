import "server-only";
import { blindIndex } from "@/lib/db/key-ring";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { canonicalEmail, canonicalName } from "@/lib/domain/filing";
import type { QueueFilter } from "@/lib/domain/queue";
import { parseReference } from "@/lib/domain/reference";

/** In which of these organisations a request stands; null when in none of them, which is also the answer for no request. */
export async function organisationHolding(
  organisationIds: readonly string[],
  reference: string,
): Promise<string | null> {
  for (const organisationId of organisationIds) {
    const held = await inOrganisation(organisationId, ({ tx }) =>
      tx.privacyRequest.findUnique({ where: { reference }, select: { id: true } }),
    );
    if (held) return organisationId;
  }
  return null;
}

/** What a typed search looks for. Names and addresses become keyed hashes before they reach any address bar or log. */
export function searchFilter(actor: StaffActor, text: string): QueueFilter {
  const reference = parseReference(text);
  if (reference) return { reference };
  if (text.includes("@")) return { email: blindIndex(actor.organisationId, "email", canonicalEmail(text)) };
  return { name: blindIndex(actor.organisationId, "name", canonicalName(text)) };
}

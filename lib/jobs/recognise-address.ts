import "server-only";
import { recogniseAddress } from "@/lib/commands/recognise-address";
import { matcherFor } from "@/lib/connectors/matcher";
import { findOrganisation } from "@/lib/db/organisations";

/** Asks the organisation's source once whether a confirmed address is on file; the queue asks again after a fault. */
export async function recogniseConfirmed(
  { organisationId, requestId }: { organisationId: string; requestId: string },
  now: Date,
): Promise<boolean> {
  const organisation = await findOrganisation({ id: organisationId });
  const matching = organisation?.profile.identity.matching;
  if (!organisation || !matching) return false;
  const matcher = matcherFor(organisation.profile.slug, matching);
  const actor = { kind: "system", organisationId, task: "recognise_address" } as const;
  return recogniseAddress(actor, { organisation, requestId, matcher }, now);
}

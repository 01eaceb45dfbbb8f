import "server-only";
import { findLink } from "@/lib/db/challenge-use";
import { letterAddress } from "@/lib/db/letter-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { loadRequest, personOf } from "@/lib/db/request-store";
import type { VisitorActor } from "@/lib/domain/actor";
import type { Matcher, MatchQuestion } from "@/lib/domain/matching";

/**
 * Whether the mailbox that an agent had us write to is the one that the organisation has on file under the person's name. The
 * agent chose that address, so nothing else makes the answer from there the person's own (ATK-I4). False where the source is
 * away or the link is dead: then a member of staff looks.
 */
export async function principalOnFile(
  actor: VisitorActor,
  input: { organisation: Organisation; token: string; matcher: Matcher; onAway(fault: unknown): void },
  now: Date,
): Promise<boolean> {
  const { organisation, token, matcher, onAway } = input;
  if (actor.organisationId !== organisation.id) return false;
  const question = await inOrganisation(organisation.id, async (scope): Promise<MatchQuestion | null> => {
    const link = await findLink(scope, { token, purposes: ["authorise"] }, now);
    const stored = link && (await loadRequest(scope, organisation, { id: link.requestId }));
    const person = stored && personOf(stored);
    const letter = person && link.letterId && (await scope.tx.letter.findUnique({ where: { id: link.letterId } }));
    const email = letter ? letterAddress(stored, letter) : null;
    return person && email ? { name: person.name, email, points: {} } : null;
  });
  if (!question) return false;
  try {
    return (await matcher(question, now)).addressOnFile;
  } catch (fault) {
    onAway(fault);
    return false;
  }
}

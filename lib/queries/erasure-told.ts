import "server-only";
import { erasureStatementOf, type SignedErasureStatement, signedErasureStatement } from "@/lib/db/erasure-statement";
import { openText } from "@/lib/db/field-encryption";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { dataKeyOf, loadRequest, type StoredRequest } from "@/lib/db/request-store";
import type { PersonActor } from "@/lib/domain/actor";
import { freshLevel, mayOpenAnswer } from "@/lib/domain/delivery";
import type { ErasureStatement } from "@/lib/domain/systems/erasure-statement";

/** What the person was told of the erasure with the newest answer that is out; null where none was carried out. */
export async function erasureTold(scope: Scope, stored: StoredRequest): Promise<ErasureStatement | null> {
  return stored.facts.plan?.begunOn ? erasureStatementOf(stored, await reasonsOf(scope, stored)) : null;
}

/** The same, signed, for whoever may open the answer just now. */
export async function signedErasureOfOwn(
  actor: PersonActor,
  { organisation, reference }: { organisation: Organisation; reference: string },
  now: Date,
): Promise<SignedErasureStatement | null> {
  if (!actor.proven || actor.organisationId !== organisation.id) return null;
  return inOrganisation(organisation.id, async (scope) => {
    const stored = await loadRequest(scope, organisation, { id: actor.requestId });
    if (!stored || stored.reference !== reference || stored.facts.purgedOn) return null;
    if (!mayOpenAnswer(stored.facts, freshLevel(stored, actor, now))) return null;
    const statement = await erasureTold(scope, stored);
    return statement && signedErasureStatement(statement);
  });
}

/** Why a system would not erase, by task, in its own words. */
async function reasonsOf({ tx }: Scope, stored: StoredRequest): Promise<Record<string, string>> {
  const where = { requestId: stored.id, verb: "erase", answer: "exception" };
  const tasks = await tx.task.findMany({ where, select: { id: true, words: true } });
  const key = dataKeyOf(stored);
  return Object.fromEntries(tasks.map(({ id, words }) => [id, words ? openText(key, `task.words.${id}`, words) : ""]));
}

import "server-only";
import { challengeLimits } from "@/lib/db/challenges";
import { codeUnderWay } from "@/lib/db/delivery-codes";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { loadRequest } from "@/lib/db/request-store";
import type { PersonActor } from "@/lib/domain/actor";
import { deliveryLevel, deliveryLevelNeeded, freshLevel, lostItsProof, mayOpenAnswer } from "@/lib/domain/delivery";
import type { DeliveryFactor } from "@/lib/domain/events";
import type { Level } from "@/lib/domain/verification";

/** What stands between a person and their released answer. */
export type DeliveryDoor = {
  open: boolean;
  /** The proof of the request itself is gone: it comes before everything here. */
  lostProof: boolean;
  needed: Level;
  /** Shown anew in this browser, and not too old. */
  fresh: readonly DeliveryFactor[];
  /** What was shown is enough, and has only to be used. */
  enough: boolean;
  /** A code by mail opens the answer, together with what is fresh. */
  codeIsEnough: boolean;
  /** A letter with a code is on its way or may be in the mailbox. */
  codeAsked: boolean;
};

/** Null where there is no released answer, or it is not this person's. */
export async function deliveryDoor(
  actor: PersonActor,
  input: { organisation: Organisation },
  now: Date,
): Promise<DeliveryDoor | null> {
  const { organisation } = input;
  if (!actor.proven || actor.organisationId !== organisation.id) return null;
  return inOrganisation(organisation.id, async (scope) => {
    const stored = await loadRequest(scope, organisation, { id: actor.requestId });
    if (!stored || stored.facts.purgedOn || stored.facts.answeredOn === null) return null;
    const { facts } = stored;
    const fresh = actor.fresh ?? [];
    const needed = deliveryLevelNeeded(facts);
    const since = new Date(now.getTime() - challengeLimits.codeMinutes * 60_000);
    const codeAsked = await codeUnderWay(scope, stored.id, since);
    return {
      open: mayOpenAnswer(facts, freshLevel(stored, actor, now)),
      lostProof: lostItsProof(facts),
      needed,
      fresh,
      enough: deliveryLevel(fresh, facts) >= needed,
      codeIsEnough: deliveryLevel([...fresh, "code"], facts) >= needed,
      codeAsked,
    };
  });
}

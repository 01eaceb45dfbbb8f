import "server-only";
import { createDeskCode } from "@/lib/db/challenges";
import { codeUnderWay } from "@/lib/db/delivery-codes";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { oweDeliveryCode } from "@/lib/db/owed-letters";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest } from "@/lib/db/request-store";
import type { PersonActor, StaffActor } from "@/lib/domain/actor";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { stepRefusalFor } from "./step-context";

/** A page that asks again and again fills no mailbox. */
const limits = { perHour: 5, secondsBetween: 20 } as const;

/** The person asks for the code that opens their answer: a letter to the address of the request, and nowhere else. */
export async function askDeliveryCode(
  actor: PersonActor,
  input: { organisation: Organisation },
  now: Date,
): Promise<{ ok: true } | Refused> {
  const { organisation } = input;
  if (!actor.proven || actor.organisationId !== organisation.id) return refuse("not_found");
  return inOrganisation(organisation.id, async (scope) => {
    const stored = await loadRequest(scope, organisation, { id: actor.requestId });
    if (!stored) return refuse("not_found");
    const refusal = stepRefusalFor("prove_delivery", stored, actor, now);
    if (refusal) return refuse(refusal);
    await scope.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${stored.id}, 4))`;
    const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
    // Pressed twice: the letter that is on its way will do, unless its code was used up meanwhile.
    if (await codeUnderWay(scope, stored.id, ago(limits.secondsBetween))) return { ok: true };
    const recent = await scope.tx.letter.count({
      where: { requestId: stored.id, kind: "delivery_code", queuedAt: { gt: ago(3600) } },
    });
    if (recent >= limits.perHour) return refuse("too_many");
    await oweDeliveryCode(scope, stored, now);
    return { ok: true };
  });
}

/**
 * Staff make a code that they tell the person by another way that is on file: by telephone, or on paper. It is shown once,
 * here, and counts only together with something that the person shows themselves. The record says who made it.
 */
export async function giveDeliveryCode(
  actor: StaffActor,
  input: { organisation: Organisation; reference: string },
  now: Date,
): Promise<{ ok: true; code: string; expiresAt: Date } | Refused> {
  const { organisation, reference } = input;
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  const given = await inTurn(() =>
    inOrganisation(organisation.id, async (scope) => {
      const stored = await loadRequest(scope, organisation, { reference });
      if (!stored) return refuse("not_found");
      const refusal = stepRefusalFor("give_delivery_code", stored, actor, now);
      if (refusal) return refuse(refusal);
      const made = await createDeskCode(scope, stored.id, now);
      await recordChange(scope, stored, { event: { type: "DeliveryCodeGiven" }, actor }, now);
      return { ok: true as const, ...made };
    }),
  );
  return given ?? refuse("changed_meanwhile");
}

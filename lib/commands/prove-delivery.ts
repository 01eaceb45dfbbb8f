import "server-only";
import { spendTypedCode } from "@/lib/db/challenge-use";
import type { ChallengePurpose } from "@/lib/db/challenges";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { freshenPersonSession } from "@/lib/db/person-sessions";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest } from "@/lib/db/request-store";
import type { PersonActor } from "@/lib/domain/actor";
import { deliveryLevel, deliveryLevelNeeded } from "@/lib/domain/delivery";
import type { DeliveryFactor } from "@/lib/domain/events";
import { type Refused, refuse } from "@/lib/domain/refusal";
import type { Level } from "@/lib/domain/verification";
import { stepRefusalFor } from "./step-context";

export type DeliveryShown = { ok: true; level: Level; needed: Level };

/** What a person types before the answer opens; what they did otherwise (matched, signed in) their session knows. */
export type TypedCodes = { code?: string; deskCode?: string };

const doors = {
  code: { purpose: "deliver", factor: "code" },
  deskCode: { purpose: "desk_code", factor: "desk_code" },
} as const satisfies Record<keyof TypedCodes, { purpose: ChallengePurpose; factor: DeliveryFactor }>;

/**
 * The person shows once more that it is them, in the browser of `session`. What fits is written down and opens the answer
 * there for a while (delivery.ts); `level` below `needed` means that something is still missing. A wrong code is counted
 * before anything is compared, and refused.
 */
export async function proveDelivery(
  actor: PersonActor,
  input: { organisation: Organisation; session: string; typed: TypedCodes },
  now: Date,
): Promise<DeliveryShown | Refused> {
  const { organisation, session, typed } = input;
  if (!actor.proven || actor.organisationId !== organisation.id) return refuse("not_found");
  const shown = await inTurn(() =>
    inOrganisation(organisation.id, (scope) => showOnce(scope, actor, { organisation, session, typed }, now)),
  );
  return shown ?? refuse("changed_meanwhile");
}

async function showOnce(
  scope: Scope,
  actor: PersonActor,
  { organisation, session, typed }: Parameters<typeof proveDelivery>[1],
  now: Date,
): Promise<DeliveryShown | Refused> {
  const stored = await loadRequest(scope, organisation, { id: actor.requestId });
  if (!stored) return refuse("not_found");
  const refusal = stepRefusalFor("prove_delivery", stored, actor, now);
  if (refusal) return refuse(refusal);
  const factors: DeliveryFactor[] = [];
  for (const name of ["code", "deskCode"] as const) {
    const code = typed[name];
    if (code === undefined) continue;
    const { purpose, factor } = doors[name];
    const miss = await spendTypedCode(scope, { requestId: stored.id, purposes: [purpose], code }, now);
    if (miss) return refuse("wrong_code");
    factors.push(factor);
  }
  const held = await freshenPersonSession(scope, { token: session, requestId: stored.id, factors }, now);
  if (!held) return refuse("not_found");
  const { fresh } = held;
  const level = deliveryLevel(fresh, stored.facts);
  if (fresh.length > 0) {
    const event = { type: "DeliveryProven", by: fresh, level, session: held.id } as const;
    await recordChange(scope, stored, { event, actor }, now);
  }
  return { ok: true, level, needed: deliveryLevelNeeded(stored.facts) };
}

import "server-only";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordChange } from "@/lib/db/record-change";
import { brokenRecord } from "@/lib/db/record-check";
import { loadRequest } from "@/lib/db/request-store";
import { countPersonal, type Shredded, shredRequest } from "@/lib/db/shred";
import type { SystemActor } from "@/lib/domain/actor";
import type { Vouched } from "@/lib/domain/checkpoint-walk";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { stepRefusalFor } from "./step-context";

/**
 * Reduces a request whose months are over to its skeleton: the event that says so by count, and the destruction of all
 * it held about a person, the key last, in one transaction. What stays names nobody: reference, rights, laws, dates,
 * outcomes and the chain. A request whose record does not hold is left as it is: it may be needed as evidence.
 * `vouched`: what the checkpoints saw.
 */
export async function purgeRequest(
  actor: SystemActor,
  input: { organisation: Organisation; requestId: string; vouched: Vouched },
  now: Date,
): Promise<{ ok: true; purged: Shredded } | Refused> {
  const { organisation } = input;
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  const done = await inTurn(() => inOrganisation(organisation.id, (scope) => purgeOnce(scope, actor, input, now)));
  return done ?? refuse("changed_meanwhile");
}

async function purgeOnce(
  scope: Scope,
  actor: SystemActor,
  { organisation, requestId, vouched }: { organisation: Organisation; requestId: string; vouched: Vouched },
  now: Date,
): Promise<{ ok: true; purged: Shredded } | Refused> {
  const stored = await loadRequest(scope, organisation, { id: requestId });
  if (!stored) return refuse("not_found");
  const refusal = stepRefusalFor("purge", stored, actor, now);
  if (refusal) return refuse(refusal);
  const of = { organisationId: organisation.id, chainId: requestId };
  if (brokenRecord(stored.row, stored.chain, of, vouched)) return refuse("record_broken");
  const purged = await countPersonal(scope, requestId);
  await recordChange(scope, stored, { event: { type: "RequestPurged", ...purged }, actor }, now);
  await shredRequest(scope, stored);
  return { ok: true, purged };
}

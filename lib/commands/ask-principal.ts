import "server-only";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { oweLetterTo } from "@/lib/db/owed-letters";
import { recordChange } from "@/lib/db/record-change";
import { dataKeyOf, loadRequest, personOf } from "@/lib/db/request-store";
import { lettersToPerson } from "@/lib/domain/acting-for";
import type { PersonActor } from "@/lib/domain/actor";
import { canonicalEmail } from "@/lib/domain/filing";
import { isMailAddress } from "@/lib/domain/mail-address";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { stepRefusalFor } from "./step-context";

/**
 * An agent has us write to the person they ask for: whether the agent may act, only that person's own answer shows (11 CCR
 * §7063, EDPB 01/2022 §§80–81). The answer is the same whether or not the address is known here, and whether or not it has
 * had its letters for the day.
 */
export async function askPrincipal(
  actor: PersonActor,
  input: { organisation: Organisation; address: string },
  now: Date,
): Promise<{ ok: true } | Refused> {
  const { organisation } = input;
  if (!actor.proven || actor.organisationId !== organisation.id) return refuse("not_found");
  const address = canonicalEmail(input.address);
  if (!isMailAddress(address)) return refuse("address_unclear");
  const asked = await inTurn(() =>
    inOrganisation(organisation.id, (scope) => askOnce(scope, actor, { organisation, address }, now)),
  );
  return asked ?? refuse("changed_meanwhile");
}

async function askOnce(
  scope: Scope,
  actor: PersonActor,
  { organisation, address }: { organisation: Organisation; address: string },
  now: Date,
): Promise<{ ok: true } | Refused> {
  const stored = await loadRequest(scope, organisation, { id: actor.requestId });
  if (!stored) return refuse("not_found");
  const refusal = stepRefusalFor("ask_principal", stored, actor, now);
  if (refusal) return refuse(refusal);
  const { deniedOn, confirmedOn } = stored.facts.authority;
  if (deniedOn) return refuse("person_denied");
  if (confirmedOn) return refuse("already_done");
  if (address === personOf(stored)?.email) return refuse("own_address");
  const before = await scope.tx.letter.count({
    where: {
      requestId: stored.id,
      kind: "confirm_agent",
      // What found no room at its address can be asked for again, but not on the same day: that it found none stays ours.
      OR: [{ crowdedOut: false }, { queuedAt: { gt: new Date(now.getTime() - 86_400_000) } }],
    },
  });
  if (before >= lettersToPerson) return refuse("person_asked_enough");
  const after = await recordChange(scope, stored, { event: { type: "AuthorityAsked" }, actor }, now);
  const cause = `${after.recorded.id}:confirm_agent`;
  const request = { id: stored.id, facts: after.facts, key: dataKeyOf(stored) };
  await oweLetterTo(scope, request, { kind: "confirm_agent", address, cause }, now);
  return { ok: true };
}

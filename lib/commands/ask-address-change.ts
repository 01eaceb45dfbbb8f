import "server-only";
import { dropChallenges } from "@/lib/db/challenges";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { oweLetterTo } from "@/lib/db/owed-letters";
import { endOtherSessions } from "@/lib/db/person-sessions";
import { recordChange } from "@/lib/db/record-change";
import { dataKeyOf, loadRequest, personOf } from "@/lib/db/request-store";
import type { PersonActor } from "@/lib/domain/actor";
import { canonicalEmail } from "@/lib/domain/filing";
import { isMailAddress } from "@/lib/domain/mail-address";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { stepRefusalFor } from "./step-context";

/** A request's address changes seldom: whoever asks again and again wears its owner out with warnings. */
const changesADay = 3;

type Asking = { organisation: Organisation; address: string };

/**
 * The person wants letters to go to another address. Nothing changes before that address is confirmed; the one of before
 * is told at once. What is answered is the same whether or not the new address is known here.
 */
export async function askAddressChange(actor: PersonActor, input: Asking, now: Date): Promise<{ ok: true } | Refused> {
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
  { organisation, address }: Asking,
  now: Date,
): Promise<{ ok: true } | Refused> {
  const stored = await loadRequest(scope, organisation, { id: actor.requestId });
  if (!stored) return refuse("not_found");
  const refusal = stepRefusalFor("ask_address_change", stored, actor, now);
  if (refusal) return refuse(refusal);
  if (address === personOf(stored)?.email) return refuse("same_address");
  const since = now.getTime() - 86_400_000;
  const today = stored.chain.filter(({ event, at }) => event.type === "AddressChangeAsked" && at.getTime() > since);
  if (today.length >= changesADay) return refuse("too_many");
  const { id, facts } = stored;
  // The link of an earlier change is dead from now on.
  if (facts.addressChange) await dropChallenges(scope, facts.addressChange);
  const cause = `confirm_new_address:${id}:${facts.version}`;
  const letter = { kind: "confirm_new_address", address, cause } as const;
  const letterId = await oweLetterTo(scope, { id, facts, key: dataKeyOf(stored) }, letter, now);
  await recordChange(scope, stored, { event: { type: "AddressChangeAsked", letterId }, actor }, now);
  return { ok: true };
}

/** "It was not me": the change is off, its link is dead, and every other browser has to come anew by the address that stays. */
export async function stopAddressChange(
  actor: PersonActor,
  input: { organisation: Organisation; session: string },
  now: Date,
): Promise<{ ok: true } | Refused> {
  const { organisation, session } = input;
  if (!actor.proven || actor.organisationId !== organisation.id) return refuse("not_found");
  const stopped = await inTurn(() =>
    inOrganisation(organisation.id, async (scope) => {
      const stored = await loadRequest(scope, organisation, { id: actor.requestId });
      if (!stored) return refuse("not_found");
      const refusal = stepRefusalFor("stop_address_change", stored, actor, now);
      const letterId = stored.facts.addressChange;
      if (refusal || letterId === null) return refuse(refusal ?? "already_done");
      await dropChallenges(scope, letterId);
      await recordChange(scope, stored, { event: { type: "AddressChangeStopped", letterId }, actor }, now);
      await endOtherSessions(scope, { requestId: stored.id, token: session }, now);
      return { ok: true as const };
    }),
  );
  return stopped ?? refuse("changed_meanwhile");
}

import "server-only";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { freshenPersonSession } from "@/lib/db/person-sessions";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest, personOf } from "@/lib/db/request-store";
import { writeConsequence } from "@/lib/db/step-consequence";
import { writeStepEvent } from "@/lib/db/step-event";
import { accountWorth, type ProvenAccount } from "@/lib/domain/account";
import type { PersonActor } from "@/lib/domain/actor";
import { nextState } from "@/lib/domain/lifecycle";
import { type Refused, refuse } from "@/lib/domain/refusal";
import type { StepChange } from "@/lib/domain/step-change";
import { stepRefusal } from "@/lib/domain/take-step";
import { type NameLookUp, nameOnFile } from "./name-on-file";
import { proveDelivery } from "./prove-delivery";
import { stepContext } from "./step-context";

export type SignInShown = { ok: true; reference: string };

/**
 * The person signed in anew at the organisation's own account, in the browser of `session`, to show that a request is
 * theirs. It counts when the account has the request's own address (ASVS 5.0 V6.8.1: the configured issuer's word, and no
 * other's) and is in the name of the request (accountWorth); `lookUp` is asked where it tells no name. In that browser it is fresh for a while, and where an answer lies ready it is written down as shown anew.
 */
export async function showSignIn(
  actor: PersonActor,
  input: { organisation: Organisation; session: string; account: ProvenAccount; lookUp?: NameLookUp },
  now: Date,
): Promise<SignInShown | Refused> {
  const { organisation, session } = input;
  if (!actor.proven || actor.organisationId !== organisation.id) return refuse("not_found");
  const asking = await inOrganisation(organisation.id, (scope) => askingIn(scope, actor, organisation));
  if (!asking) return refuse("not_found");
  const onFile = await nameOnFile(input.lookUp, { account: input.account, asking }, now);
  const given = { ...input, onFile };
  const shown = await inTurn(() => inOrganisation(organisation.id, (scope) => showOnce(scope, actor, given, now)));
  if (!shown) return refuse("changed_meanwhile");
  if (!shown.ok) return shown;
  if (shown.answered) {
    const delivery = await proveDelivery(actor, { organisation, session, typed: {} }, now);
    // Another proof may have to stand first, after a new address or a raised demand: what was shown is written down all the same.
    if (!delivery.ok && delivery.refusal !== "proof_missing") return delivery;
  }
  return { ok: true, reference: shown.reference };
}

/** For whom is asked, by whom, and where we write to. */
async function askingIn(scope: Scope, actor: PersonActor, organisation: Organisation) {
  const stored = await loadRequest(scope, organisation, { id: actor.requestId });
  const person = stored && personOf(stored);
  return stored && person ? { relation: stored.facts.received.relation, person } : null;
}

async function showOnce(
  scope: Scope,
  actor: PersonActor,
  { organisation, session, account, onFile }: Parameters<typeof showSignIn>[1] & { onFile: boolean },
  now: Date,
): Promise<(SignInShown & { answered: boolean }) | Refused> {
  const stored = await loadRequest(scope, organisation, { id: actor.requestId });
  const person = stored && personOf(stored);
  if (!stored || !person) return refuse("not_found");
  const { relation } = stored.facts.received;
  // Judged by the address of this moment: it may have been changed while the source thought. The name never changes.
  const worth = accountWorth(account, { relation, person }, onFile);
  if (worth === "nothing") return refuse("account_other_address");
  if (worth === "address") return refuse("account_other_person");
  const change: StepChange = { step: "prove", kind: "signed_in", by: account.door };
  const refusal = stepRefusal(change.step, stepContext(stored, actor, change, now));
  if (refusal) return refuse(refusal);
  const event = await writeStepEvent(scope, stored, { actor, change }, now);
  const after = await recordChange(scope, stored, { event, actor }, now);
  await writeConsequence(scope, after, actor, now);
  await freshenPersonSession(scope, { token: session, requestId: stored.id, factors: ["signed_in"] }, now);
  const answered = nextState("prove_delivery", after.facts.state) !== null;
  return { ok: true, reference: stored.reference, answered };
}

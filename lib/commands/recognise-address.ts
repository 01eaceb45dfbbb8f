import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { loadRequest, personOf } from "@/lib/db/request-store";
import type { SystemActor } from "@/lib/domain/actor";
import { mayBeOnFile } from "@/lib/domain/filing";
import { nextState } from "@/lib/domain/lifecycle";
import type { Matcher } from "@/lib/domain/matching";
import { kindsHeldBy } from "@/lib/domain/request-proofs";
import { asksForOther } from "@/lib/domain/verification";
import { takeStep } from "./take-step";

/**
 * Looks whether the confirmed address is the one on file under the name of the request; then no more may be needed. Nobody
 * is asked about where nothing depends on it: opt-outs, agents, whoever named another address. Says whether it is. Throws
 * when the source is away or the request changed meanwhile: the queue tries again, and staff can still look by hand.
 */
export async function recogniseAddress(
  actor: SystemActor,
  input: { organisation: Organisation; requestId: string; matcher: Matcher },
  now: Date,
): Promise<boolean> {
  const { organisation, requestId, matcher } = input;
  const stored = await inOrganisation(organisation.id, (scope) => loadRequest(scope, organisation, { id: requestId }));
  const person = stored && personOf(stored);
  if (!stored || !person || !mayBeOnFile(person)) return false;
  const { facts } = stored;
  const held = kindsHeldBy(facts);
  const depends =
    !asksForOther(facts.received.relation) &&
    facts.rights.some(({ level }) => level > 1) &&
    held.includes("contact_confirmed") &&
    !held.includes("address_on_file");
  if (!depends || nextState("recognise", facts.state) === null) return false;
  const { name, email } = person;
  const { addressOnFile } = await matcher({ name, email, points: {} }, now);
  if (!addressOnFile) return false;
  // Held to what was looked at: the address may have been changed while the source thought.
  const given = { organisation, request: { id: requestId }, seenVersion: facts.version };
  const taken = await takeStep(actor, { ...given, change: { step: "recognise" } }, now);
  if (!taken.ok) throw new Error(`the address could not be noted as known: ${taken.refusal}`);
  return true;
}

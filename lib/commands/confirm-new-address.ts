import "server-only";
import { findLink, spendChallenge, typedBesideLink } from "@/lib/db/challenge-use";
import { dropOlderLinks } from "@/lib/db/challenges";
import { sealText } from "@/lib/db/field-encryption";
import { inTurn } from "@/lib/db/in-turn";
import { blindIndex } from "@/lib/db/key-ring";
import { letterAddress } from "@/lib/db/letter-store";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { oweLetterTo } from "@/lib/db/owed-letters";
import { endSessionsOf, startPersonSession } from "@/lib/db/person-sessions";
import { recordChange } from "@/lib/db/record-change";
import { dataKeyOf, loadRequest, personOf, place, type StoredRequest } from "@/lib/db/request-store";
import { writeConsequence } from "@/lib/db/step-consequence";
import type { PersonActor, VisitorActor } from "@/lib/domain/actor";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { noteRisks } from "./note-risks";
import { stepRefusalFor } from "./step-context";

/** As in redeem-challenge.ts: the link, the request that was asked for in this browser, and what was typed beside the link. */
type Pressed = { token: string; askedHere: string | null; code: string | null };
export type AddressConfirmed = { ok: true; reference: string; session: string };

/**
 * Somebody who reads the new address says so. From now on letters go there, the address of before is told, every browser
 * but this one has to come anew, and whatever was proven counts no more (ATK-I3): a new mailbox says nothing about who reads it.
 */
export async function confirmNewAddress(
  actor: VisitorActor,
  input: Pressed & { organisation: Organisation },
  now: Date,
): Promise<AddressConfirmed | Refused> {
  const { organisation } = input;
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  const confirmed = await inTurn(() => inOrganisation(organisation.id, (scope) => confirmOnce(scope, input, now)));
  return confirmed ?? refuse("changed_meanwhile");
}

async function confirmOnce(
  scope: Scope,
  { organisation, token, askedHere, code }: Pressed & { organisation: Organisation },
  now: Date,
): Promise<AddressConfirmed | Refused> {
  const { organisationId } = scope;
  const link = await findLink(scope, { token, purposes: ["new_address"] }, now);
  const stored = link && (await loadRequest(scope, organisation, { id: link.requestId }));
  const letterId = stored?.facts.addressChange;
  if (!stored || !letterId || link.letterId !== letterId) return refuse("link_dead");
  const person: PersonActor = { kind: "person", organisationId, requestId: stored.id, proven: true };
  const refusal = stepRefusalFor("change_address", stored, person, now);
  if (refusal) return refuse(refusal);
  const change = await addressesOf(scope, stored, letterId);
  if (!change) return refuse("link_dead");
  if (await isStillToBeTold(scope, stored)) return refuse("old_address_first");
  const missing = askedHere === stored.id ? null : await typedBesideLink(scope, link, code);
  if (missing) return refuse(missing);
  if (!(await spendChallenge(scope, link, now))) return refuse("link_dead");
  const event = { type: "AddressChanged", letterId } as const;
  const after = await recordChange(scope, stored, { event, actor: person }, now);
  await replaceAddress(scope, after, change.to);
  await writeConsequence(scope, after, person, now);
  const letter = {
    kind: "address_changed",
    address: change.from,
    cause: `${after.recorded.id}:address_changed`,
  } as const;
  await oweLetterTo(scope, { id: after.id, facts: after.facts, key: dataKeyOf(after) }, letter, now);
  await endSessionsOf(scope, after.id, now);
  await dropOlderLinks(scope, after.id);
  const noted = await noteRisks(scope, after, ["address_changed"], now);
  const session = await startPersonSession(scope, { requestId: noted.id, proven: true }, now);
  return { ok: true, reference: noted.reference, session };
}

async function addressesOf(
  { tx }: Scope,
  stored: StoredRequest,
  letterId: string,
): Promise<{ from: string; to: string } | null> {
  const letter = await tx.letter.findUnique({ where: { id: letterId } });
  const to = letter && letterAddress(stored, letter);
  const from = personOf(stored)?.email;
  return to && from ? { from, to } : null;
}

/** The warning to the address of before goes first: a change does not outrun it. One that does not arrive holds up nobody. */
async function isStillToBeTold({ tx }: Scope, stored: StoredRequest): Promise<boolean> {
  const warning = await tx.letter.findFirst({
    where: { requestId: stored.id, kind: "address_change_asked" },
    orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
    select: { status: true, attempts: true },
  });
  return warning?.status === "queued" && warning.attempts === 0;
}

/** The one way in which who asked is ever written anew; the database lets it through right after its event. */
async function replaceAddress({ tx, organisationId }: Scope, stored: StoredRequest, email: string): Promise<void> {
  const { id } = stored;
  const person = JSON.stringify({ ...personOf(stored), email });
  await tx.privacyRequest.update({
    where: { id },
    data: {
      person: sealText(dataKeyOf(stored), place("privacy_request", "person", id), person),
      emailIndex: blindIndex(organisationId, "email", email),
    },
  });
}

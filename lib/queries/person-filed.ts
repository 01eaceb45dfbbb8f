import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { clockAtReceipt, receiptOf } from "@/lib/db/receipt";
import { loadRequest, personOf, type StoredRequest } from "@/lib/db/request-store";
import type { PersonActor } from "@/lib/domain/actor";
import type { Clock } from "@/lib/domain/clock";
import { maskedAddress } from "@/lib/domain/mail-address";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import type { Receipt } from "@/lib/domain/receipt";
import type { RequestFacts } from "@/lib/domain/request";
import { type RequestClock, requestClock } from "@/lib/domain/request-clock";

/** What whoever filed sees before the address is confirmed: their own filing, and where the letter went, masked. */
export type FiledRequest = {
  id: string;
  reference: string;
  facts: RequestFacts;
  clock: RequestClock;
  /** "k…@example.org": enough to recognise, not enough to learn. */
  maskedEmail: string;
};

export async function filedRequest(actor: PersonActor, organisation: Organisation): Promise<FiledRequest | null> {
  return ownRequest(actor, organisation, (stored) => ({
    id: stored.id,
    reference: stored.reference,
    facts: stored.facts,
    clock: requestClock(stored.facts, clockSettingsOf(organisation, stored.facts)),
    maskedEmail: maskedAddress(personOf(stored)?.email ?? ""),
  }));
}

/** What the receipt's page shows: the receipt, and the sum in codes, so that any language can say it. */
export type ReceiptInHand = { receipt: Receipt; clock: Pick<Clock, "regime" | "lines"> };

export async function receiptPageOfOwn(
  actor: PersonActor,
  input: { organisation: Organisation; reference: string },
): Promise<ReceiptInHand | null> {
  const shown = await ownRequest(actor, input.organisation, (stored) => ({
    receipt: receiptOf(stored),
    clock: clockAtReceipt(stored),
  }));
  return shown?.receipt.statement.reference === input.reference ? shown : null;
}

/** The signed receipt. It names nobody, so the session that filed may save it before anything is confirmed. */
export async function receiptOfOwn(
  actor: PersonActor,
  input: { organisation: Organisation; reference: string },
): Promise<Receipt | null> {
  const receipt = await ownRequest(actor, input.organisation, receiptOf);
  return receipt?.statement.reference === input.reference ? receipt : null;
}

async function ownRequest<Result>(
  actor: PersonActor,
  organisation: Organisation,
  read: (stored: StoredRequest) => Result,
): Promise<Result | null> {
  if (actor.organisationId !== organisation.id) return null;
  const stored = await inOrganisation(organisation.id, (scope) =>
    loadRequest(scope, organisation, { id: actor.requestId }),
  );
  return stored && !stored.facts.purgedOn ? read(stored) : null;
}

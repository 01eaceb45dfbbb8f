import "server-only";
import type { Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest, personOf, type StoredRequest } from "@/lib/db/request-store";
import { writeConsequence } from "@/lib/db/step-consequence";
import type { AccountDoor, AccountWorth } from "@/lib/domain/account";
import type { StepEvent } from "@/lib/domain/events";
import { kindsHeldBy } from "@/lib/domain/request-proofs";
import { proofKinds } from "@/lib/domain/verification";

type Filed = { organisation: Organisation; id: string };

/** An account that is good for something on this very filing. */
export type Vouching = { email: string; door: AccountDoor; worth: Exclude<AccountWorth, "nothing"> };

/**
 * In the transaction that files it: the account vouches for the address and, where it is the person's own, shows who asks.
 * Each is an event of its own, so that no proof rests on the event that uses it.
 */
export async function confirmByAccount(scope: Scope, filed: Filed & { vouching: Vouching }, now: Date): Promise<void> {
  const { id: requestId, vouching } = filed;
  const actor = { kind: "person", organisationId: scope.organisationId, requestId, proven: true } as const;
  const events: readonly StepEvent[] = [
    { type: "ContactConfirmed", by: "account" },
    ...(vouching.worth === "person"
      ? [{ type: "ProofShown", kind: "signed_in", level: proofKinds.signed_in.level, by: vouching.door } as const]
      : []),
  ];
  let stored = await filedRequest(scope, filed);
  for (const event of events) {
    const after = await recordChange(scope, stored, { event, actor }, now);
    await writeConsequence(scope, after, actor, now);
    stored = after;
  }
}

/** Is the mailbox of the request the account's, and confirmed by it? Sent again after its address was changed, it is not. */
export async function restsOnAccount(scope: Scope, filed: Filed & { vouching: Vouching }): Promise<boolean> {
  const stored = await filedRequest(scope, filed);
  const { received } = stored.facts;
  const confirmed = kindsHeldBy(stored.facts).includes("contact_confirmed");
  return received.fromAccount === true && confirmed && personOf(stored)?.email === filed.vouching.email;
}

async function filedRequest(scope: Scope, { organisation, id }: Filed): Promise<StoredRequest> {
  const stored = await loadRequest(scope, organisation, { id });
  if (!stored) throw new Error("what was filed a moment ago is gone");
  return stored;
}

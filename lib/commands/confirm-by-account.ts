import "server-only";
import type { Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest, type StoredRequest } from "@/lib/db/request-store";
import { writeConsequence } from "@/lib/db/step-consequence";
import type { AccountDoor } from "@/lib/domain/account";
import type { StepEvent } from "@/lib/domain/events";
import { kindsHeldBy } from "@/lib/domain/request-proofs";
import { proofKinds } from "@/lib/domain/verification";

type Filed = { organisation: Organisation; id: string };

/**
 * In the transaction that files it: the account vouches for the address and shows who asks. Two events of their own, so that
 * no proof rests on the event that uses it.
 */
export async function confirmByAccount(scope: Scope, filed: Filed & { door: AccountDoor }, now: Date): Promise<void> {
  const { id: requestId, door: by } = filed;
  const actor = { kind: "person", organisationId: scope.organisationId, requestId, proven: true } as const;
  const events: readonly StepEvent[] = [
    { type: "ContactConfirmed", by: "account" },
    { type: "ProofShown", kind: "signed_in", level: proofKinds.signed_in.level, by },
  ];
  let stored = await filedRequest(scope, filed);
  for (const event of events) {
    const after = await recordChange(scope, stored, { event, actor }, now);
    await writeConsequence(scope, after, actor, now);
    stored = after;
  }
}

/** Does the request rest on the account? Sent again after its address was changed, it no longer does. */
export async function holdsSignIn(scope: Scope, filed: Filed): Promise<boolean> {
  return kindsHeldBy((await filedRequest(scope, filed)).facts).includes("signed_in");
}

async function filedRequest(scope: Scope, { organisation, id }: Filed): Promise<StoredRequest> {
  const stored = await loadRequest(scope, organisation, { id });
  if (!stored) throw new Error("what was filed a moment ago is gone");
  return stored;
}

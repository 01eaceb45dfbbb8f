import "server-only";
import type { Scope } from "@/lib/db/organisation-scope";
import { loadRequest, type StoredRequest } from "@/lib/db/request-store";
import type { Refusal } from "@/lib/domain/refusal";

/**
 * Why a request cannot be noted as a duplicate of the one that is named; null when it can. Another organisation's request
 * and none at all are answered alike. The other request is read and never written: a remark is all that comes of it, so
 * that marking a duplicate can never lead around the identity check (ATK-F1, GHSA-qx5f-ghc2-7g5c).
 */
export async function otherRequestRefusal(
  scope: Scope,
  stored: StoredRequest,
  reference: string,
): Promise<Refusal | null> {
  const other = await loadRequest(scope, stored.organisation, { reference });
  if (!other) return "no_such_request";
  if (other.id === stored.id) return "same_request";
  return stored.facts.duplicates.includes(reference) ? "noted_already" : null;
}

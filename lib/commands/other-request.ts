import "server-only";
import type { Scope } from "@/lib/db/organisation-scope";
import { loadRequest, type StoredRequest } from "@/lib/db/request-store";
import type { Refusal } from "@/lib/domain/refusal";
import type { StepChange } from "@/lib/domain/step-change";

/**
 * Why a request cannot be noted as a duplicate of, or linked to, the one that is named; null when it can. Another
 * organisation's request and none at all are answered alike. The other request is read and never written: a remark is all
 * that comes of it, so that neither can ever lead around the identity check (ATK-F1, GHSA-qx5f-ghc2-7g5c).
 */
export async function otherRequestRefusal(
  scope: Scope,
  stored: StoredRequest,
  change: StepChange,
): Promise<Refusal | null> {
  const { duplicates, links } = stored.facts;
  switch (change.step) {
    case "note_duplicate":
      return (
        (await namedRefusal(scope, stored, change.of)) ?? (duplicates.includes(change.of) ? "noted_already" : null)
      );
    case "link_request":
      return (
        (await namedRefusal(scope, stored, change.to)) ??
        (links.some(({ to }) => to === change.to) ? "linked_already" : null)
      );
    case "unlink_request":
      return links.some(({ to }) => to === change.to) ? null : "not_linked";
    default:
      return null;
  }
}

async function namedRefusal(scope: Scope, stored: StoredRequest, reference: string): Promise<Refusal | null> {
  const other = await loadRequest(scope, stored.organisation, { reference });
  if (!other) return "no_such_request";
  return other.id === stored.id ? "same_request" : null;
}

import "server-only";
import type { Scope } from "@/lib/db/organisation-scope";
import type { StoredRequest } from "@/lib/db/request-store";
import { nextEffects } from "@/lib/domain/systems/erasure-effects";
import { recordOpened, taskDrafts } from "./opened-tasks";

/**
 * Opens the erasing tasks whose turn it is, in the transaction of whatever made it theirs: the beginning of the erasure, or
 * the last answer of the place before. Killed in between, neither stands written, and whoever asks again opens them once.
 */
export async function openNextEffects(scope: Scope, stored: StoredRequest, now: Date): Promise<StoredRequest> {
  const effects = nextEffects(stored.facts);
  if (effects.length === 0) return stored;
  const actor = { kind: "system", organisationId: scope.organisationId, task: "erase" } as const;
  const offers = effects.map((effect) => ({ ...effect, verb: "erase" as const }));
  const tasks = taskDrafts(offers, stored, null, now);
  return recordOpened(scope, stored, { actor, tasks }, now);
}

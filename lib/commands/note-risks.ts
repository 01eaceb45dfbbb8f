import "server-only";
import type { Scope } from "@/lib/db/organisation-scope";
import { recordChange } from "@/lib/db/record-change";
import type { StoredRequest } from "@/lib/db/request-store";
import { writeConsequence } from "@/lib/db/step-consequence";
import { writeStepEvent } from "@/lib/db/step-event";
import { nextState } from "@/lib/domain/lifecycle";
import { newSignals, type RiskSignal } from "@/lib/domain/risk-signals";

/**
 * Notes what is odd about a request and raises the proof that its rights need, in the transaction of whoever noticed.
 * Each signal is noted once; where nothing is new, or the request has ended, nothing is written. Give on what comes back:
 * the request as it is after. Throws ChangedMeanwhile where another writer came first, like every change.
 */
export async function noteRisks(
  scope: Scope,
  stored: StoredRequest,
  signals: readonly RiskSignal[],
  now: Date,
): Promise<StoredRequest> {
  const noticed = newSignals(stored.facts, signals);
  if (noticed.length === 0 || !nextState("note_risks", stored.facts.state)) return stored;
  const actor = { kind: "system", organisationId: scope.organisationId, task: "risks" } as const;
  const change = { step: "note_risks", signals: noticed } as const;
  const event = await writeStepEvent(scope, stored, { actor, change }, now);
  const after = await recordChange(scope, stored, { event, actor }, now);
  await writeConsequence(scope, after, actor, now);
  return after;
}

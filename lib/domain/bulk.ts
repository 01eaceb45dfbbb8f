// Decides which steps may be taken for many requests at once, and which of them can be undone. Each request is judged by
// itself all the same: a step of many is many steps (GDPR Art. 12(3): every person is owed their own answer).
import type { StaffRole } from "./actor";
import { eventOfStep } from "./events";
import { notices } from "./letters";
import { type Edge, lifecycle, mayTake, nextState, type State } from "./lifecycle";
import type { Refusal } from "./refusal";

/**
 * Steps that need nothing but a role and a state, and tell the person nothing. Extending, refusing and asking for proof
 * are not here: the law wants the reason of the single case.
 */
export const bulkSteps = ["assign", "begin", "resume", "close"] as const;
export type BulkStep = (typeof bulkSteps)[number];

/** As many as one look can honestly go over; more is narrowed by the filter. */
export const bulkLimit = 1_000;
/** Up to here it is done while one waits. */
export const bulkAtOnce = 25;

export function bulkStepsFor(roles: readonly StaffRole[]): readonly BulkStep[] {
  return bulkSteps.filter((step) => mayTake(step, roles));
}

/** Why the step cannot be taken for a request in this state; null when it can. Asked again when it is taken. */
export function bulkRefusal(step: BulkStep, at: { state: State; purged: boolean }): Refusal | null {
  return at.purged || nextState(step, at.state) === null ? "not_open_in_this_state" : null;
}

/** Whether each of these needs nothing that depends on the single case: what the look over shows is then exact. */
export function isSameForAll(step: BulkStep): boolean {
  const { needs }: Edge = lifecycle[step];
  return needs.length === 0;
}

/** How many letters to persons one taken step sends. */
export function lettersOf(step: BulkStep): number {
  return notices[eventOfStep[step]].person.length;
}

/** Only who works on it can be set back: begun work, an ended wait and a closed request stand in the record with their date. */
export function canUndo(step: BulkStep): boolean {
  return step === "assign";
}

/** Why a row is not set back: somebody has given the request to yet another owner meanwhile. */
export function undoRefusal(given: string | null, now: string | null): Refusal | null {
  return given === now ? null : "changed_meanwhile";
}

// Decides which steps may be taken for many requests at once, and which of them can be undone. Each request is judged by
// itself all the same: a step of many is many steps (GDPR Art. 12(3): every person is owed their own answer).
import type { StaffRole } from "./actor";
import type { CalendarDate } from "./calendar-date";
import { eventOfStep } from "./events";
import { blankLeft, filledTemplate, templateVariables } from "./letter-template";
import { notices } from "./letters";
import { type Edge, lifecycle, mayTake, nextState, type State } from "./lifecycle";
import type { Refusal } from "./refusal";
import { snoozeRefusal } from "./snooze";

/**
 * Steps that need nothing of the single case but a role, a state and a date, and say nothing that the law wants reasoned
 * for one person: extending, refusing and asking for proof are not here. A message is the organisation's own template.
 */
export const bulkSteps = ["assign", "begin", "resume", "close", "note", "message", "snooze"] as const;
export type BulkStep = (typeof bulkSteps)[number];

/** As many as one look can honestly go over; more is narrowed by the filter. */
export const bulkLimit = 1_000;
/** Up to here it is done while one waits. */
export const bulkAtOnce = 25;

export function bulkStepsFor(roles: readonly StaffRole[]): readonly BulkStep[] {
  return bulkSteps.filter((step) => mayTake(step, roles));
}

/**
 * What is done to each of them. `words` are the same on each; `texts` are a template's words by language, as they were looked
 * over. A snooze wakes when the person writes where `wakeOnReply`.
 */
export type BulkChange =
  | { step: "assign"; to: string | null }
  | { step: "begin" | "resume" | "close" }
  | { step: "note"; words: string }
  | { step: "message"; template: string; texts: Readonly<Record<string, string>> }
  | { step: "snooze"; until: CalendarDate; wakeOnReply: boolean };

/** What the look over knows of a request, without opening it. */
export type BulkFacts = {
  state: State;
  purged: boolean;
  dueOn: CalendarDate | null;
  snoozedUntil: CalendarDate | null;
  language: string;
};

/** Why it cannot be done to this request; null when it can. Asked again when it is done. */
export function bulkRefusal(change: BulkChange, at: BulkFacts, today: CalendarDate): Refusal | null {
  if (at.purged || nextState(change.step, at.state) === null) return "not_open_in_this_state";
  if (change.step === "message") return textRefusal(change.texts[at.language], at);
  if (change.step !== "snooze") return null;
  // What somebody chose for one request is not overrun by a choice for many, and nothing sleeps past its date unnoticed.
  if (at.snoozedUntil !== null && at.snoozedUntil > today) return "sleeps_already";
  return snoozeRefusal({ until: change.until, late: false }, at.dueOn, today);
}

// In another language than theirs, or with a blank, nothing is sent: the few it concerns are written to one by one.
function textRefusal(text: string | undefined, { dueOn }: BulkFacts): Refusal | null {
  if (text === undefined) return "template_not_in_language";
  // Every other blank has a value on every request that is not destroyed.
  const known = Object.keys(templateVariables).filter((name) => name !== "dueOn" || dueOn !== null);
  const filled = filledTemplate(text, Object.fromEntries(known.map((name) => [name, ""])));
  return blankLeft(filled) === null ? null : "template_has_blank";
}

/** Whether each of these needs nothing that the row does not say: what the look over shows is then exact. */
export function isSameForAll(step: BulkStep): boolean {
  const { needs }: Edge = lifecycle[step];
  return needs.every((need) => need === "snooze_ahead");
}

/** How many letters to persons one taken step sends. */
export function lettersOf(step: BulkStep): number {
  return notices[eventOfStep[step]].person.length;
}

/**
 * Who works on it can be set back, and what sleeps can be woken. Begun work, an ended wait and a closed request stand in the
 * record with their date; a note is in the record, and a message has been read.
 */
export function canUndo(step: BulkStep): boolean {
  return step === "assign" || step === "snooze";
}

/** Why a row is not set back: somebody has given the request to yet another owner, or chosen another day, meanwhile. */
export function undoRefusal<Value>(given: Value, now: Value): Refusal | null {
  return given === now ? null : "changed_meanwhile";
}

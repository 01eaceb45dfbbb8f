// Decides the shape of a law written down as data: what must happen by when, what stops it, and where that stands.
// Every number carries its citation; `read: false` marks what was not read in the source itself.
import type { RollOver } from "./calendar";
import type { CalendarDate } from "./calendar-date";
import type { PauseCondition, Promptly } from "./clock-saying";
import type { ExtensionGround } from "./extension-grounds";
import type { RefusalPoint } from "./refusal-points";
import type { RegimeId } from "./regime";
import type { Right } from "./right";

export type Citation = { readonly text: string; readonly read: boolean };

export type Span = { readonly count: number; readonly unit: "day" | "month" | "business_day" };

/** Grounds somebody may record for waiting on the person; the law decides whether they stop anything. */
export type PauseGround = "identity" | "clarification";

/**
 * `span` null: the law wants it promptly and names no number. `setBy` says whose number it is: the law's, the one
 * the organisation publishes (the law's span is then the ceiling), or the organisation's own promise.
 */
export type AnswerRule = {
  readonly span: Span | null;
  readonly setBy: "law" | "publication" | "promise";
  readonly promptly: Promptly | null;
  readonly citation: Citation;
};

/** `total` counts from the start and replaces the answer's span; null: open-ended, the new date must be told. */
export type ExtensionRule = {
  readonly total: Span | null;
  readonly notice: Span;
  readonly noticeRunsFrom: "start" | "date_of_request";
  /** The kinds of reason that this law accepts. */
  readonly grounds: readonly [ExtensionGround, ...ExtensionGround[]];
  readonly mustSay: readonly string[];
  readonly citation: Citation;
};

export type Procedure = {
  readonly answer: AnswerRule;
  readonly acknowledge: { readonly span: Span; readonly citation: Citation } | null;
  readonly extension: ExtensionRule | null;
  readonly roll: { readonly over: RollOver; readonly citation: Citation };
};

type AskedPause = {
  readonly ground: PauseGround;
  readonly rights: readonly Right[] | "every";
  readonly citation: Citation;
};

/** `condition` must be so, and be said by whoever asks. `stops_after_asking`: the day of asking still counts; `stops_from_asking`: it does not. */
export type ClaimedPause = AskedPause & {
  readonly effect: "stops_after_asking" | "stops_from_asking";
  readonly condition: PauseCondition;
  /** Who says how long to wait for the answer, where somebody does. */
  readonly wait?: Citation;
};

/** `starts_over`: the law counts from the answer by itself; see DPA 2018 "relevant time". */
export type PauseRule = ClaimedPause | (AskedPause & { readonly effect: "starts_over" });

/** A fee moves the start: to the payment, or to the end of the days given to think about it. */
export type FeeRule = {
  readonly startsAt: "payment" | "end_of_reflection";
  readonly reflectionDays: number;
  readonly rights: readonly Right[] | "every";
  readonly citation: Citation;
};

export type RuleVersion = { readonly version: string; readonly inForce: CalendarDate; readonly change: string };

/** What may follow an answer, under its own clock. */
export type AfterAnswer = "appeal" | "complaint" | "grievance";

/**
 * `opens`: after a refusal (of these rights, in whole or part, also by silence), or at any time. No law here gives the person
 * a number of days: "a reasonable period" is not for a machine to end, so it stays open as long as the request is held.
 */
export type AfterProcedure = Procedure & {
  readonly opens: {
    readonly on: "refusal" | "any_time";
    readonly rights: readonly Right[] | "every";
    /** Asked from this day on; null: as long as the law itself. */
    readonly inForce: CalendarDate | null;
    readonly citation: Citation;
  };
};

export type Law = {
  readonly id: RegimeId;
  readonly name: string;
  readonly title: string;
  /** Oldest first. A request keeps the version that was in force when it arrived. */
  readonly versions: readonly [RuleVersion, ...RuleVersion[]];
  readonly start: Citation;
  readonly request: Procedure;
  readonly byRight: Partial<Record<Right, Procedure>>;
  readonly agency: Procedure | null;
  readonly after: Partial<Record<AfterAnswer, AfterProcedure>>;
  readonly pauses: readonly PauseRule[];
  readonly nothingElseStops: Citation;
  readonly fee: FeeRule | null;
  /**
   * Rights for which this law wants no proof of who somebody is; what is needed to carry them out may be asked. `forbids`:
   * asking is against this law; otherwise the law only does without.
   */
  readonly noProof?: { readonly rights: readonly Right[]; readonly forbids: boolean; readonly citation: Citation };
  readonly refusal: { readonly mustSay: readonly RefusalPoint[]; readonly citation: Citation };
  /** Where a person must live; `followsEstablishment`: an organisation established there owes it to everyone. */
  readonly territory: {
    readonly countries: readonly string[];
    readonly regions: readonly string[];
    readonly followsEstablishment: boolean;
    readonly citation: Citation;
  };
};

export function read(text: string): Citation {
  return { text, read: true };
}

export function notRead(text: string): Citation {
  return { text, read: false };
}

export function days(count: number): Span {
  return { count, unit: "day" };
}

export function months(count: number): Span {
  return { count, unit: "month" };
}

export function businessDays(count: number): Span {
  return { count, unit: "business_day" };
}

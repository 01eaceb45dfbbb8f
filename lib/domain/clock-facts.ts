// Decides what a clock is told and what it says: facts in, a derivation out. Days only; no instant reaches this far.
import type { Holidays } from "./calendar";
import type { CalendarDate } from "./calendar-date";
import type { ClockSaying } from "./clock-saying";
import { englishClock } from "./clock-words";
import type { Citation, PauseGround } from "./law";
import type { RegimeId } from "./regime";
import type { Right } from "./right";

/**
 * Waiting on the person from the day of asking to the day of a sufficient answer; `to` null while still waiting.
 * `suspends`: whoever asked said that the law's condition for stopping the clock is met. Silence stops nothing.
 */
export type Pause = {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly ground: PauseGround;
  readonly suspends: boolean;
  /** Staff went on without what was asked for: nothing arrived on the last day. */
  readonly unanswered?: true;
};

/** What happened, as local days at the organisation's place. */
export type ClockFacts = {
  readonly received: CalendarDate;
  /** The date written on the letter; PIPEDA counts the extension notice from it. */
  readonly requested?: CalendarDate | null;
  readonly identityRequestedOn?: CalendarDate | null;
  /** The day the identity or authority information that was asked for arrived (UK "relevant time"). */
  readonly verified?: CalendarDate | null;
  readonly feePaid?: CalendarDate | null;
  readonly feeNotified?: CalendarDate | null;
  readonly pauses: readonly Pause[];
  /** The day on which an extension was told. It counts only when it was told in time under the law in question. */
  readonly extendedOn?: CalendarDate | null;
  /** The new date that was told, where the law leaves the length open (Switzerland). */
  readonly extendedUntil?: CalendarDate | null;
  readonly entity?: "organisation" | "agency";
};

/**
 * One step of the arithmetic. `rule` is a stable key; `date` null means that no date follows from this step. `text` is
 * `said` in English, as the console and receipts quote it.
 */
export type ClockLine = {
  readonly rule: string;
  readonly said: ClockSaying;
  readonly text: string;
  readonly date: CalendarDate | null;
  readonly citation: string;
  readonly read: boolean;
};

export type Stop = { readonly since: CalendarDate; readonly ground: PauseGround | "fee" };

/** One period worked out: where it ends, what holds it up, and how that was reckoned. */
export type Period = { readonly end: CalendarDate | null; readonly stopped: Stop | null; readonly lines: ClockLine[] };

/** The periods of one clock; null where the law has none. */
export type Derivations = {
  readonly answer: Period;
  readonly acknowledge: Period | null;
  readonly extensionNotice: Period | null;
  readonly extendedAnswer: Period | null;
};

export type Clock = {
  readonly regime: RegimeId;
  readonly ruleVersion: string;
  readonly name: string;
  /** The rights of the request that run on this clock. */
  readonly rights: readonly Right[];
  /** The derivation in order; the last line is the answer date. */
  readonly lines: readonly ClockLine[];
  readonly startsOn: CalendarDate;
  readonly acknowledgeBy: CalendarDate | null;
  /** Null while stopped by an open pause. */
  readonly respondBy: CalendarDate | null;
  readonly extensionNoticeBy: CalendarDate | null;
  /** What an extension would give, or gave. */
  readonly extendedRespondBy: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  /** One working day before `dueOn` (project decision D9). */
  readonly safeOn: CalendarDate | null;
  readonly stopped: Stop | null;
  /** Does this law know an extension for this right, and has one taken effect? */
  readonly extendable: boolean;
  readonly extended: boolean;
  readonly derivations: Derivations;
};

/** The derivation as the person reads it: without the advice to the desk to remind them. */
export function linesForPerson({ lines }: Pick<Clock, "lines">): readonly ClockLine[] {
  return lines.filter(({ rule }) => rule !== "pause_reminder");
}

/** Numbers that the organisation sets itself, and the holidays of its place. */
export type ClockSettings = {
  readonly holidays: Holidays;
  readonly promiseDays?: number | undefined;
  readonly publishedPeriodDays?: number | undefined;
};

/** One line of the derivation. */
export function clockLine(rule: string, said: ClockSaying, date: CalendarDate | null, citation: Citation): ClockLine {
  return { rule, said, text: englishClock(said), date, citation: citation.text, read: citation.read };
}

// Decides what a line of the clock can say. Codes and numbers only: each language has its own words for them.
import type { CalendarDate } from "./calendar-date";

/** How soon a law wants an answer besides, or instead of, a number of days; in the law's own English. */
export type Promptly =
  | "as soon as feasibly possible"
  | "as soon as reasonably possible"
  | "at once in simplified form"
  | "promptly"
  | "with due diligence"
  | "within a reasonable period"
  | "without undue delay";

export type PeriodRule = "answer" | "acknowledge" | "extension_notice" | "extended_answer";

/** What the person was asked for. */
export type Asked = "identity" | "clarification" | "fee";

/** What a law demands before asking stops its clock. */
export type PauseCondition = "reasonable_doubts" | "large_quantity" | "needed_to_find";

type Period = {
  count: number;
  unit: "day" | "month" | "business_day";
  from: CalendarDate;
  /** The month had no such day. */
  clamped: boolean;
  promptly: Promptly | null;
};

/** One sentence of the arithmetic, in no language yet. */
export type ClockSaying =
  | { say: "received"; counted?: false }
  | { say: "starts"; after: "identity" | "fee" }
  | { say: "starts_after_reflection"; announced: CalendarDate; days: number }
  | { say: "not_started"; asked: Asked; since: CalendarDate }
  | { say: "stopped"; asked: Asked; claimed: PauseCondition; since: CalendarDate; used: number }
  | { say: "start_asked_too_late"; asked: Asked; on: CalendarDate; ended: CalendarDate }
  | { say: "pause_too_late"; asked: Asked; on: CalendarDate }
  | { say: "pause_without_effect"; asked: Asked; on: CalendarDate; unclaimed: PauseCondition | null }
  | {
      say: "pause";
      asked: Asked;
      claimed: PauseCondition;
      on: CalendarDate;
      answered: CalendarDate;
      days: number;
    }
  | { say: "remind" }
  | { say: "no_number"; promptly: Promptly | null }
  | ({ say: "period" } & Period)
  | { say: "roll"; from: CalendarDate; over: "weekend" | "sunday" }
  | { say: "last_day"; rule: PeriodRule; stopped: boolean }
  | { say: "new_date_told" }
  | { say: "new_date_open" }
  | { say: "extension_told" }
  | { say: "extension_too_late"; on: CalendarDate; last: CalendarDate }
  | { say: "not_known"; law: string; thing: "answer" | "acknowledgement" | "extension" | "appeal" };

// Decides where one period ends: count, move past pauses, roll. In that order; rolling is always the last step.
// Answers to Regulation 1182/71 Art. 3 and EDPB Guidelines 01/2022 §§157–161.
import { type Holidays, plusBusinessDays, rollForward } from "./calendar";
import { type CalendarDate, formatDay, plusDays, plusMonths } from "./calendar-date";
import { type ClockLine, clockLine, type Period, type Stop } from "./clock-facts";
import { movePastPauses, type StoppingPause } from "./clock-pauses";
import type { Citation, Procedure, Span } from "./law";

export type PeriodRule = "answer" | "acknowledge" | "extension_notice" | "extended_answer";

const lastDayTo: Record<PeriodRule, string> = {
  answer: "last day to answer",
  acknowledge: "last day to confirm that the request arrived",
  extension_notice: "last day to tell the person of an extension",
  extended_answer: "last day to answer after the extension",
};

const units: Record<Span["unit"], readonly [string, string]> = {
  day: ["calendar day", "calendar days"],
  month: ["month", "months"],
  business_day: ["working day", "working days"],
};

/** Works out one period with its lines. `waiting` is what must arrive before any day counts at all. */
export function derivePeriod(input: {
  rule: PeriodRule;
  from: CalendarDate;
  waiting: Stop | null;
  span: Span;
  promptly: string | null;
  citation: Citation;
  roll: Procedure["roll"];
  stopping: readonly StoppingPause[];
  holidays: Holidays;
}): Period {
  const { rule, from, waiting, span, citation, roll, holidays } = input;
  if (waiting) return { end: null, stopped: waiting, lines: [waitingLine(waiting, citation)] };

  const lastDay = (end: CalendarDate) => rollForward(end, roll.over, holidays);
  const base = plusSpan(from, span, holidays);
  const counted = clockLine("period", periodText(span, from, base, input.promptly), base, citation);
  const moved = movePastPauses({ from, base, stopping: input.stopping, lastDay });
  const before = [counted, ...moved.lines];
  if (moved.stopped) {
    return { end: null, stopped: moved.stopped, lines: [...before, noDateYet(rule, citation)] };
  }
  const end = lastDay(moved.end);
  const last = clockLine(rule, lastDayTo[rule], end, citation);
  if (end === moved.end) return { end, stopped: null, lines: [...before, last] };
  return { end, stopped: null, lines: [...before, rollLine(moved.end, end, roll), last] };
}

/** A period for which the law names no number of days. */
export function periodWithoutNumber(rule: PeriodRule, text: string, citation: Citation): Period {
  return { end: null, stopped: null, lines: [clockLine(rule, text, null, citation)] };
}

function plusSpan(from: CalendarDate, span: Span, holidays: Holidays): CalendarDate {
  if (span.unit === "month") return plusMonths(from, span.count);
  if (span.unit === "day") return plusDays(from, span.count);
  return plusBusinessDays(from, span.count, holidays);
}

function periodText(span: Span, from: CalendarDate, base: CalendarDate, promptly: string | null): string {
  const [one, many] = units[span.unit];
  const length = `${span.count} ${span.count === 1 ? one : many} after ${formatDay(from)}`;
  const clamped =
    span.unit === "month" && base.slice(8) !== from.slice(8) ? " (no such day, so the last of the month)" : "";
  return promptly ? `${promptly}, and at the latest ${length}${clamped}` : `${length}${clamped}`;
}

function rollLine(from: CalendarDate, to: CalendarDate, roll: Procedure["roll"]): ClockLine {
  const kind = roll.over === "weekends_and_holidays" ? "a weekend day or holiday" : "a Sunday or holiday";
  return clockLine(
    "roll",
    `${formatDay(from)} is ${kind}; the period ends on the next day that is not`,
    to,
    roll.citation,
  );
}

function noDateYet(rule: PeriodRule, citation: Citation): ClockLine {
  return clockLine(rule, `${lastDayTo[rule]}: no date while the clock is stopped`, null, citation);
}

function waitingLine(waiting: Stop, citation: Citation): ClockLine {
  const thing = { identity: "proof of identity", clarification: "clarification", fee: "the fee" }[waiting.ground];
  const text = `the clock has not started: stopped since ${formatDay(waiting.since)}, waiting for ${thing}; 0 days used`;
  return clockLine("stopped", text, null, citation);
}

// Decides where one period ends: count, move past pauses, roll. In that order; rolling is always the last step.
// Answers to Regulation 1182/71 Art. 3 and EDPB Guidelines 01/2022 §§157–161.
import { type Holidays, plusBusinessDays, rollForward } from "./calendar";
import { type CalendarDate, plusDays, plusMonths } from "./calendar-date";
import { type ClockLine, clockLine, type Period, type Stop } from "./clock-facts";
import { movePastPauses, type StoppingPause } from "./clock-pauses";
import type { ClockSaying, PeriodRule, Promptly } from "./clock-saying";
import type { Citation, Procedure, Span } from "./law";

/** Works out one period with its lines. `waiting` is what must arrive before any day counts at all. */
export function derivePeriod(input: {
  rule: PeriodRule;
  from: CalendarDate;
  waiting: Stop | null;
  span: Span;
  promptly: Promptly | null;
  citation: Citation;
  roll: Procedure["roll"];
  stopping: readonly StoppingPause[];
  holidays: Holidays;
}): Period {
  const { rule, from, waiting, span, citation, roll, holidays } = input;
  if (waiting) return { end: null, stopped: waiting, lines: [waitingLine(waiting, citation)] };

  const lastDay = (end: CalendarDate) => rollForward(end, roll.over, holidays);
  const base = plusSpan(from, span, holidays);
  const counted = clockLine("period", periodSaid(span, from, base, input.promptly), base, citation);
  const moved = movePastPauses({ from, base, stopping: input.stopping, lastDay });
  const before = [counted, ...moved.lines];
  if (moved.stopped) {
    return { end: null, stopped: moved.stopped, lines: [...before, noDateYet(rule, citation)] };
  }
  const end = lastDay(moved.end);
  const last = clockLine(rule, { say: "last_day", rule, stopped: false }, end, citation);
  if (end === moved.end) return { end, stopped: null, lines: [...before, last] };
  return { end, stopped: null, lines: [...before, rollLine(moved.end, end, roll), last] };
}

/** A period for which the law names no number of days. */
export function periodWithoutNumber(promptly: Promptly | null, citation: Citation): Period {
  return { end: null, stopped: null, lines: [clockLine("answer", { say: "no_number", promptly }, null, citation)] };
}

function plusSpan(from: CalendarDate, span: Span, holidays: Holidays): CalendarDate {
  if (span.unit === "month") return plusMonths(from, span.count);
  if (span.unit === "day") return plusDays(from, span.count);
  return plusBusinessDays(from, span.count, holidays);
}

function periodSaid(span: Span, from: CalendarDate, base: CalendarDate, promptly: Promptly | null): ClockSaying {
  const clamped = span.unit === "month" && base.slice(8) !== from.slice(8);
  return { say: "period", count: span.count, unit: span.unit, from, clamped, promptly };
}

function rollLine(from: CalendarDate, to: CalendarDate, roll: Procedure["roll"]): ClockLine {
  const over = roll.over === "weekends_and_holidays" ? "weekend" : "sunday";
  return clockLine("roll", { say: "roll", from, over }, to, roll.citation);
}

function noDateYet(rule: PeriodRule, citation: Citation): ClockLine {
  return clockLine(rule, { say: "last_day", rule, stopped: true }, null, citation);
}

function waitingLine(waiting: Stop, citation: Citation): ClockLine {
  return clockLine("stopped", { say: "not_started", asked: waiting.ground, since: waiting.since }, null, citation);
}

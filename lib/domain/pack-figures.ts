// Decides the figures of a regulator's pack: what was owed at the end of a day, and what became of a period's receipts.
// Answers to GDPR Arts 5(2) and 58(1)(a): each figure can be counted again from the record that lies in the same pack.

import { type CalendarDate, daysBetween } from "./calendar-date";
import { percentile } from "./california-metrics";
import type { Outcome } from "./events";
import { liveStates } from "./lifecycle";
import { type ReportFigure, reportDefinitions } from "./report-definitions";
import { firstState, type RequestFacts } from "./request";
import { publishedRow, shownText, smallest } from "./small-counts";

export type PackSpan = { from: CalendarDate; asOf: CalendarDate };

/** One request as its events up to the day left it, and the date that the desk works to. */
export type Counted = { facts: RequestFacts; dueOn: CalendarDate | null };

export type PackTally = {
  span: PackSpan;
  owed: { inTime: number; late: number; lateExtended: number };
  received: { onTime: number; late: number; open: number; ended: number };
  extended: { yes: number; no: number };
  decided: Record<Outcome, number>;
  days: number[];
};

export function emptyPackTally(span: PackSpan): PackTally {
  return {
    span,
    owed: { inTime: 0, late: 0, lateExtended: 0 },
    received: { onTime: 0, late: 0, open: 0, ended: 0 },
    extended: { yes: 0, no: 0 },
    decided: { granted: 0, partly: 0, refused: 0 },
    days: [],
  };
}

/** Counts one request in. One whose address was needed and never confirmed counts nowhere. */
export function countForPack(tally: PackTally, { facts, dueOn }: Counted): void {
  const { from, asOf } = tally.span;
  if (firstState(facts.received) === "unconfirmed" && facts.confirmedOn === null) return;
  const isOwed = liveStates.includes(facts.state);
  const isLate = isOwed && dueOn !== null && dueOn < asOf;
  if (isLate) tally.owed[facts.extension ? "lateExtended" : "late"] += 1;
  else if (isOwed) tally.owed.inTime += 1;
  if (facts.receivedOn < from) return;
  tally.extended[facts.extension ? "yes" : "no"] += 1;
  if (facts.answeredOn === null) {
    tally.received[isLate ? "late" : isOwed ? "open" : "ended"] += 1;
    return;
  }
  tally.received[dueOn !== null && facts.answeredOn > dueOn ? "late" : "onTime"] += 1;
  tally.days.push(daysBetween(facts.receivedOn, facts.answeredOn));
  for (const { outcome } of facts.outcomes) tally.decided[outcome] += 1;
}

export type FigureRow = { name: string; value: string; counts: string };

/** The figures as they leave the team: small counts hidden, and so is what they could be counted from. */
export function packFigures({ owed, received, extended, decided, days }: PackTally): readonly FigureRow[] {
  const rows = (names: readonly (readonly [string, ReportFigure])[], parts: readonly number[]): FigureRow[] => {
    const { total, parts: shown } = publishedRow(parts);
    return [total, ...shown].map((cell, place) => {
      const [name, figure] = names[place] as readonly [string, ReportFigure];
      return { name, value: shownText(cell), counts: reportDefinitions[figure].counts };
    });
  };
  const took = (share: number) => (days.length < smallest ? "not shown" : String(percentile(days, share)));
  const { counts } = reportDefinitions.days_to_answer;
  return [
    ...rows(
      [
        ["Open", "open"],
        ["Open, not overdue", "open"],
        ["Overdue, never extended", "overdue"],
        ["Overdue after an extension", "overdue_extended"],
      ],
      [owed.inTime, owed.late, owed.lateExtended],
    ),
    ...rows(
      [
        ["Received in the period", "period"],
        ["Of these answered on time", "period"],
        ["Of these late", "period"],
        ["Of these open, not late", "period"],
        ["Of these withdrawn or lapsed", "period"],
      ],
      [received.onTime, received.late, received.open, received.ended],
    ),
    ...rows(
      [
        ["Received in the period, extended or not", "period_extended"],
        ["Of these extended", "period_extended"],
        ["Of these not extended", "period_extended"],
      ],
      [extended.yes, extended.no],
    ),
    ...rows(
      [
        ["Rights decided", "period_decided"],
        ["Of these granted", "period_decided"],
        ["Of these granted in part", "period_decided"],
        ["Of these refused", "period_decided"],
      ],
      [decided.granted, decided.partly, decided.refused],
    ),
    { name: "Days to the answer, median", value: took(50), counts },
    { name: "Days to the answer, 90th percentile", value: took(90), counts },
  ];
}

// Decides since when a request was due on a day, and in which months it was late: so that the list of a day that is over
// can be found without folding anything. Answers to GDPR Art. 12(3) and 5(2).
import { type CalendarDate, latest, plusDays, plusMonths } from "./calendar-date";
import { type Entry, entriesOf, isOwed, monthOf, type Point } from "./figures";

/** A request is owed by `dueOn` from `from` on. */
export type Standing = { dueOn: CalendarDate; from: CalendarDate };
export type EndedStanding = Standing & { to: CalendarDate };

/** The date by which the answer is owed; null when none is owed or none is due. */
export function standingOf({ facts, dueOn }: Point): CalendarDate | null {
  return isOwed(facts) ? dueOn : null;
}

/**
 * First days of the months in which it was late at the end of some day, until `to`, the first day on which it was no longer so.
 */
export function lateMonths({ dueOn, from, to }: EndedStanding): CalendarDate[] {
  const months: CalendarDate[] = [];
  const last = plusDays(to, -1);
  const first = latest(from, plusDays(dueOn, 1));
  if (first > last) return months;
  for (let month = monthOf(first); month <= last; month = plusMonths(month, 1)) months.push(month);
  return months;
}

export type History = {
  entries: readonly (Entry & { day: CalendarDate })[];
  ended: readonly EndedStanding[];
  current: Standing | null;
};

/** Everything that a whole chain writes into the ledger: one point after each of its events, with the event's day. */
export function historyOf(points: readonly (Point & { day: CalendarDate })[]): History {
  const entries: (Entry & { day: CalendarDate })[] = [];
  const ended: EndedStanding[] = [];
  let current = null as Standing | null;
  let before: Point | null = null;
  for (const point of points) {
    const { day } = point;
    entries.push(...entriesOf(before, point).map((entry) => ({ ...entry, day })));
    const dueOn = standingOf(point);
    if (dueOn !== (current?.dueOn ?? null)) {
      if (current) ended.push({ ...current, to: day });
      current = dueOn && { dueOn, from: day };
    }
    before = point;
  }
  return { entries, ended, current };
}

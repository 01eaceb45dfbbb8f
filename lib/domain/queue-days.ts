// Decides by which day a request stands where in the queue. Answers to GDPR Art. 12(3) and DPA 2018 s.164A: what is owed first is
// what it is looked for by, the answer or the decision about what is said against one.
import { type CalendarDate, earliestOf } from "./calendar-date";
import { mostUrgent } from "./contest-clock";
import { workBy } from "./due-notices";
import { owingStates } from "./lifecycle";
import { inOwnOrder, type QueueFilter, viewShown } from "./queue";
import type { RequestFacts } from "./request";
import type { RequestClock } from "./request-clock";

/** Days of a request as the queue holds them; `dueOn` is also that of an answer which is out. */
export type QueueDays = {
  dueOn: CalendarDate | null;
  /** The desk's own date; null where it set none. */
  internalOn: CalendarDate | null;
  /** Of what is contested, the day that comes first. */
  contestDueOn: CalendarDate | null;
  /** What is owed first, the answer or a decision. */
  nextDueOn: CalendarDate | null;
};

/** By which day a list is ordered, earliest first; what stands still comes last. `own`: the desk's own date where that is earlier. */
export type QueueSort = "due" | "own" | "contest" | "next" | "next_own";

export function sortOf(filter: QueueFilter): QueueSort {
  const own = inOwnOrder(filter);
  switch (viewShown(filter)) {
    case "week":
    case "due":
    case "overdue":
      return own ? "next_own" : "next";
    case "contested":
      return "contest";
    case null:
      return filter.terms?.contest?.is.length ? "contest" : "due";
    default:
      return own ? "own" : "due";
  }
}

/** The date by which a request stands where it does in this list. */
export function orderingDay(filter: QueueFilter, days: QueueDays): CalendarDate | null {
  const { internalOn, nextDueOn } = days;
  switch (sortOf(filter)) {
    case "due":
      return days.dueOn;
    case "own":
      return workBy(days);
    case "contest":
      return days.contestDueOn;
    case "next":
      return nextDueOn;
    case "next_own":
      return workBy({ dueOn: nextDueOn, internalOn });
  }
}

/** The days of one request; the trigger `next_due` keeps the last one in the same way. */
export function queueDays(
  { state, internalOn }: Pick<RequestFacts, "state" | "internalOn">,
  { dueOn, contests }: Pick<RequestClock, "dueOn" | "contests">,
): QueueDays {
  const contestDueOn = mostUrgent(contests)?.workOn ?? null;
  const nextDueOn = earliestOf(owingStates.includes(state) ? dueOn : null, contestDueOn);
  return { dueOn, internalOn, contestDueOn, nextDueOn };
}

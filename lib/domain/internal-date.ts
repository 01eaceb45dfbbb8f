// Decides by which day the house itself wants an answer done. It lies before the law's date and moves nothing of it: what is
// due, late or promised never looks at it (GDPR Art. 12(3)). What staff are reminded of does; see due-notices.ts.
import { type CalendarDate, plusDays } from "./calendar-date";
import type { DomainEvent } from "./events";
import { liveStates, type State } from "./lifecycle";
import type { Refusal } from "./refusal";

/** The date after an event, on facts that hold everything else of it. An answer, or the end, takes it away. */
export function internalDateAfter(
  event: DomainEvent,
  facts: { state: State; internalOn: CalendarDate | null },
): CalendarDate | null {
  if (event.type === "InternalDateSet") return event.on;
  return liveStates.includes(facts.state) ? facts.internalOn : null;
}

/** The last day before the law's; null while the clock gives none. */
export function lastInternalDay(dueOn: CalendarDate | null): CalendarDate | null {
  return dueOn === null ? null : plusDays(dueOn, -1);
}

type At = { dueOn: CalendarDate | null; internalOn: CalendarDate | null; today: CalendarDate };

/** Why the date cannot be that one. `on` null: it is taken away; undefined: nothing is chosen yet, so any that fits will do. */
export function internalDateRefusal(on: CalendarDate | null | undefined, at: At): Refusal | null {
  const { dueOn, internalOn, today } = at;
  if (on === null) return internalOn === null ? "already_done" : null;
  // Whatever stands there can be taken away, also where no other day fits any more.
  if (on === undefined && internalOn !== null) return null;
  const last = lastInternalDay(dueOn);
  if (last === null) return "internal_date_open";
  if (on === internalOn) return "already_done";
  if ((on ?? today) < today) return "internal_date_over";
  return (on ?? today) > last ? "internal_date_late" : null;
}

// Decides how long a request stays out of the way of the views, and what brings it back before its day. The clock runs on:
// what is due or overdue shows whether or not it is snoozed (GDPR Art. 12(3)).
import { type CalendarDate, plusDays } from "./calendar-date";
import type { DomainEvent, EventType } from "./events";
import { liveStates, type State } from "./lifecycle";
import type { Refusal } from "./refusal";

/** `until`: the day on which it is back. `wakeOnReply`: also as soon as the person writes or shows something. */
export type Snooze = { until: CalendarDate; wakeOnReply: boolean };

// What comes from the person, or from whoever they asked: somebody waits for us to look at it.
const replies: ReadonlySet<EventType> = new Set<EventType>([
  "MessageReceived",
  "ProofShown",
  "ContactConfirmed",
  "AuthorityConfirmed",
  "AuthorityDenied",
  "AddressChanged",
]);

/** The snooze after an event, on facts that hold everything else of it. */
export function snoozeAfter(event: DomainEvent, facts: { state: State; snooze: Snooze | null }): Snooze | null {
  if (event.type === "Snoozed") return { until: event.until, wakeOnReply: event.wakeOnReply };
  // Whoever moved it on, or ended it, has it before them.
  if (facts.snooze === null || event.type === "Woken" || !liveStates.includes(facts.state)) return null;
  return facts.snooze.wakeOnReply && replies.has(event.type) ? null : facts.snooze;
}

/** On its day it is back, without anybody doing anything. */
export function isSnoozed(snooze: Snooze | null, today: CalendarDate): snooze is Snooze {
  return snooze !== null && today < snooze.until;
}

/** The last day that leaves a whole day for the answer; null while the clock gives no date. */
export function lastSnoozeDay(dueOn: CalendarDate | null): CalendarDate | null {
  return dueOn === null ? null : plusDays(dueOn, -1);
}

/** Why it cannot sleep until that day: the past, or a day too late for the answer that nobody said they mean. */
export function snoozeRefusal(
  { until, late }: { until: CalendarDate; late: boolean },
  dueOn: CalendarDate | null,
  today: CalendarDate,
): Refusal | null {
  if (until <= today) return "snooze_not_ahead";
  const last = lastSnoozeDay(dueOn);
  return last !== null && until > last && !late ? "snooze_late" : null;
}

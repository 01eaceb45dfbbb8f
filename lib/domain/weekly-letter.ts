// Decides for which week the letter with the link to the figures is owed, when, and who reads it.
// Answers to GDPR Art. 39(1)(b): a data protection officer watches over it, and does not have to remember to look.
import { Temporal } from "temporal-polyfill";
import type { StaffRole } from "./actor";
import { type CalendarDate, plusDays, weekday } from "./calendar-date";

/** The desk's own calendar day, and the whole hour of it that the wall clock shows (0 to 23). */
export type WallTime = { day: CalendarDate; hour: number };

/** A week of ISO 8601: from its Monday to its Sunday. */
export type Week = { first: CalendarDate; last: CalendarDate };

/** On Monday from this hour on: the week before is over, and nobody has sat down at their desk yet. */
export const weeklyLetterHour = 7;

/** What the wall clock shows at the place (IANA name) at this instant; throws a RangeError for an unknown zone. */
export function wallTime(instant: Date, timeZone: string): WallTime {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return { day: there.toPlainDate().toString() as CalendarDate, hour: there.hour };
}

/**
 * The week whose letter is owed now: the last one that is over, from Monday morning until the next is over. Null before that
 * morning's hour, and where the desk did not stand yet at the end of that week (`since`: its first day).
 */
export function weekOwed({ day, hour }: WallTime, since: CalendarDate): Week | null {
  const number = weekday(day);
  if (number === 1 && hour < weeklyLetterHour) return null;
  const last = plusDays(day, -number);
  return since <= last ? { first: plusDays(last, -6), last } : null;
}

/** Whoever chose it, and the data protection officer who did not say otherwise. Without a role there is nothing to read. */
export function readsWeekly({ roles, chosen }: { roles: readonly StaffRole[]; chosen: boolean | null }): boolean {
  return roles.length > 0 && (chosen ?? roles.includes("dpo"));
}

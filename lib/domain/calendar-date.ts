// Decides what a date of law is: a calendar day at the organisation's place, never an instant.
// Answers to Regulation (EEC, Euratom) 1182/71 Art. 3 and the national rules of the same shape.
import { Temporal } from "temporal-polyfill";

declare const calendarDay: unique symbol;

/** A calendar day as `YYYY-MM-DD`. Sorts and compares as a string. */
export type CalendarDate = string & { readonly [calendarDay]: true };

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Reads `YYYY-MM-DD`; throws a RangeError when it is no such day. */
export function calendarDate(text: string): CalendarDate {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const at = new Date(Date.UTC(year, month - 1, day));
  if (!whole || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) {
    throw new RangeError(`not a calendar day: ${text}`);
  }
  return text as CalendarDate;
}

/** The day on the wall calendar of `timeZone` (IANA name) at this instant; throws a RangeError for an unknown zone. */
export function localDay(instant: Date, timeZone: string): CalendarDate {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return there.toPlainDate().toString() as CalendarDate;
}

/**
 * Reads a day, or an instant (ISO 8601 with an offset) as the day it is in `timeZone`. A time without an offset is
 * taken as wall time at the place. Throws a RangeError that names the text.
 */
export function readDay(text: string, timeZone: string): CalendarDate {
  if (!text.includes(":")) return calendarDate(text);
  const hasOffset = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(text);
  if (!hasOffset) return Temporal.PlainDateTime.from(text).toPlainDate().toString() as CalendarDate;
  return localDay(new Date(Temporal.Instant.from(text).epochMilliseconds), timeZone);
}

/** The day `count` calendar days later; a negative count goes back. */
export function plusDays(day: CalendarDate, count: number): CalendarDate {
  return Temporal.PlainDate.from(day).add({ days: count }).toString() as CalendarDate;
}

/**
 * The same number in the month `count` months later, or that month's last day when it has no such number
 * (EDPB Guidelines 01/2022 §160). Call it once with the whole count: clamping twice loses days.
 */
export function plusMonths(day: CalendarDate, count: number): CalendarDate {
  return Temporal.PlainDate.from(day).add({ months: count }, { overflow: "constrain" }).toString() as CalendarDate;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: CalendarDate): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** `Mon 4 Jan 2027`: the month in letters, so that nobody has to guess which number is the month. */
export function formatDay(day: CalendarDate): string {
  const at = Temporal.PlainDate.from(day);
  return `${weekdays[at.dayOfWeek - 1]} ${at.day} ${months[at.month - 1]} ${at.year}`;
}

/** The earliest of one or more days. */
export function earliest(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  let least = first;
  for (const day of others) if (day < least) least = day;
  return least;
}

/** The earliest of those that are there; null when none is. */
export function earliestOf(...days: readonly (CalendarDate | null)[]): CalendarDate | null {
  return days.flatMap((day) => day ?? []).sort()[0] ?? null;
}

/** The latest of one or more days. */
export function latest(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  let most = first;
  for (const day of others) if (day > most) most = day;
  return most;
}

// Decides how a day of law is written: the month in letters and the year always, so that no reader can mistake it.
import type { CalendarDate } from "@/lib/domain/calendar-date";

/** `short`: "Mon 14 Dec 2026". `long`: "Monday 14 December 2026". */
export type DayStyle = "short" | "long";

/** A calendar day in words of the given BCP 47 locale. It is a day, not an instant: no time zone is applied. */
export function calendarDayText(day: CalendarDate, locale = "en-GB", style: DayStyle = "short"): string {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: style,
    day: "numeric",
    month: style,
    year: "numeric",
    timeZone: "UTC",
  });
  const text = format.format(new Date(`${day}T00:00:00Z`));
  // British CLDR data writes "Mon, 14 Dec" and "Sept"; one plain form everywhere keeps columns even.
  return locale.startsWith("en") ? text.replaceAll(",", "").replace("Sept ", "Sep ") : text;
}

/** Days from one calendar day to another; negative when `to` lies before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

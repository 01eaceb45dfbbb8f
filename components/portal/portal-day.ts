import type { CalendarDate } from "@/lib/domain/calendar-date";

/** "Mon 4 January 2027": a day of law on the portal. It is a day, not an instant: no time zone is applied. */
export function portalDay(day: CalendarDate, language: string): string {
  // English here is British in form: the day before the month, as people of most countries expect it.
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(new Date(`${day}T00:00:00Z`)).replace(/^(\p{L}+),/u, "$1");
}

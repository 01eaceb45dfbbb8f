import type { CalendarDate } from "@/lib/domain/calendar-date";

// English here is British in form: the day before the month, as people of most countries expect it.
const formOf = (language: string) => (language === "en" ? "en-GB" : language);

/** "Mon 4 January 2027": a day of law on the portal. It is a day, not an instant: no time zone is applied. */
export function portalDay(day: CalendarDate, language: string): string {
  return dayIn(new Date(`${day}T00:00:00Z`), language, "UTC");
}

/** An instant on the wall of a place (IANA name): its day as `portalDay` writes it, and its time. */
export function portalInstant(at: Date, language: string, timeZone: string): { day: string; time: string } {
  const time = new Intl.DateTimeFormat(formOf(language), { timeStyle: "short", timeZone });
  return { day: dayIn(at, language, timeZone), time: time.format(at) };
}

/** When something happened: its day at the organisation's place, or the instant in the zone that the reader chose. */
export function portalMoment(
  { at, day }: { at: Date; day: CalendarDate },
  language: string,
  chosenZone: string | null,
): { text: string; dateTime: string } {
  if (chosenZone === null) return { text: portalDay(day, language), dateTime: day };
  const instant = portalInstant(at, language, chosenZone);
  return { text: `${instant.day}, ${instant.time}`, dateTime: at.toISOString() };
}

function dayIn(at: Date, language: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(formOf(language), {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone,
  });
  return format.format(at).replace(/^(\p{L}+),/u, "$1");
}

import { calendarDayText } from "@/components/ui/calendar-day";
import type { CalendarDate } from "@/lib/domain/calendar-date";

/** Which moment a report speaks of: the end of that day at the organisation's place. */
export function asOfText(asOf: CalendarDate, timeZone: string): string {
  return `as of ${calendarDayText(asOf)}, end of day, ${timeZone}`;
}

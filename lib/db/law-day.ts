import "server-only";
import { type CalendarDate, calendarDate } from "@/lib/domain/calendar-date";

/** A `date` column comes and goes as midnight UTC; the domain only knows the day. */
export function dayFromRow(column: Date): CalendarDate {
  return calendarDate(column.toISOString().slice(0, 10));
}

export function dayToRow(day: CalendarDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

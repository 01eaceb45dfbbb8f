// Reads a day that was typed into three boxes. What is no day at all counts as not given.
import { z } from "zod";
import { type CalendarDate, calendarDate } from "@/lib/domain/calendar-date";

/** The boxes of `DateInput`, as fields of a form. */
export function dayParts(name: string) {
  const part = z.string().trim().max(4).optional();
  return { [`${name}-day`]: part, [`${name}-month`]: part, [`${name}-year`]: part };
}

export function dayOf(typed: Readonly<Record<string, unknown>>, name: string): CalendarDate | null {
  const [year, month, day] = ["year", "month", "day"].map((part) => String(typed[`${name}-${part}`] ?? ""));
  return dayIn(`${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`);
}

export function dayIn(text: string): CalendarDate | null {
  try {
    return calendarDate(text);
  } catch {
    return null;
  }
}

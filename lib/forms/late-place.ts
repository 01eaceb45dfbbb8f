// What the address of the list of late requests may say: the day, and after which row its page begins.
import { z } from "zod";
import { type CalendarDate, calendarDate } from "@/lib/domain/calendar-date";
import type { SearchParameters } from "./console-queue";

export type LateCursor = { dueOn: CalendarDate; id: string };

/** Null, the first page, for whatever is no such place. */
export function readLatePlace(parameters: SearchParameters): LateCursor | null {
  const [dueOn = "", id = ""] = String(parameters.after ?? "").split("~");
  try {
    return z.guid().safeParse(id).success ? { dueOn: calendarDate(dueOn), id } : null;
  } catch {
    return null;
  }
}

export function lateAddress(asOf: CalendarDate, after: LateCursor | null): string {
  return `/console/reports/overdue?asOf=${asOf}${after ? `&after=${after.dueOn}~${after.id}` : ""}#late`;
}

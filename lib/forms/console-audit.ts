// What the addresses of the audit and the overdue report may say.
import { z } from "zod";
import { type CalendarDate, calendarDate } from "@/lib/domain/calendar-date";
import { parseReference } from "@/lib/domain/reference";
import type { SearchParameters } from "./console-queue";

export type AuditCursor = { at: string; id: string };

const uuid = z.guid();
const search = z.object({
  reference: z
    .string()
    .transform((typed) => parseReference(typed) ?? undefined)
    .optional()
    .catch(undefined),
  actor: z
    .union([z.enum(["person", "system"]), uuid])
    .optional()
    .catch(undefined),
  type: z
    .string()
    .regex(/^[A-Za-z]{3,60}$/)
    .optional()
    .catch(undefined),
  before: z.string().max(80).optional().catch(undefined),
});

export type AuditFilter = Omit<z.infer<typeof search>, "before"> & { cursor?: AuditCursor };

export function readAuditFilter(parameters: SearchParameters): AuditFilter {
  const { before, ...filter } = search.parse(parameters);
  const [at, id] = (before ?? "").split("~");
  const whole = at && id && uuid.safeParse(id).success && !Number.isNaN(Date.parse(at));
  return whole ? { ...filter, cursor: { at, id } } : filter;
}

export function auditAddress({ cursor, ...filter }: AuditFilter): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) parts.set(name, value);
  if (cursor) parts.set("before", `${cursor.at}~${cursor.id}`);
  const query = parts.toString();
  return query === "" ? "/console/audit" : `/console/audit?${query}`;
}

/** The day of a report: `asOf=2026-11-30`, or the three boxes of its form. A day to come, or no day at all, is today. */
export function readAsOf(parameters: SearchParameters, today: CalendarDate): CalendarDate {
  const [year, month, day] = ["year", "month", "day"].map((part) => String(parameters[`asOf-${part}`] ?? "").trim());
  const typed = year ? `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}` : String(parameters.asOf);
  try {
    const chosen = calendarDate(typed);
    return chosen <= today ? chosen : today;
  } catch {
    return today;
  }
}

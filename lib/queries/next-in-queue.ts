import "server-only";
import type { QueueDay } from "@/lib/db/queue-conditions";
import type { StaffActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { QueueFilter } from "@/lib/domain/queue";
import { queuePage } from "./queue";

/**
 * The request that comes after a place in a list; null when the list is done. The place is where the request stood before
 * the step: it may have left the list, and still no row behind it is skipped.
 */
export async function nextInQueue(
  actor: StaffActor,
  input: { filter: QueueFilter; place: { id: string; dueOn: CalendarDate | null } },
  day: QueueDay,
): Promise<string | null> {
  const { filter, place } = input;
  const { rows } = await queuePage(actor, { ...filter, cursor: { side: "after", ...place } }, day);
  return rows[0]?.reference ?? null;
}

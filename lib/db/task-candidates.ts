import "server-only";
import { type CalendarDate, plusDays } from "@/lib/domain/calendar-date";
import { daysBeforeReminder, remindersAtMost } from "@/lib/domain/systems/task";
import { dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";

export type TaskPlace = { id: string; at: Date };

/**
 * Up to `size` tasks whose system a machine is to ask by now, longest waiting first, after `after`. Systems that were
 * stopped or taken out are left alone. Finding one promises nothing: `claimTask` does.
 */
export async function tasksToAsk(
  { tx, organisationId }: Scope,
  { now, after, size }: { now: Date; after: TaskPlace | null; size: number },
): Promise<TaskPlace[]> {
  const rows = await tx.task.findMany({
    where: {
      organisationId,
      nextTryAt: { lte: now },
      system: { stoppedAt: null, removedAt: null },
      ...(after && { OR: [{ nextTryAt: { gt: after.at } }, { nextTryAt: after.at, id: { gt: after.id } }] }),
    },
    select: { id: true, nextTryAt: true },
    orderBy: [{ nextTryAt: "asc" }, { id: "asc" }],
    take: size,
  });
  return rows.map(({ id, nextTryAt }) => ({ id, at: nextTryAt ?? now }));
}

/**
 * Up to `size` tasks after `after` that an owner was asked and whose day is near or over. A coarse net: whether a letter is
 * owed is for the domain to say. Machines are not reminded: they are asked again.
 */
export async function tasksOfOwners(
  { tx, organisationId }: Scope,
  { today, after, size }: { today: CalendarDate; after: string | null; size: number },
): Promise<string[]> {
  const rows = await tx.task.findMany({
    where: {
      organisationId,
      state: "asked",
      dueOn: { lte: dayToRow(plusDays(today, daysBeforeReminder)) },
      reminders: { lt: remindersAtMost },
      system: { askedBy: { path: ["kind"], equals: "manual" } },
      ...(after && { id: { gt: after } }),
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: size,
  });
  return rows.map(({ id }) => id);
}

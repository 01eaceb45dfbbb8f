import "server-only";
import type { QueueDay } from "@/lib/db/queue-conditions";
import type { StaffActor } from "@/lib/domain/actor";
import type { QueueFilter } from "@/lib/domain/queue";
import { queuePage } from "./queue";

/** References of the whole filter in the queue's order, page by page by keyset, up to `most`; `more` when that was not all. */
export async function wholeFilter(
  actor: StaffActor,
  { filter, day, most }: { filter: QueueFilter; day: QueueDay; most: number },
): Promise<{ references: readonly string[]; more: boolean }> {
  const { cursor: _, ...first } = filter;
  const references: string[] = [];
  let at: QueueFilter | null = first;
  while (at && references.length <= most) {
    const page: Awaited<ReturnType<typeof queuePage>> = await queuePage(actor, at, day);
    references.push(...page.rows.map(({ reference }) => reference));
    at = page.older ? { ...first, cursor: page.older } : null;
  }
  return { references: references.slice(0, most), more: references.length > most || at !== null };
}

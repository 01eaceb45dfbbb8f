import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { QueueDay } from "@/lib/db/queue-conditions";
import type { StaffActor } from "@/lib/domain/actor";
import type { QueueFilter } from "@/lib/domain/queue";
import { cursorAfter, type QueueRow, readRows } from "./queue";

const batch = 1000;

/**
 * Every row of a filter, in the order of the queue, a batch at a time, each in a transaction of its own: a million rows need
 * no more memory than a thousand, and no transaction stays open while somebody's network is slow.
 */
export async function* exportedRows(
  actor: StaffActor,
  filter: QueueFilter,
  day: QueueDay,
): AsyncGenerator<readonly QueueRow[]> {
  let at: QueueFilter = { ...filter, cursor: undefined };
  for (;;) {
    const { rows, more } = await inOrganisation(actor.organisationId, (scope) =>
      readRows(scope, actor, { filter: at, day, size: batch }),
    );
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!more || !last) return;
    at = { ...filter, cursor: cursorAfter(filter, last) };
  }
}

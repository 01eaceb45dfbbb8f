import "server-only";
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

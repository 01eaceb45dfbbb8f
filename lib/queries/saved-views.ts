import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { lookFrom, type QueueLook, type SavedView } from "@/lib/domain/queue-look";

/** The reader's own views and everybody's, by name. Others' own ones do not exist for them. */
export async function savedViews({ organisationId, staffId }: StaffActor): Promise<readonly SavedView[]> {
  const rows = await inOrganisation(organisationId, ({ tx }) =>
    tx.savedView.findMany({
      where: { organisationId, OR: [{ staffId }, { staffId: null }] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: 60,
    }),
  );
  return rows.map(({ id, name, query, staffId: whose }) => ({ id, name, query, shared: whose === null }));
}

/** How the reader likes their queue in this organisation, on whatever machine. */
export async function queueLook({ organisationId, staffId }: StaffActor): Promise<QueueLook> {
  const held = await inOrganisation(organisationId, ({ tx }) =>
    tx.membership.findUnique({
      where: { staffId_organisationId: { staffId, organisationId } },
      select: { queueColumns: true, density: true },
    }),
  );
  return lookFrom(held?.queueColumns ?? [], held?.density ?? "");
}

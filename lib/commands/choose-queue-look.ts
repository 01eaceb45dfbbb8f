import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import type { QueueLook } from "@/lib/domain/queue-look";

/** Keeps how the actor likes their queue in this organisation. */
export async function chooseQueueLook(actor: StaffActor, look: QueueLook): Promise<void> {
  const { organisationId, staffId } = actor;
  await inOrganisation(organisationId, ({ tx }) =>
    tx.membership.updateMany({
      where: { staffId, organisationId },
      data: { queueColumns: [...look.columns], density: look.density },
    }),
  );
}

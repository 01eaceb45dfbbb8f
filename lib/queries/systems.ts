import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { type KeptSystem, wholeRegister } from "@/lib/db/systems";
import type { StaffActor } from "@/lib/domain/actor";
import { mayChangeSettings } from "@/lib/domain/settings-change";
import { differsFromFile } from "@/lib/domain/systems/register";

export type SystemLine = {
  system: KeptSystem;
  removed: boolean;
  /** The file says something else: changed here, or taken out here. */
  differs: boolean;
  /** Tasks whose answer is still to come. */
  waiting: number;
};

/** The register, those last that were taken out and that the file still names; null for whoever may not change settings. */
export async function systemsView(actor: StaffActor): Promise<readonly SystemLine[] | null> {
  if (!mayChangeSettings(actor.roles)) return null;
  return inOrganisation(actor.organisationId, async (scope) => {
    const entries = await wholeRegister(scope);
    const counted = await scope.tx.task.groupBy({
      by: ["systemId"],
      where: { state: { in: ["open", "asked", "failing", "stopped"] } },
      _count: true,
    });
    const lines = entries.map(({ system, filed, removed }) => ({
      system,
      removed,
      differs: differsFromFile({ kept: removed ? null : system, filed }),
      waiting: counted.find(({ systemId }) => systemId === system.id)?._count ?? 0,
    }));
    return [...lines.filter(({ removed }) => !removed), ...lines.filter(({ removed, differs }) => removed && differs)];
  });
}

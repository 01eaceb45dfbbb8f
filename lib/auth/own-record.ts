import "server-only";
import type { Membership } from "@/lib/db/memberships";
import { asStaff } from "@/lib/db/organisation-scope";
import { recordInOrganisations } from "@/lib/db/staff-record";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { StaffEvent } from "./staff-events";

/**
 * A change of somebody's own account and its entry in the record of every organisation they work for, together or not
 * at all.
 */
export async function changeOwnAccount<Result>(
  staffId: string,
  memberships: readonly Membership[],
  change: { event: StaffEvent; write: (tx: Prisma.TransactionClient) => Promise<Result> },
  now: Date,
): Promise<Result> {
  return asStaff(staffId, async (tx) => {
    const result = await change.write(tx);
    const actor = (organisationId: string) => {
      const roles = memberships.find((held) => held.organisationId === organisationId)?.roles ?? [];
      return { kind: "staff", organisationId, staffId, roles } as const;
    };
    await recordInOrganisations(tx, memberships, { event: change.event, actor }, now);
    return result;
  });
}
